import json
from dataclasses import replace

import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.training.pocket import reasoner, warmup
from askmap.training.pocket.grow import carry_over, spelling
from askmap.training.pocket.networks import lay_out
from askmap.training.pocket.recipe import BadRecipe, Recipe
from askmap.training.pocket.sizes import SIZES
from safetensors.torch import load_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

SEGMENTER = Recipe(
    "segmenter", steps=4, scenes=1, learning_rate=1e-3, side_px=64, prompts=2, save_every=2, domain="wild"
)
CLICKED = replace(SEGMENTER, clicks=True)
FIRST = SIZES["first"]
REASONER = Recipe("reasoner", steps=4, scenes=1, learning_rate=1e-3, prompts=2, save_every=2, dense_steps=2)


def bundled_tokenizer():
    return Tokenizer.from_file(str(POCKET / "reasoner" / "tokenizer.json"))


@pytest.fixture
def begun(tmp_path):
    """Folders for two runs, laid out with the bundled tokenizer: to learn one takes a minute."""
    folders = tmp_path / "whole", tmp_path / "cut"
    for folder in folders:
        lay_out(folder / "model", bundled_tokenizer(), FIRST)
    return folders


class PowerCut(Exception):
    pass


@pytest.fixture(autouse=True)
def _every_step_is_logged(monkeypatch):
    monkeypatch.setattr(warmup, "REPORT_EVERY", 1)


def losses(folder):
    """By step; a step done twice counts as it was done last."""
    rows = [json.loads(line) for line in (folder / "log.jsonl").read_text().splitlines()]
    return {row["step"]: {k: v for k, v in row.items() if k != "seconds"} for row in rows}


@pytest.mark.parametrize("recipe", [SEGMENTER, CLICKED, REASONER], ids=["segmenter", "clicked", "reasoner"])
def test_a_run_that_was_cut_goes_on_with_the_same_losses(recipe, begun, monkeypatch):
    whole, interrupted = begun
    warmup.warm_up(recipe, whole)
    learn, done = warmup.learn, []

    def cut(*arguments):
        if len(done) == 3:  # one step after the checkpoint
            raise PowerCut
        done.append(1)
        return learn(*arguments)

    monkeypatch.setattr(warmup, "learn", cut)
    with pytest.raises(PowerCut):
        warmup.warm_up(recipe, interrupted)
    monkeypatch.setattr(warmup, "learn", learn)
    warmup.warm_up(recipe, interrupted)
    assert losses(interrupted) == losses(whole)


@pytest.mark.filterwarnings("ignore:This DataLoader will create")  # on a machine with one core
def test_batches_come_in_their_order_however_many_processes_make_them(begun):
    one, two = begun
    warmup.warm_up(REASONER, one)
    warmup.warm_up(REASONER, two, warmup.Hardware(makers=2))
    assert losses(two) == losses(one)


def test_a_segmenter_that_was_trained_is_finished_as_the_bundled_one(tmp_path):
    warmup.warm_up(SEGMENTER, tmp_path)
    bundled = json.loads((POCKET / "segmenter" / "askmap.json").read_text())
    assert json.loads((tmp_path / "model" / "askmap.json").read_text()) == bundled


def test_learning_lowers_the_loss_on_one_batch():
    torch.manual_seed(0)
    network, batches, loss = warmup.segmenter_parts(SEGMENTER)
    batch, optimizer = batches[0], [torch.optim.AdamW(network.parameters(), 1e-3)]
    first = warmup.learn(network, optimizer, loss, batch)["loss"]
    for _ in range(15):
        last = warmup.learn(network, optimizer, loss, batch)["loss"]
    assert last < 0.8 * first


def tokenizer_of(*words):
    return Tokenizer(WordLevel({word: number for number, word in enumerate(words)}, unk_token=words[0]))


def test_a_new_word_is_spelled_in_the_words_that_were_known():
    old, new = tokenizer_of("?", "river", "bank"), tokenizer_of("?", "bank", "river bank")
    old.pre_tokenizer = Whitespace()
    assert spelling(1, new, old) == [2]
    assert spelling(2, new, old) == [1, 2]


def test_a_start_with_fewer_words_is_carried_over_to_the_mean_of_their_spelling(begun, tmp_path):
    before, _ = begun
    warmup.warm_up(replace(REASONER, steps=1, dense_steps=1), before)
    old = Preparation.from_folder(before / "model")
    lay_out(tmp_path / "more", old.tokenizer, FIRST)
    words = json.loads((tmp_path / "more" / "tokenizer.json").read_text())
    words["added_tokens"].append(
        {**words["added_tokens"][-1], "id": old.tokenizer.get_vocab_size(), "content": "north of"}
    )
    (tmp_path / "more" / "tokenizer.json").write_text(json.dumps(words))
    new = Preparation.from_folder(tmp_path / "more")
    network = reasoner.WarmReasoner(new, FIRST, seed=1)
    carry_over(before, new, network)
    vectors = network.reasoner.model.language_model.embed_tokens.weight
    state = torch.load(before / "checkpoint.pt", weights_only=True)["network"]
    known = state["reasoner.model.language_model.embed_tokens.weight"]
    assert torch.equal(vectors[: len(known)], known)
    assert torch.allclose(vectors[len(known)], known[old.encode("north of")].mean(0))


