import pytest
from askmap.training.pocket.recipe import BadRecipe, Recipe
from askmap.training.recipe_file import read_as
from places import ROOT

GOOD = 'part = "segmenter"\nsteps = 2\nscenes = 1\nlearning_rate = 1e-3\n'
RECIPES = ROOT / "training" / "recipes"


def read(tmp_path, text):
    path = tmp_path / "recipe.toml"
    path.write_text(text)
    return read_as(Recipe, path)


def test_a_recipe_is_read_with_its_defaults(tmp_path):
    recipe = read(tmp_path, GOOD)
    assert (recipe.part, recipe.steps, recipe.seed) == ("segmenter", 2, 0)


WARM_UPS = sorted([*RECIPES.glob("*-reasoner-*.toml"), *RECIPES.glob("*-segmenter-*.toml")])


@pytest.mark.parametrize("path", WARM_UPS, ids=lambda path: path.name)
def test_every_recipe_we_ship_can_be_read(path):
    assert read_as(Recipe, path).steps > 0


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (GOOD + "stepz = 3\n", "line 5: «stepz» is no key of a recipe; is «steps» meant"),
        (GOOD + 'seed = "one"\n', "line 5: «seed» should be a whole number"),
        ('part = "segmenter"\n', "«steps» is missing"),
        (GOOD.replace("segmenter", "painter"), "line 1: .*painter"),
        (GOOD.replace("steps = 2", "steps = 0"), "line 2: .*at least 1"),
        (GOOD.replace("1e-3", "7.0"), "line 4: .*between 0 and 1"),
        (GOOD + 'domain = "moon"\n', "line 5: «domain» is 'moon'"),
        (GOOD + 'size = "huge"\n', "line 5: «size» is 'huge', but it should be one of first, deep, spoken"),
        (GOOD + "asked = 2\n", "line 5: «asked» is 2, but a step has 1 views"),
        (GOOD + "real = 0.5\n", "line 5: «real» is 0.5, but «sets» names no folder"),
        (GOOD + "side_px = 80\n", "line 5: «side_px» is 80"),
        (GOOD + "channels = 100\n", "line 5: «channels» is 100"),
        ("part = ", "no TOML"),
    ],
)
def test_a_bad_recipe_is_refused_in_one_sentence(tmp_path, text, complaint):
    with pytest.raises(BadRecipe, match=complaint):
        read(tmp_path, text)


def test_a_missing_recipe_is_named(tmp_path):
    with pytest.raises(BadRecipe, match="nowhere.toml"):
        read_as(Recipe, tmp_path / "nowhere.toml")
