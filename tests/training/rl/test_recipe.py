"""A recipe is read with what it sets, and every mistake in it is told with its file and line."""

from dataclasses import replace

import pytest
from askmap.training.data.reading import ReadOptions
from askmap.training.pocket.recipe import BadRecipe
from askmap.training.rewards.bop import BopReward
from askmap.training.rl.recipe import Lora, PrimeRecipe, SampleSource, Writing, read_prime_recipe

GOOD = """\
# a comment
method = "bop"
reasoner = "models/reasoner"
steps = 20

[samples]
path = "landscapes"
split = "in"

[samples.reading]
first = 1_000_000
count = 300

[bop]
smooth = true
"""


def put(folder, text, name="recipe.toml"):
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def complaint_of(path):
    with pytest.raises(BadRecipe) as raised:
        read_prime_recipe(path)
    assert raised.value.hint
    return str(raised.value)


def test_tables_become_classes_and_the_rest_is_as_published(tmp_path):
    recipe = read_prime_recipe(put(tmp_path, GOOD))
    assert recipe == PrimeRecipe(
        method="bop",
        reasoner="models/reasoner",
        steps=20,
        samples=SampleSource("landscapes", "in", reading=ReadOptions(first=1_000_000, count=300)),
        bop=BopReward(smooth=True),
    )
    assert (recipe.learning_rate, recipe.kl, recipe.clip, recipe.new_tokens) == (1e-6, 0.001, 0.2, 1024)