def test_a_run_begins_with_the_bundled_reasoner_too():
    preparation = Preparation.from_folder(POCKET / "reasoner")
    network = reasoner.WarmReasoner(preparation, SIZES["seeing"], seed=1)
    carry_over(POCKET / "reasoner", preparation, network)
    bundled = load_file(POCKET / "reasoner" / "model.safetensors")
    found = network.reasoner.state_dict()
    assert all(torch.equal(found[name], held.float()) for name, held in bundled.items())
    assert torch.equal(found["lm_head.weight"], found["model.language_model.embed_tokens.weight"])


def test_a_head_for_other_kinds_begins_from_nothing(begun):
    before, _ = begun
    warmup.warm_up(replace(REASONER, steps=1, dense_steps=1), before)
    saved = torch.load(before / "checkpoint.pt", weights_only=True)
    saved["network"]["kind.weight"] = saved["network"]["kind.weight"][:12]
    torch.save(saved, before / "checkpoint.pt")
    preparation = Preparation.from_folder(before / "model")
    network = reasoner.WarmReasoner(preparation, FIRST, seed=1)
    anew = network.kind.weight.clone()
    carry_over(before, preparation, network)
    assert torch.equal(network.kind.weight, anew)
    assert torch.equal(network.place.weight, saved["network"]["place.weight"])


def test_the_words_that_all_others_follow_from_count_more():
    preparation = Preparation.from_folder(POCKET / "reasoner")
    network = reasoner.WarmReasoner(preparation, FIRST, seed=0)
    labels = torch.tensor([preparation.encode(word)[0] for word in ("2", " keep")])
    right = torch.nn.functional.one_hot(labels, preparation.tokenizer.get_vocab_size()) * 30.0
    losses, decided = [], []
    for wrong in range(2):
        logits = right.clone()
        logits[wrong] = 0
        loss, terms = reasoner.token_loss(logits, labels, network.deciding)
        losses.append(loss.item())
        decided.append(terms["decided"])
    assert losses[0] == pytest.approx(reasoner.DECIDING_WEIGHT * losses[1], rel=0.01)
    assert decided == [0, 1]


# --- the command ---


def refusal(tmp_path, capsys, change="", out="run"):
    """What the command says to a recipe of a segmenter that it cannot begin."""
    path = tmp_path / "recipe.toml"
    text = 'part = "segmenter"\nsteps = 1\nscenes = 1\nlearning_rate = 1e-3\nside_px = 64\n'
    path.write_text(text + change, encoding="utf-8")
    threads = ["--threads", str(torch.get_num_threads())]
    assert warmup.main([str(path), "--out", str(tmp_path / out), *threads]) == 2
    return capsys.readouterr().err


@pytest.mark.parametrize("part", ["segmenter", "reasoner"])
def test_a_start_that_is_not_there_is_named(tmp_path, part):
    lay_out(tmp_path / "run" / "model", bundled_tokenizer(), FIRST)
    recipe = Recipe(part, steps=1, scenes=1, learning_rate=1e-3, start=str(tmp_path / "nowhere"))
    with pytest.raises(BadRecipe, match=r"«start» is .*nowhere.*, but there is no .*nowhere/"):
        warmup.warm_up(recipe, tmp_path / "run")


def test_tiles_that_are_not_there_are_told_before_a_batch_is_made(tmp_path, capsys):
    said = refusal(tmp_path, capsys, f'tiles = "{tmp_path}/nowhere"\n')
    assert "«tiles» is" in said
    assert "Traceback" not in said


def test_sets_that_are_not_there_are_told_before_a_batch_is_made(tmp_path, capsys):
    said = refusal(tmp_path, capsys, f'real = 0.5\nsets = "{tmp_path}/nowhere"\n')
    assert "nowhere" in said
    assert "holds no" in said
    assert "Traceback" not in said


def test_a_start_that_cannot_be_widened_to_the_channels_is_told(tmp_path, capsys):
    start = f'start = "{POCKET / "segmenter"}"\n'
    assert "«start» has 128: that, or twice" in refusal(tmp_path, capsys, start + "channels = 64\n")


def test_a_mistake_in_a_recipe_is_told_with_its_line(tmp_path, capsys):
    assert "recipe.toml, line 6: «sede» is no key" in refusal(tmp_path, capsys, "sede = 1\n")


def test_a_file_in_place_of_the_folder_is_told(tmp_path, capsys):
    assert "recipe.toml cannot be made" in refusal(tmp_path, capsys, out="recipe.toml")
