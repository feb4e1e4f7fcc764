import pytest
from askmap.training.data.reading import ReadOptions
from askmap.training.data.samples import BadData
from askmap.training.real.kinds import kinds
from askmap.training.real.outside import THOUGHT
from askmap.training.real.wordings import named
from askmap.training.sample_sets import check, open_samples
from open_sets import write_open_sets


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_open_sets(tmp_path_factory.mktemp("open"), "val")


def test_a_folder_of_open_sets_is_known_by_itself_and_whole(folder):
    samples = open_samples(folder, "val", reading=ReadOptions(count=20))
    assert len(samples) == 20
    check(samples)


def test_only_wordings_that_are_never_trained_are_asked(folder):
    held = {text for name, kind in kinds().items() for text in (*named(name, "out"), *kind.asks_out)}
    samples = open_samples(folder, "val", reading=ReadOptions(count=30))
    assert all(sample.questions[0] in held for sample in samples)


def test_views_are_fixed_by_their_seeds(folder):
    first, again = (open_samples(folder, "val", reading=ReadOptions(count=5)) for _ in range(2))
    for a, b in zip(first, again):
        assert (a.name, a.questions) == (b.name, b.questions)
        assert (a.read_picture() == b.read_picture()).all()


def test_no_truth_covers_most_of_its_view(folder):
    assert all(
        sample.read_mask().mean() <= 0.6
        for sample in open_samples(folder, "val", reading=ReadOptions(count=30))
    )


def test_one_kind_one_set_or_one_sort_of_views_can_be_chosen(folder):
    reading = ReadOptions(count=6)
    assert all(s.kind.endswith(": tank") for s in open_samples(folder, "val-tank", reading=reading))
    assert all("cars_kit_ais" in s.kind for s in open_samples(folder, "val-cars_kit_ais", reading=reading))
    assert all("-mosaic-" in s.name for s in open_samples(folder, "val-mosaic", reading=reading))


def test_halves_are_views_of_their_own(folder):
    for half in ("even", "odd"):
        samples = open_samples(folder, f"val-{half}", reading=ReadOptions(count=12))
        check(samples)
        assert all(sample.name.startswith(f"val-{half}-") for sample in samples)


def test_words_outside_are_asked_one_by_one_and_nothing_answers(folder):
    samples = open_samples(folder, "val-unknown", reading=ReadOptions(count=500))
    assert len(samples) == 100
    assert {sample.thought for sample in samples} == {THOUGHT}
    assert all(sample.targets == () for sample in samples)
    assert len({sample.questions for sample in samples}) == 100


def test_a_part_that_is_not_there_is_named_with_those_that_are(folder):
    with pytest.raises(BadData, match="val-unknown"):
        open_samples(folder, "val-glacier", "real", ReadOptions(count=2))


def test_ellipses_in_boxes_are_no_truth_unless_their_set_is_chosen(folder):
    samples = open_samples(folder, "val", reading=ReadOptions(count=60))
    assert not any(sample.targets for sample in samples if sample.kind == "cars_kit_ais: car")
    chosen = open_samples(folder, "val-cars_kit_ais", reading=ReadOptions(count=10))
    assert any(sample.targets for sample in chosen)


def test_train_views_are_asked_about_in_trained_wordings(tmp_path):
    held = {text for name, kind in kinds().items() for text in (*named(name, "out"), *kind.asks_out)}
    samples = open_samples(write_open_sets(tmp_path), "train", "real", ReadOptions(count=20))
    assert not held & {sample.questions[0] for sample in samples}


def test_views_from_another_first_one_are_others(folder):
    names = [
        {sample.name for sample in open_samples(folder, "val", reading=ReadOptions(first=first, count=5))}
        for first in (0, 1000)
    ]
    assert not names[0] & names[1]