def test_windows_line_ends_and_a_byte_order_mark_are_read(tmp_path):
    plain = read_prime_recipe(put(tmp_path, GOOD))
    path = put(tmp_path, b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_prime_recipe(path) == plain
    path = put(tmp_path, (GOOD + "[lora]\nrank = -1\n").replace("\n", "\r\n"))
    assert complaint_of(path).startswith(f"{path}, line 17: «rank»")


def test_a_whole_number_is_a_number_and_a_path_is_a_text(tmp_path):
    text = GOOD.replace("steps = 20", "epochs = 5").replace("count = 300", 'images = "pictures"')
    recipe = read_prime_recipe(put(tmp_path, text))
    assert (recipe.epochs, recipe.samples.reading.images.name) == (5.0, "pictures")
    assert isinstance(recipe.epochs, float)


# --- mistakes ---

AFTER_STEPS = "steps = 20\n"


@pytest.mark.parametrize(
    ("old", "new", "line", "complaint"),
    [
        # keys that nobody knows
        (AFTER_STEPS, "stepz = 20\n", 4, "«stepz» is no key of a recipe; is «steps» meant?"),
        ("smooth = true", "smoth = true", 15, "is «smooth» meant?"),
        ("first =", "frist =", 11, "is «first» meant?"),
        ("count = 300", "qwx = 1", 12, "«qwx» is no key of a recipe."),
        ('split = "in"', 'more = "in"', 8, "«more» is no key"),
        # of another kind
        (AFTER_STEPS, 'steps = "many"\n', 4, "«steps» should be a whole number, not 'many'."),
        (AFTER_STEPS, "steps = 2.5\n", 4, "«steps» should be a whole number, not 2.5."),
        (AFTER_STEPS, "steps = true\n", 4, "«steps» should be a whole number, not True."),
        (AFTER_STEPS, AFTER_STEPS + "kl = '0.1'\n", 5, "«kl» should be a number"),
        (AFTER_STEPS, AFTER_STEPS + "bf16 = 1\n", 5, "«bf16» should be true or false, not 1."),
        (AFTER_STEPS, AFTER_STEPS + "lora = 8\n", 5, "«lora» should be a table, not 8."),
        (AFTER_STEPS, AFTER_STEPS + "lora = [{rank = 8}]\n", 5, "«lora» should be a table"),
        (AFTER_STEPS, AFTER_STEPS + "lora = { rank = 'x' }\n", 5, "«lora.rank» should be a whole number"),
        (AFTER_STEPS, AFTER_STEPS + "lora.rank = 1979-05-27\n", 5, "«lora.rank» should be a whole number"),
        ("count = 300", "count = [\n  1,\n]", 12, "«samples.reading.count» should be a whole number"),
        ("count = 300", "images = 3", 12, "«samples.reading.images» should be a text, not 3."),
        ("smooth = true", "box_iou = 1" + 400 * "0", 15, "«bop.box_iou» should be a number"),
        # out of their range
        (AFTER_STEPS, "steps = -1\n", 4, "«steps» is -1, but it should be at least 0"),
        (AFTER_STEPS, "steps = 0\n", 4, "Either «steps» or «epochs»"),
        (AFTER_STEPS, AFTER_STEPS + "epochs = 2\n", 4, "Either «steps» or «epochs»"),
        (AFTER_STEPS, "epochs = inf\n", 4, "«epochs» is inf"),
        ('"bop"', '"ppo"', 2, "«method» is 'ppo', but it should be one of 'bop', 'mask', 'vision', 'superv"),
        ('"bop"', '"mask"', 2, "«method» is 'mask', which needs a «segmenter»"),
        (
            AFTER_STEPS,
            AFTER_STEPS + "learning_rate = 1\n",
            5,
            "«learning_rate» is 1.0, but it should be betw",
        ),
        (AFTER_STEPS, AFTER_STEPS + "kl = nan\n", 5, "«kl» is nan, but it should be from 0 up."),
        (AFTER_STEPS, AFTER_STEPS + "\n\nclip = 0\n", 7, "«clip» is 0.0, but it should be above 0."),
        (AFTER_STEPS, AFTER_STEPS + "temperature = -1.0\n", 5, "«temperature» is -1.0"),
        (AFTER_STEPS, AFTER_STEPS + "seed = -1\n", 5, "«seed» is -1"),
        (AFTER_STEPS, AFTER_STEPS + "rollouts = 1\n", 5, "«rollouts» is 1"),
        (AFTER_STEPS, AFTER_STEPS + "rollouts = 12\n", 5, "neither divides the 12 «rollouts»"),
        (AFTER_STEPS, AFTER_STEPS + "questions = 0\n", 5, "«questions» is 0"),
        (AFTER_STEPS, AFTER_STEPS + "processes = 3\n", 5, "cannot be shared out evenly to 3 «processes»"),
        (AFTER_STEPS, AFTER_STEPS + 'format = "xml"\n', 5, "«format» is 'xml'"),
        (AFTER_STEPS, AFTER_STEPS + 'vllm = "yes"\n', 5, "«vllm» is 'yes'"),
        (AFTER_STEPS, AFTER_STEPS + "lora = { dropout = 1.0 }\n", 5, "«dropout» is 1.0"),
        (AFTER_STEPS, AFTER_STEPS + "writing.step = 0\n", 5, "«step» is 0"),
        ('"landscapes"', '" "', 7, "«path» is empty"),
        ('split = "in"', 'question = "all"', 8, "«question» is 'all'"),
        ("count = 300", "count = 0", 12, "count at least 1"),
        ("count = 300", 'template = "Where?"', 12, "has no place for {category}"),
        ("smooth = true", "smooth = true\npoints = -1", 16, "below 0"),
        ("smooth = true", "points_fade_px = 0.0", 15, "must be above 0"),
        (
            "smooth = true",
            "points = 0.0\nstructure = 0.0\nformat = 0.0\nbox_iou = 0.0\nbox_distance = 0.0",
            14,
            "All weights",
        ),
        # missing
        ('path = "landscapes"\n', "", 6, "«samples.path» is missing."),
        # no TOML
        (AFTER_STEPS, "steps =\n", 4, "this is no TOML: Invalid value"),
        (AFTER_STEPS, "steps = 20\nsteps = 30\n", 5, "this is no TOML: Cannot overwrite a value"),
        ("smooth = true\n", "smooth = [1\n\n", 15, "this is no TOML: Unclosed array"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path, old, new, line, complaint):
    assert old in GOOD
    path = put(tmp_path, GOOD.replace(old, new, 1))
    said = complaint_of(path)
    assert said.startswith(f"{path}, line {line}: ")
    assert complaint in said


def test_a_key_is_not_taken_for_another_table_s_key_of_that_name(tmp_path):
    text = GOOD + "\n[writing]\nstep = 10\n\n[mask]\nvalid = 1.0\n\n[vision]\nbox_iou = 'x'\n"
    path = put(tmp_path, text.replace("smooth = true", "smooth = true\nbox_iou = 2.0"))
    assert complaint_of(path).startswith(f"{path}, line 25: «vision.box_iou»")


def test_a_key_inside_a_text_of_several_lines_is_no_key(tmp_path):
    long = 'format = """\nseed = 1\n"""\nseed = -2\n'
    path = put(tmp_path, GOOD.replace(AFTER_STEPS, AFTER_STEPS + long.replace('"""\n', '"""\\\n', 1)))
    assert complaint_of(path).startswith(f"{path}, line 5: «format» is 'seed = 1")


@pytest.mark.parametrize("key", ["method", "reasoner"])
def test_what_is_missing_at_the_top_has_no_line(tmp_path, key):
    lines = [line for line in GOOD.splitlines() if not line.startswith(key)]
    path = put(tmp_path, "\n".join(lines))
    assert complaint_of(path) == f"{path}: «{key}» is missing."


def test_without_samples_or_a_length_it_is_refused(tmp_path):
    path = put(tmp_path, 'method = "bop"\nreasoner = "r"\nsteps = 1\n')
    assert complaint_of(path) == f"{path}: «samples» is missing."
    path = put(tmp_path, GOOD.replace(AFTER_STEPS, ""))
    assert "Either «steps» or «epochs»" in complaint_of(path)


def test_letters_that_are_not_utf_8_are_told_with_their_line(tmp_path):
    path = put(tmp_path, b"method = 'bop'\n# gr\xfc\xdfe\n")
    assert complaint_of(path) == f"{path}, line 2: this is no text in UTF-8."


def test_a_folder_a_missing_file_and_a_flood_are_refused(tmp_path):
    assert complaint_of(tmp_path) == f"The recipe {tmp_path} cannot be read: Is a directory."
    nowhere = tmp_path / "nowhere.toml"
    assert complaint_of(nowhere) == f"The recipe {nowhere} cannot be read: No such file or directory."
    assert "more than 100,000 bytes" in complaint_of(put(tmp_path, b"#" * 100_001))


@pytest.mark.parametrize("text", ["a = " + "[" * 50_000, "steps = " + "9" * 5000])
def test_brackets_and_digits_without_end_are_refused(tmp_path, text):
    path = put(tmp_path, text)
    assert complaint_of(path).startswith(str(path))


def test_what_a_file_says_cannot_command_the_terminal(tmp_path):
    path = put(tmp_path, GOOD + '\n["a\\u001b[2Jb"]\nx = 1\n')
    assert "\x1b" not in complaint_of(path)


# --- several sets ---

TWO = GOOD[: GOOD.index("[samples]")] + '[[samples]]\npath = "a"\n\n[[samples]]\npath = "b"\nlayout = "bop"\n'


def test_several_sets_follow_each_other(tmp_path):
    samples = read_prime_recipe(put(tmp_path, TWO)).samples
    assert samples.all == (replace(samples, more=()), SampleSource("b", layout="bop"))
    assert [source.path for source in samples.all] == ["a", "b"]


def test_a_mistake_in_the_second_set_has_its_line(tmp_path):
    path = put(tmp_path, TWO.replace("layout", "lay_out"))
    assert complaint_of(path).startswith(f"{path}, line 11: «lay_out» is no key")
    path = put(tmp_path, TWO.replace('path = "b"\n', ""))
    assert complaint_of(path) == f"{path}, line 9: «samples.path» is missing."


def test_sets_that_ask_in_different_ways_are_refused(tmp_path):
    path = put(tmp_path, TWO + 'question = "random"\n')
    assert complaint_of(path).startswith(f"{path}, line 6: All [[samples]] have the same")


# --- a recipe that begins with another one ---


def test_a_recipe_says_only_what_differs(tmp_path):
    put(tmp_path, GOOD, "first.toml")
    path = put(tmp_path, 'base = "first.toml"\nkl = 0.5\n[bop]\nstrict = false\n[lora]\nrank = 4\n')
    first = read_prime_recipe(tmp_path / "first.toml")
    expected = replace(first, kl=0.5, bop=BopReward(smooth=True, strict=False), lora=Lora(rank=4))
    assert read_prime_recipe(path) == expected


def test_a_third_one_may_follow_and_the_last_word_counts(tmp_path):
    put(tmp_path, GOOD, "first.toml")
    put(tmp_path, 'base = "first.toml"\nkl = 0.5\nclip = 0.3\n', "second.toml")
    recipe = read_prime_recipe(put(tmp_path, 'base = "second.toml"\nkl = 0.25\n'))
    assert (recipe.kl, recipe.clip, recipe.steps) == (0.25, 0.3, 20)


def test_epochs_take_the_place_of_steps_and_a_list_of_sets_that_of_one(tmp_path):
    put(tmp_path, GOOD, "first.toml")
    path = put(
        tmp_path, 'base = "first.toml"\nepochs = 2\n[[samples]]\npath = "a"\n[[samples]]\npath = "b"\n'
    )
    recipe = read_prime_recipe(path)
    assert (recipe.steps, recipe.epochs) == (0, 2.0)
    assert [source.path for source in recipe.samples.all] == ["a", "b"]


def test_a_mistake_is_told_in_the_file_that_makes_it(tmp_path):
    first = put(tmp_path, GOOD.replace("steps = 20", "steps = 2.5"), "first.toml")
    path = put(tmp_path, 'base = "first.toml"\nkl = 0.5\n')
    assert complaint_of(path).startswith(f"{first}, line 4: «steps»")
    path = put(tmp_path, '\nbase = "first.toml"\nsteps = "x"\n')
    assert complaint_of(path).startswith(f"{path}, line 3: «steps»")


def test_a_circle_is_refused(tmp_path):
    put(tmp_path, 'base = "recipe.toml"\n', "first.toml")
    path = put(tmp_path, '# round\nbase = "first.toml"\n')
    said = complaint_of(path)
    assert said == f"{tmp_path / 'first.toml'}, line 1: «base» leads back to recipe.toml."
    itself = put(tmp_path, '\nbase = "itself.toml"\n', "itself.toml")
    assert complaint_of(itself) == f"{itself}, line 2: «base» leads back to itself.toml."


@pytest.mark.parametrize(
    ("named", "complaint"),
    [
        ('"nowhere.toml"', "there is no recipe nowhere.toml."),
        ('"."', "there is no recipe ."),
        ('""', "there is no recipe ."),
        (r'"a\u0000b"', "there is no recipe a b."),
        (f'"{"x" * 5000}"', "there is no recipe xxx"),
        ("3", "«base» should be a text, not 3."),
    ],
)
def test_a_file_to_begin_with_that_is_not_there_is_told_with_its_line(tmp_path, named, complaint):
    path = put(tmp_path, f"# one\nbase = {named}\n")
    said = complaint_of(path)
    assert said.startswith(f"{path}, line 2: ")
    assert complaint.rstrip(".") in said


def test_a_user_s_recipe_may_begin_with_one_that_comes_with_askmap(tmp_path):
    path = put(tmp_path, 'base = "pocket-prime.toml"\nsteps = 3\n')
    assert read_prime_recipe(path).steps == 3


RECIPE = PrimeRecipe(method="bop", reasoner="r", samples=SampleSource("landscapes"), steps=1)


@pytest.mark.parametrize(
    ("epochs", "samples", "steps"), [(1.0, 80, 10), (5.0, 87, 50), (0.5, 80, 5), (0.01, 80, 1)]
)
def test_epochs_become_steps(epochs, samples, steps):
    recipe = replace(RECIPE, steps=0, epochs=epochs, questions=8).for_samples(samples)
    assert (recipe.steps, recipe.epochs) == (steps, 0.0)


def test_steps_stay_however_many_samples_there_are():
    assert replace(RECIPE, steps=7).for_samples(8) == replace(RECIPE, steps=7)


def test_too_few_samples_for_one_step_are_refused():
    with pytest.raises(BadRecipe, match="asks 8 questions, but there are only 7 samples"):
        RECIPE.for_samples(7)


@pytest.mark.parametrize(
    ("processes", "micro_batch", "passes"), [(1, 16, 8), (2, 16, 4), (4, 16, 2), (2, 4, 16), (4, 32, 1)]
)
def test_a_step_is_shared_out_evenly(processes, micro_batch, passes):
    assert replace(RECIPE, questions=8, rollouts=16, micro_batch=micro_batch).passes(processes) == passes


@pytest.mark.parametrize(("processes", "micro_batch"), [(3, 16), (16, 4), (8, 32)])
def test_what_cannot_be_shared_out_evenly_is_refused(processes, micro_batch):
    with pytest.raises(BadRecipe, match="shared out evenly"):
        replace(RECIPE, questions=8, rollouts=16, micro_batch=micro_batch).passes(processes)


def test_a_label_is_imitated_as_a_whole():
    assert replace(RECIPE, method="supervised", rollouts=1, micro_batch=4).passes(1) == 2
    with pytest.raises(BadRecipe, match="imitated as a whole"):
        replace(RECIPE, method="supervised", rollouts=16, micro_batch=4)


@pytest.mark.parametrize(
    ("settings", "here"),
    [
        ({"method": "bop"}, True),
        ({"method": "bop", "vllm": "server"}, False),
        ({"method": "supervised"}, False),
        ({"method": "supervised", "writing": Writing(thoughts="own")}, True),
    ],
)
def test_rollouts_and_own_thoughts_are_sampled_here_and_labels_are_not(settings, here):
    assert replace(RECIPE, **settings).samples_here is here
