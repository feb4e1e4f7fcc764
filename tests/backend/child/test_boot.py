"""What runs in the child's interpreter: ours, from its place, with our packages first and QGIS nowhere."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from askmap.backend.child.conversation import ChildCommand
from askmap.backend.child.engine import ChildEngine
from askmap.backend.engine.loading import load_engine, unload
from askmap.backend.engine.protocols import EngineSettings
from askmap.backend.errors import DeviceMissing, EngineEnded, ModelMissing
from askmap.backend.self_test import read_self_test
from askmap.backend.stages import Event, Grid, MaskFound, Scene, TargetFound, Thought
from children import PATIENCE
from places import ROOT
from small_engine import ASKED, scene_of

HERE = ChildCommand(Path(sys.executable))
SETTINGS = EngineSettings(device="cpu")


@pytest.fixture(scope="module")
def pair():
    """The bundled one, in a child."""
    engine = ChildEngine(SETTINGS, HERE, PATIENCE)
    engine.load()
    return engine


@pytest.fixture(autouse=True)
def _unloaded():
    yield
    unload()


def test_the_bundled_pair_answers_in_a_child_as_it_does_here(pair):
    asked = read_self_test()
    heard: dict[str, list[Event]] = {"here": [], "there": []}
    here = load_engine(SETTINGS).answer(asked.scene, asked.question, heard["here"].append)
    there = pair.answer(asked.scene, asked.question, heard["there"].append)
    assert there.grounding == here.grounding
    assert [vars(target) for target in there.grounding.targets] == [vars(t) for t in here.grounding.targets]
    assert np.array_equal(there.masks.masks, here.masks.masks)
    assert np.array_equal(there.masks.scores, here.masks.scores)
    assert np.array_equal(there.seen, here.seen)
    made = replace(here.provenance, created="", times_s={})
    assert replace(there.provenance, created="", times_s={}) == made
    for kind in (Thought, TargetFound):
        said = [[event for event in events if isinstance(event, kind)] for events in heard.values()]
        assert [event for event in said[0] if event != Thought("")] == [
            event for event in said[1] if event != Thought("")
        ]
    masks = [event for event in heard["there"] if isinstance(event, MaskFound)]
    assert len(masks) == len(there.grounding.targets) > 0


def test_a_correction_in_a_child_draws_the_same_mask(pair):
    asked = read_self_test()
    targets = pair.answer(asked.scene, asked.question).grounding.targets
    there = pair.segment(asked.scene, targets)
    here = load_engine(SETTINGS).segment(asked.scene, targets)
    assert np.array_equal(there.masks, here.masks)


def test_a_scene_of_many_pixels_is_answered(pair):
    """4,000 x 3,000, of which no copy may be too many."""
    asked, (height, width) = read_self_test(), (3000, 4000)
    rows, columns = np.ix_(
        np.arange(height) * asked.scene.grid.height // height,
        np.arange(width) * asked.scene.grid.width // width,
    )
    image = np.ascontiguousarray(asked.scene.image[rows, columns])
    valid = np.ones((height, width), bool)
    valid[:100] = False
    scene = Scene(image, valid, Grid(width, height, (1, 0, 0, 0, -1, 0)), "large.tif")
    answer = pair.answer(scene, asked.question)
    assert answer.masks.masks.shape == (len(answer.grounding.targets), height, width)
    assert answer.masks.masks.any()
    assert not answer.masks.masks[:, :100].any()


def test_nothing_of_qgis_is_in_the_child(pair):
    pair.segment(scene_of(), [])
    libraries = Path(f"/proc/{pair.pid}/maps").read_text()
    assert "libtorch" in libraries
    assert [name for name in ("libqgis", "libgdal", "libQt", "libproj") if name in libraries] == []


@pytest.mark.parametrize(
    ("settings", "error", "match"),
    [
        (replace(SETTINGS, device="npu"), DeviceMissing, "npu"),
        (replace(SETTINGS, reasoner=Path("/nowhere/at all")), ModelMissing, "no folder /nowhere/at all"),
    ],
)
def test_models_that_cannot_be_loaded_are_the_same_error_as_here(settings, error, match):
    engine = ChildEngine(settings, HERE, PATIENCE)
    with pytest.raises(error, match=match) as there:
        engine.load()
    with pytest.raises(error) as here:
        load_engine(settings)
    assert there.value.full_text == here.value.full_text
    assert there.value.message.fields == here.value.message.fields
    assert engine.pid is None


def test_how_far_the_loading_is_comes_over_the_pipe():
    engine, events = ChildEngine(SETTINGS, HERE, PATIENCE), []
    engine.load(events.append)
    engine.close()
    fractions = [event.fraction for event in events]
    assert fractions == sorted(fractions)
    assert 0.5 < fractions[-1] < 1


def test_our_packages_come_before_the_interpreters_own(tmp_path):
    folder = tmp_path / "ours: a b ü"  # a colon would part it in PYTHONPATH
    folder.mkdir()
    (folder / "numpy.py").write_text("raise ImportError('this is ours')")
    engine = ChildEngine(SETTINGS, replace(HERE, packages=(folder,)), PATIENCE)
    with pytest.raises(EngineEnded, match="exit code 1: ImportError: this is ours"):
        engine.load()


def test_neither_the_current_folder_nor_what_lies_beside_the_plugin_is_imported(tmp_path, monkeypatch):
    """In QGIS, all other plugins lie there."""
    plugins = tmp_path / "plugins"
    plugins.mkdir()
    (plugins / "askmap").symlink_to(ROOT, target_is_directory=True)
    for folder in (plugins, tmp_path):
        for name in ("numpy", "torch", "json"):
            (folder / f"{name}.py").write_text("raise ImportError('a stranger')")
    monkeypatch.chdir(tmp_path)
    program = plugins / "askmap" / "backend" / "child" / "boot.py"
    engine = ChildEngine(replace(SETTINGS, device="npu"), replace(HERE, program=program), PATIENCE)
    with pytest.raises(DeviceMissing):
        engine.load()


def test_the_package_need_not_be_installed_nor_its_folder_be_called_so(tmp_path):
    (tmp_path / "a fork-2").symlink_to(ROOT, target_is_directory=True)
    boot = tmp_path / "a fork-2" / "backend" / "child" / "boot.py"
    numpy = Path(np.__file__).parents[1]
    # -S: without site-packages, and so without the package
    command = [sys.executable, "-S", str(boot), str(tmp_path), f'["{numpy}"]']
    said = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert said.stdout.startswith('{"hello": "')
    assert said.stderr == ""


def test_a_child_that_is_let_go_inside_another_loop_ends_too(tmp_path):
    """As where other plugins run one on this thread."""
    import asyncio

    from children import is_running, small_child

    engines = [small_child(tmp_path, "small")]
    engines[0].answer(scene_of(), ASKED)
    pid = engines[0].pid

    async def let_go() -> None:
        engines.clear()

    asyncio.run(let_go())
    assert not is_running(pid)
