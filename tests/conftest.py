"""What all tests share: QGIS's tests must run, and run one after another."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import suppress
from pathlib import Path
from typing import Callable

import pytest

with suppress(ImportError):  # the Python on Qt 6 has no hypothesis, and no test that needs it
    from hypothesis import HealthCheck, settings

    # What one example takes says more about the machine's load than about the program
    settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("untimed")


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in real QGIS want the screen and the keyboard for themselves: one worker runs them all.

    Those that start a QGIS of their own come first: it asks for what was copied, and would wait for a process
    that waits for it.
    """
    items.sort(key=lambda item: item.path.name != "test_desktop.py")
    for item in items:
        if item.get_closest_marker("qgis"):
            item.add_marker(pytest.mark.xdist_group("qgis"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test in QGIS is a failed one: a run without QGIS must not look like a good one."""
    report = yield
    if report.skipped and item.get_closest_marker("qgis") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"a test in real QGIS must run, but this one was skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips because it cannot import qgis."""
    report = yield
    if report.skipped and "qgis" in str(report.longrepr).lower():
        report.outcome = "failed"
        report.longrepr = f"QGIS is needed to read these tests: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def qgis_app() -> Generator[object, None, None]:
    """One QGIS for all tests, with a profile of its own; other code is run without importing QGIS."""
    from qgis.core import QgsProject
    from qgis.testing import start_app

    app = start_app(cleanup=False)  # its own is at Python's exit, when half of what QGIS needs is gone
    yield app
    QgsProject.instance().clear()
    gc.collect()  # a layer that is still there would crash without its provider
    app.exitQgis()
    shutil.rmtree(os.environ["QGIS_CUSTOM_CONFIG_PATH"])


@pytest.fixture(autouse=True)
def no_transform_left(request: pytest.FixtureRequest) -> Generator[None, None, None]:
    """QGIS keeps transforms by the names of their systems, and would take those of another test for them."""
    in_qgis = "qgis_app" in request.fixturenames and bool(request.getfixturevalue("qgis_app"))
    yield
    if in_qgis:
        from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform

        QgsCoordinateReferenceSystem.invalidateCache()
        QgsCoordinateTransform.invalidateCache()


@pytest.fixture
def desk(qgis_app: object) -> Generator[object, None, None]:
    """A desktop.Desk: a window such as QGIS's, with an empty project and history, and untouched settings."""
    from desktop import Desk, no_tasks, wait_until
    from qgis.core import QgsApplication, QgsProject, QgsSettings
    from qgis.PyQt.QtCore import QCoreApplication, QEvent

    desk = Desk()
    yield desk
    wait_until(no_tasks, "all tasks ended")
    desk.close()
    QgsProject.instance().clear()
    for group in ("askmap", "plugins/askmap"):
        QgsSettings().remove(group)
    shutil.rmtree(Path(QgsApplication.qgisSettingsDirPath()) / "askmap", ignore_errors=True)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def plugged_in(desk: object) -> Generator[Callable[[object], object], None, None]:
    """Call it with an engine to get the plugin, running with it in the desk."""
    from askmap.plugin.main import Plugin

    plugins = []

    def plug_in(engine: object) -> object:
        plugins.append(Plugin(desk, engine.load))
        plugins[-1].initGui()
        return plugins[-1]

    yield plug_in
    for plugin in plugins:
        plugin.unload()


@pytest.fixture
def flat_raster(tmp_path: Path) -> Path:
    """20 x 15 pixels of 2 m at (500000, 5000000) in EPSG:32633, one colour: (60, 120, 180)."""
    from osgeo import gdal, osr

    path = tmp_path / "flat.tif"
    raster = gdal.GetDriverByName("GTiff").Create(str(path), 20, 15, 3)
    raster.SetGeoTransform((500_000.0, 2.0, 0.0, 5_000_000.0, 0.0, -2.0))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(32633)
    raster.SetSpatialRef(crs)
    for band in (1, 2, 3):
        raster.GetRasterBand(band).Fill(60 * band)
    return path


@pytest.fixture(scope="session")
def compiled() -> None:
    """The translations as .ci/setup leaves them, also where a .ts changed since."""
    subprocess.run([sys.executable, Path(__file__).parents[1] / ".ci/translations", "compile"], check=True)


@pytest.fixture
def speak(qgis_app: object, compiled: None) -> Generator[Callable[[str], None], None, None]:
    """Call it with a language; the next one takes its place."""
    from askmap.plugin import language

    installed = []

    def speak(name: str) -> None:
        if installed:
            language.remove(installed.pop())
        installed.append(language.install(name))
        assert installed[-1] is not None

    yield speak
    for translator in installed:
        language.remove(translator)


@pytest.fixture
def day(desk: object, plugged_in: Callable[[object], object], flat_raster: Path) -> object:
    """A workday.Day on which one question was asked and two targets were found."""
    from desktop import SQUARE, FakeEngine
    from qgis.core import QgsRasterLayer
    from workday import OTHER, Day

    engine = FakeEngine(targets=(SQUARE, OTHER))
    plugin = plugged_in(engine)
    desk.show_layer(QgsRasterLayer(str(flat_raster), "fields"))
    day = Day(desk, plugin, engine)
    day.ask()
    return day


@pytest.fixture
def page(desk: object) -> object:
    """The page of options, as it is stored."""
    from askmap.plugin.options.page import OptionsPage

    page = OptionsPage()
    page.show()
    return page


@pytest.fixture
def layer(desk: object, flat_raster: Path) -> object:
    """The flat raster, in the project and on the canvas."""
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(str(flat_raster), "fields")
    desk.show_layer(layer)
    return layer


@pytest.fixture
def teachers(desk: object, layer: object, tmp_path: Path) -> Generator[Callable[..., object], None, None]:
    """Call it to get a teaching.Teacher, with any engine."""
    from desktop import FakeEngine
    from teaching import Teacher

    known = []

    def teacher(engine: object = None, folder: Path | None = tmp_path / "set") -> Teacher:
        known.append(Teacher(desk, layer, engine or FakeEngine(), folder))
        return known[-1]

    yield teacher
    for each in known:
        each.close()


@pytest.fixture
def teacher(teachers: Callable[..., object]) -> object:
    """One who has begun."""
    teacher = teachers()
    teacher.start()
    return teacher


@pytest.fixture
def cards(desk: object) -> object:
    """The list of cards, in the desk's window."""
    from askmap.plugin.cards.panel import Cards

    cards = Cards(desk.mainWindow())
    cards.setGeometry(0, 0, 320, 500)
    cards.show()
    return cards


@pytest.fixture
def heard(cards: object) -> list[tuple]:
    """The signals of the cards, each with what it says."""
    from reviewing import SIGNALS

    heard: list[tuple] = []
    for name in SIGNALS:
        getattr(cards, name).connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


@pytest.fixture
def opened(desk: object, tmp_path: Path) -> Generator[Callable[..., object], None, None]:
    """Call it with entries to get an export dialog, which writes into the test's folder."""
    from export_dialogs import dialogs_in

    with dialogs_in(desk, tmp_path) as open_dialog:
        yield open_dialog


@pytest.fixture
def history(tmp_path: Path) -> object:
    """An empty one, of which there is no file yet."""
    from askmap.backend.history.store import History

    return History(tmp_path / "town_askmap.gpkg")


@pytest.fixture
def project(desk: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    """QGIS's, empty, with a profile that nobody else uses."""
    from askmap.plugin.history import paths
    from qgis.core import QgsProject

    monkeypatch.setattr(paths, "profile_folder", lambda: tmp_path / "profile" / "askmap")
    (tmp_path / "work").mkdir()
    return QgsProject.instance()


@pytest.fixture
def started(project: object) -> Generator[Callable[[], object], None, None]:
    """Call it for another start of the plugin, to get the history of the open project."""
    from askmap.plugin.history.project_history import ProjectHistory

    histories = []

    def start() -> ProjectHistory:
        histories.append(ProjectHistory())
        histories[-1].heard, histories[-1].closed = [], False
        histories[-1].warned.connect(histories[-1].heard.append)
        return histories[-1]

    yield start
    project.clear()
    for history in histories:
        if not history.closed:
            history.close()


@pytest.fixture
def kept(started: Callable[[], object]) -> object:
    """The history of the open project."""
    return started()


@pytest.fixture(params=["GDAL raises", "GDAL returns None"])
def either_switch(request: pytest.FixtureRequest) -> Generator[None, None, None]:
    """QGIS has GDAL's exceptions off, other programs have them on; neither is ours to change."""
    from osgeo import gdal, ogr, osr

    def switch(on: bool) -> None:
        for module in (gdal, ogr, osr) if on else (osr, ogr, gdal):  # GDAL insists on the reverse order
            module.UseExceptions() if on else module.DontUseExceptions()

    before, now = bool(gdal.GetUseExceptions()), request.param == "GDAL raises"
    switch(now)
    yield
    assert bool(gdal.GetUseExceptions()) == now
    switch(before)
