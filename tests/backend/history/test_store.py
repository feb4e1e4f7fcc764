"""backend/history/store.py: what was asked is kept exactly, found by its words, changed and deleted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from askmap.backend.entries.entry import (
    ACCEPTED,
    ASKED,
    DRAWN,
    FAILED,
    MADE,
    OPEN,
    OUTCOMES,
    REJECTED,
    STATES,
    Entry,
    Finding,
    new_id,
)
from askmap.backend.errors import ChangedMeanwhile, EntryMissing
from askmap.backend.history.store import History
from askmap.backend.raster.reading import MAX_SIDE_PX
from askmap.backend.stages import Box, Grid, Grounding, Point, Provenance, Question, Scene, Target, Turn
from entries import (
    entries_of,
    make_entry,
    make_scene,
    multi_polygon,
    rectangle,
    two_found,
    utm_grid,
    with_changes,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import gdal, ogr

# Whatever a model writes: NUL, control characters and lone halves of surrogate pairs too. Two halves in a
# row are left out, because JSON cannot tell them from the letter that they spell.
texts = st.text(st.characters(exclude_categories=()), max_size=20).filter(
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text
)

numbers = st.floats(-1e9, 1e9)

points = st.builds(Point, numbers, numbers)

boxes = st.tuples(numbers, numbers, st.floats(0.5, 1e9), st.floats(0.5, 1e9)).map(
    lambda sides: Box(sides[0], sides[1], sides[0] + sides[2], sides[1] + sides[3])
)

spans = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))

lists_of_points = st.lists(points, max_size=3).map(tuple)

shares = st.none() | st.floats(0, 1)

targets = st.builds(
    Target, boxes, lists_of_points, texts, spans, lists_of_points, confidence=shares
) | st.builds(Target, st.none(), lists_of_points.filter(bool), texts, spans, lists_of_points)

lists_of_targets = st.lists(targets, max_size=3).map(tuple)


@st.composite
def numbered_turns(draw: st.DrawFn) -> Turn:
    targets = draw(lists_of_targets)
    numbers = st.lists(st.integers(1, 99), min_size=len(targets), max_size=len(targets), unique=True)
    areas = st.lists(st.floats(0, 1e9), min_size=len(targets), max_size=len(targets))
    return Turn(draw(texts), targets, tuple(draw(numbers)), tuple(draw(areas)))


turns = st.lists(numbered_turns(), max_size=2).map(tuple)

questions = st.builds(Question, texts.filter(str.strip), st.sampled_from(("", "en", "de")), turns)

grids = st.builds(
    Grid,
    st.integers(1, 9),
    st.integers(1, 9),
    st.tuples(numbers, numbers, numbers, numbers, numbers, numbers).filter(
        lambda m: m[0] * m[4] != m[1] * m[3]
    ),
    st.sampled_from(("", "EPSG:32633", "EPSG:4326", "no such CRS")),
)

outlines = st.lists(boxes, max_size=2).map(
    lambda boxes: multi_polygon(*((box.x0, box.y0, box.x1, box.y1) for box in boxes))
)

origins = st.builds(
    Provenance,
    *[texts] * 6,
    st.integers(-(2**70), 2**70),
    st.just("2026-01-02T03:04:05Z"),
    texts,
    st.dictionaries(texts, texts, max_size=2),
    st.dictionaries(texts, numbers, max_size=2),
    st.lists(texts, max_size=2).map(tuple),
)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    findings = tuple(
        draw(
            st.builds(
                Finding,
                st.just(number),
                targets,
                outlines,
                st.floats(0, 1),
                st.sampled_from(STATES),
                texts,
                st.sampled_from(MADE),
            )
        )
        for number in sorted(draw(st.sets(st.integers(1, 99), max_size=3)))
    )
    known = st.builds(Grounding, texts, lists_of_targets, texts, texts)
    grounding = draw(known | st.builds(Grounding, texts, st.just(()), texts, texts, st.just(True)))
    rest = draw(st.tuples(questions, st.just(grounding), grids, origins, st.just(findings), texts))
    return Entry(new_id(), *rest, draw(st.sampled_from(OUTCOMES)), draw(texts))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(entry=entries())
def test_an_entry_comes_back_as_it_was(history, entry):
    history.put(entry)
    assert history.entry(entry.id) == entry


def test_an_entry_of_an_older_askmap_has_no_confidence_and_neither_has_what_is_written_without(history):
    entry = two_found()
    history.put(entry)
    with closing(sqlite3.connect(history.path)) as connection:
        records = connection.execute(
            "SELECT record FROM questions UNION SELECT record FROM targets"
        ).fetchall()
    assert not any("confidence" in record for (record,) in records)
    assert [finding.confidence for finding in history.entry(entry.id).findings] == [None, None]


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(grid=grids, seed=st.integers(0, 99), source=texts, warnings=st.lists(texts, max_size=2).map(tuple))
def test_a_scene_comes_back_pixel_by_pixel(history, grid, seed, source, warnings):
    made = np.random.default_rng(seed)
    image = made.integers(0, 256, (grid.height, grid.width, 3), np.uint8)
    scene = Scene(image, made.random((grid.height, grid.width)) < 0.5, grid, source, warnings)
    entry = make_entry()
    history.put(entry, scene, image[::2])
    back = history.scene(entry.id)
    assert np.array_equal(back.image, image)
    assert np.array_equal(back.valid, scene.valid)
    assert (back.grid, back.source, back.warnings) == (grid, source, warnings)
    assert np.array_equal(history.seen(entry.id), image[::2])


def test_where_nothing_was_kept_there_is_nothing(history):
    assert entries_of(history) == []
    assert not history.path.exists()
    history.put(make_entry())
    assert history.scene("a" * 32) is None
    assert history.seen("a" * 32) is None
    with pytest.raises(EntryMissing, match="no entry"):
        history.entry("c" * 32)


def test_pictures_that_are_not_given_again_stay(history):
    scene = make_scene()
    history.put(make_entry(), scene, scene.image)
    history.put(replace(make_entry(), outcome=FAILED, fault="The models are missing."))
    assert np.array_equal(history.scene("a" * 32).image, scene.image)
    assert np.array_equal(history.seen("a" * 32), scene.image)
    assert history.entry("a" * 32).fault == "The models are missing."


def test_what_was_begun_is_there_before_it_is_answered(history):
    history.put(replace(make_entry(), outcome=ASKED))
    assert [heading.outcome for heading in history.headings()] == [ASKED]
    history.put(two_found())
    assert {heading.id: heading.targets for heading in history.headings()} == {"a" * 32: 0, "b" * 32: 2}


def test_the_newest_comes_first(history):
    for number, created in enumerate(("2026-01-02", "2026-03-01", "2025-12-31")):
        history.put(make_entry(str(number) * 32, created=f"{created}T00:00:00Z"))
    assert [entry.id[0] for entry in entries_of(history)] == ["1", "0", "2"]
    assert [heading.id[0] for heading in history.headings()] == ["1", "0", "2"]


def test_a_finding_is_kept_alone(history):
    entry = two_found()
    history.put(entry)
    changed = with_changes(entry, 2, state=ACCEPTED, note="Sure.")
    history.change(entry.id, [(None, changed.finding(2))])
    added = Finding(
        7, Target(points=(Point(1, 2),), negatives=(Point(3, 4),)), multi_polygon(), 0.25, made=DRAWN
    )
    history.change(entry.id, [(None, added)])
    history.change(entry.id, [(entry.finding(1), None)])
    assert history.entry(entry.id) == changed.without_finding(1).with_finding(added)
    with pytest.raises(EntryMissing):
        history.change("c" * 32, [(None, added)])


def test_two_who_review_a_target_at_once_keep_what_each_has_said(history):
    entry = two_found()
    history.put(entry)
    seen = entry.finding(2)
    history.change(entry.id, [(seen, replace(seen, state=ACCEPTED))])
    told = history.change(entry.id, [(seen, replace(seen, note="Sure."))])[0]
    assert told == history.entry(entry.id).finding(2) == replace(seen, state=ACCEPTED, note="Sure.")
    history.change(entry.id, [(entry.finding(2), None)])
    assert history.change(entry.id, [(seen, replace(seen, note="Back."))])[0].note == "Back."
    with pytest.raises(EntryMissing):
        history.change("c" * 32, [(seen, seen)])


def test_of_two_who_decide_otherwise_about_a_target_the_second_is_told(history):
    entry = two_found()
    history.put(entry)
    seen = entry.finding(2)
    history.change(entry.id, [(seen, replace(seen, state=ACCEPTED))])
    with pytest.raises(ChangedMeanwhile, match="target 2"):
        history.change(entry.id, [(seen, replace(seen, state=REJECTED, note="Surely not."))])
    assert history.entry(entry.id).finding(2) == replace(seen, state=ACCEPTED)
    assert history.change(entry.id, [(seen, replace(seen, state=ACCEPTED))])[0].state == ACCEPTED


def test_what_moves_to_an_empty_place_is_not_copied(history, tmp_path):
    """It may hold gigabytes of pictures, and the window waits for it."""
    history.put(two_found(), make_scene())
    before = history.path.stat().st_ino
    history.move_to(tmp_path / "there" / "new.gpkg")
    assert history.path == tmp_path / "there" / "new.gpkg"
    assert history.path.stat().st_ino == before
    assert len(history.headings()) == 1


def test_what_was_cut_off_in_a_write_is_repaired_before_it_moves(history, tmp_path):
    history.put(two_found())
    journal = history.path.with_name(f"{history.path.name}-journal")
    journal.write_bytes(bytes(512))  # begun, but not yet in force
    assert not history.rename_to(tmp_path / "new.gpkg")
    history.move_to(tmp_path / "new.gpkg")
    assert len(history.headings()) == 1


def test_several_findings_change_together_or_not_at_all(history):
    entry = two_found()
    history.put(entry)
    first, second = entry.findings
    changes = [(first, None), (second, replace(second, state=ACCEPTED)), (None, replace(first, number=3))]
    assert history.change(entry.id, changes) == [None, changes[1][1], changes[2][1]]
    assert history.entry(entry.id).findings == (changes[1][1], changes[2][1])
    clashing = [(changes[2][1], None), (second, replace(second, state=REJECTED))]
    with pytest.raises(ChangedMeanwhile):
        history.change(entry.id, clashing)
    assert history.entry(entry.id).findings == (changes[1][1], changes[2][1])


def test_what_is_deleted_is_gone_with_its_pictures(history):
    history.put(make_entry(), make_scene())
    history.put(two_found())
    history.delete("a" * 32)
    assert [entry.id for entry in entries_of(history)] == ["b" * 32]
    assert history.scene("a" * 32) is None


@pytest.mark.parametrize(
    "words",
    ["MOOR", "could ship", "strasse", "harbour.tif", "unsure", "ship 1", "lie  harbours", "100%", ""],
)
def test_words_are_found_wherever_a_person_would_look(history, words):
    entry = two_found(thought="Ships lie in harbours, 100% sure, near the Große Straße.")
    history.put(with_changes(entry, 1, note="Unsure"))
    history.put(make_entry(question="Was ist das?", thought="Nothing.", source="map"))
    found = [each.id for each in entries_of(history, words)]
    assert found == [heading.id for heading in history.headings(words)]
    assert set(found) == ({"b" * 32} if words else {"a" * 32, "b" * 32})


@pytest.mark.parametrize("words", ["helicopter", "ship helicopter", "%", "_", "' OR 1=1 --"])
def test_words_that_are_not_there_find_nothing(history, words):
    history.put(two_found())
    assert entries_of(history, words) == []


def test_it_is_a_geopackage(history):
    history.put(two_found(), make_scene())
    history.put(make_entry(grid=Grid(5, 5, (1, 0, 0, 0, -1, 0))))
    store = gdal.OpenEx(str(history.path), gdal.OF_VECTOR, allowed_drivers=["GPKG"])
    questions, targets = (store.GetLayer(number) for number in range(store.GetLayerCount()))
    assert [layer.GetName() for layer in (questions, targets)] == ["questions", "targets"]
    assert questions.GetSpatialRef().GetAuthorityCode(None) == "4326"
    features = list(questions)
    assert features[1].GetGeometryRef() is None  # without a CRS it lies nowhere
    west, east, south, north = features[0].GetGeometryRef().GetEnvelope()
    assert 14.99 < west < east < 15.01
    assert 36.1 < south < north < 36.2
    rows = [feature.items() for feature in targets]
    outline = targets.GetFeature(1).GetFieldAsBinary("outline")
    assert [(row["number"], row["state"], row["box"]) for row in rows] == [
        (1, OPEN, "[1.0, 2.0, 4.0, 6.5]"),
        (2, OPEN, "[1.0, 2.0, 4.0, 6.5]"),
    ]
    assert ogr.CreateGeometryFromWkb(outline).Area() == 7 * 5 * 4
    assert history.path.read_bytes()[68:72] == b"GPKG"


def test_what_no_geopackage_can_hold_is_readable_there_all_the_same(history):
    history.put(make_entry(question="Where\x00 is \ud800 it?"))
    store = gdal.OpenEx(str(history.path), gdal.OF_VECTOR)
    assert store.GetLayer(0).GetNextFeature().GetField("question") == "Where  is \ufffd it?"
    assert history.headings("where it")[0].question == "Where  is \ufffd it?"


def test_the_last_questions_come_once_each_and_the_newest_first(history):
    for day, question in enumerate(("Ships?", "Roofs?", " Ships? ", "Roofs?", "Pools?")):
        entry = make_entry(f"{day:032}", question=question, created=f"2026-01-{day + 1:02}T00:00:00+00:00")
        history.put(entry)
    assert history.recent_questions() == ["Pools?", "Roofs?", "Ships?"]


def test_no_more_than_thirty_questions_are_recent(history):
    for day in range(32):
        history.put(make_entry(f"{day:032}", question=f"{day}?", created=f"2026-03-01T00:00:{day:02}+00:00"))
    assert history.recent_questions() == [f"{day}?" for day in range(31, 1, -1)]


def test_a_picture_of_the_largest_scene_stays_below_what_a_history_takes(history):
    """Noise, which nothing packs: no scene that is read has more pixels."""
    side = MAX_SIDE_PX
    scene = make_scene(utm_grid(side, side))
    history.put(make_entry(grid=scene.grid), scene)
    ((_, size),) = history.picture_sizes()
    assert size < 1.02 * 4 * side * side


def test_thinned_pictures_leave_all_else_and_make_the_file_smaller(history, tmp_path):
    scene = make_scene(utm_grid(400, 300))
    kept = make_entry("a" * 32, rectangle(2, 3, 9, 8, scene.grid), grid=scene.grid)
    for id in ("a" * 32, "b" * 32):
        history.put(replace(kept, id=id), scene)
    copy, large = History(tmp_path / "copy.gpkg"), history.size()
    history.copy_to(copy.path)
    history.delete_pictures("a" * 32)
    assert history.size() < 0.7 * large
    assert (history.entry("a" * 32), history.scene("a" * 32)) == (kept, None)
    assert history.scene("b" * 32) is not None
    history.restore_pictures(copy.path)
    assert np.array_equal(history.scene("a" * 32).image, scene.image)


def test_headings_of_some_are_those_of_all(history):
    for number in range(3):
        history.put(make_entry(f"{number}" * 32, question=f"Ship {number}?"))
    ids = ["2" * 32, "0" * 32, "9" * 32]
    assert {heading.id: heading for heading in history.headings_of(ids)} == {
        heading.id: heading for heading in history.headings() if heading.id in ids
    }
    assert [heading.id for heading in history.headings_of(ids, "ship 2")] == ["2" * 32]
