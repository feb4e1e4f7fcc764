"""What a question was about, found again in the project by what its answer keeps."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.language import install, remove, tr  # noqa: E402
from askmap.plugin.map.subject import subject_of  # noqa: E402
from qgis.core import QgsProject, QgsRasterLayer  # noqa: E402


@pytest.fixture
def project(qgis_app):
    project = QgsProject()
    yield project
    project.clear()


def test_a_layer_is_found_by_its_file_or_by_its_name(project, flat_raster):
    layer = QgsRasterLayer(str(flat_raster), "ortho")
    project.addMapLayer(layer)
    native, drawn = subject_of(str(flat_raster), project), subject_of("ortho", project)
    assert (native.layer, native.is_native) == (layer, True)
    assert (drawn.layer, drawn.is_native) == (layer, False)
    assert subject_of("/away/other.tif", project).is_gone


def test_of_several_layers_with_one_name_none_is_taken_for_it(project, flat_raster):
    project.addMapLayers([QgsRasterLayer(str(flat_raster), "ortho") for _ in range(2)])
    subject = subject_of("ortho", project)
    assert subject.layer is None
    assert subject.is_unknown
    assert subject.text() == "ortho"


def test_the_map_is_known_in_the_language_of_the_day(project):
    german = install("de")
    try:
        kept = tr("The map as I see it")
        assert kept != "The map as I see it"
    finally:
        remove(german)
    subject = subject_of(kept, project)
    assert not subject.is_gone
    assert subject.text() == "The map as I see it"
