"""What parent and child say to each other comes over as it was, and nothing else is read."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import pytest
from askmap.backend.child import wire
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import BadData
from askmap.backend.message import Message
from askmap.backend.stages import (
    Box,
    Grid,
    Grounding,
    Likelihood,
    Point,
    Progress,
    Provenance,
    Question,
    Target,
    Turn,
)

WARNING = Message("{count:,} pixels of {layer} are empty.", count=12048, layer=Message("«{name}»", name="a"))
TARGETS = (
    Target(Box(0.1, 2, 3, 4), (Point(1, 2.5),), "roof", (3, 9), (Point(0, 0),), (10, 40)),
    Target(None, (Point(1e-7, 2),), confidence=0.25, likelihood=Likelihood(-0.5, float("-inf"))),
)


def over(parts: wire.Parts) -> wire.Parts:
    return wire.parts_of(wire.line_of(parts).removesuffix(b"\n"))


@pytest.mark.parametrize("target", TARGETS)
def test_a_target_comes_over_with_all_that_is_known_of_it(target):
    back = wire.target_of_plain(over(wire.target_to_plain(target)))
    assert vars(back) == vars(target)  # also what does not count when two are compared


@pytest.mark.parametrize(
    "grounding",
    [
        Grounding("Two \udc80 «roofs» 屋\n\0", TARGETS, "<think>", "plain"),
        Grounding("", (), "", "plain", is_unknown=True),
    ],
)
def test_a_grounding_comes_over(grounding):
    assert wire.grounding_of_plain(over(wire.grounding_to_plain(grounding))) == grounding


def test_a_question_comes_over_with_its_earlier_turns():
    turn = Turn("where?", TARGETS, (4, 7), (3.5, 2.0), ((0.5, -1.0), (2.0, 0.25)))
    question = Question("only the left one", "de", (Turn("what?", ()), turn))
    assert wire.question_of_plain(over(wire.question_to_plain(question))) == question


def test_a_provenance_comes_over_with_what_is_needed_to_translate_it():
    device = Message("{device}: {threads} threads", device="cpu", threads=4)
    made = Provenance(
        *("a.tif", "r", "00", "s", "11", device, 7, "2026-01-01T00:00:00+00:00", "0.2.0"),
        settings={"temperature": "0.5"},
        times_s={"total": 1.25},
        warnings=(WARNING, Message("It has no CRS.")),
    )
    back = wire.provenance_of_plain(over(wire.provenance_to_plain(made)))
    assert back == made
    assert back.warnings[0].template == WARNING.template
    assert back.warnings[0].fields["layer"].fields == {"name": "a"}
    assert back.device.fields == {"device": "cpu", "threads": 4}


@pytest.mark.parametrize("step", [Message("Reasoning"), "Überlegen", WARNING])
def test_progress_comes_over(step):
    back = wire.progress_of_plain(over(wire.progress_to_plain(Progress(0.25, step))))
    assert back == Progress(0.25, step)
    assert type(back.step) is type(step)


@pytest.mark.parametrize(
    "settings",
    [
        EngineSettings(),
        EngineSettings(Path("/ä b/\udcff"), Path("c.pt"), "cuda", "plain", 0.5, 2**63 - 1, 5),
        EngineSettings("moon://crater"),
        EngineSettings(device="cuda:1", dtype="bfloat16"),
    ],
)
def test_settings_come_over(settings):
    assert wire.settings_of_plain(over(wire.settings_to_plain(settings))) == settings


def test_every_setting_comes_over():
    assert set(EngineSettings.__annotations__) <= set(wire.settings_to_plain(EngineSettings()))


def test_a_line_is_one_line_of_ascii():
    line = wire.line_of({"piece": "a\nb\u2028ü"})
    assert line.count(b"\n") == 1
    assert line.isascii()


@pytest.mark.parametrize(
    "line",
    [b"", b"null", b"[1]", b"{", b"\xff\xfe", "ü".encode(), b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}"],
)
def test_what_is_no_line_of_ours_is_refused(line):
    with pytest.raises((ValueError, BadData)):
        wire.parts_of(line)


READERS = (
    wire.target_of_plain,
    wire.grounding_of_plain,
    wire.question_of_plain,
    wire.provenance_of_plain,
    wire.progress_of_plain,
    wire.thought_of_plain,
    wire.target_found_of_plain,
    wire.settings_of_plain,
    wire.grid_of_plain,
    wire.warnings_of_plain,
)
SOUND = {
    wire.target_of_plain: wire.target_to_plain(TARGETS[0]),
    wire.grounding_of_plain: wire.grounding_to_plain(Grounding("a", TARGETS, "b", "plain")),
    wire.question_of_plain: wire.question_to_plain(Question("a", earlier=(Turn("b", TARGETS),))),
    wire.progress_of_plain: wire.progress_to_plain(Progress(0.5, "a")),
    wire.settings_of_plain: wire.settings_to_plain(EngineSettings()),
    wire.grid_of_plain: {"grid": {"width": 2, "height": 3, "affine": [1, 0, 0, 0, -1, 0], "crs": ""}},
    wire.warnings_of_plain: {"warnings": ["It has no CRS."]},
    wire.thought_of_plain: {"piece": "a"},
    wire.target_found_of_plain: {"index": 1, "target": wire.target_to_plain(TARGETS[1])},
}
WRONG = (None, True, -1, 1e400, "", "a", [], [1], [[1, 2, 3]], {}, {"template": "{a}"})


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_nothing_is_not_read(reader):
    with pytest.raises((ValueError, BadData)):
        reader({})


@pytest.mark.parametrize("reader", SOUND, ids=lambda reader: reader.__name__)
def test_whatever_stands_in_a_field_is_read_or_refused(reader):
    """Never any other error, which would be a bug's."""
    sound = json.loads(json.dumps(SOUND[reader]))
    reader(sound)
    for key in sound:
        for value in WRONG:
            with suppress(ValueError, BadData):
                reader({**sound, key: value})


def test_a_grid_comes_over():
    grid = Grid(2, 3, (0.1, 0.2, 1e7, 0.3, -0.4, -5e6), "WKT «ü»")
    plain = {"width": 2, "height": 3, "affine": list(grid.affine), "crs": grid.crs}
    assert wire.grid_of_plain(over({"grid": plain})) == grid
