"""The pictures that were asked about, in memory and in the history."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.history.scenes import SCENES_KEPT, PictureGone, Scenes  # noqa: E402
from entries import make_entry, make_scene  # noqa: E402


def test_the_latest_pictures_need_no_disk(kept):
    scenes, latest = Scenes(kept), [make_scene() for _ in range(SCENES_KEPT)]
    scenes.keep("the oldest", make_scene())
    for number, scene in enumerate(latest):
        scenes.keep(str(number), scene)
    assert all(scenes.scene(str(number)) is scene for number, scene in enumerate(latest))
    with pytest.raises(PictureGone):
        scenes.scene("the oldest")


def test_an_older_picture_comes_from_the_history(kept):
    kept.history.put(make_entry("a" * 32), make_scene())
    assert (Scenes(kept).scene("a" * 32).image == make_scene().image).all()


def test_of_another_project_nothing_is_known(kept):
    scenes = Scenes(kept)
    scenes.keep("a", make_scene())
    scenes.forget()
    with pytest.raises(PictureGone):
        scenes.scene("a")
