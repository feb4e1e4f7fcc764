"""The page that installs: one button, in the dock and in the options, over the true installer."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType

import pytest

pytestmark = pytest.mark.qgis

from askmap.plugin.install import controller  # noqa: E402
from askmap.plugin.install.bundle import computer_of  # noqa: E402
from askmap.plugin.install.controller import InstallController, loaded_environment  # noqa: E402
from askmap.plugin.install.failures import not_supported  # noqa: E402
from askmap.plugin.install.host import TorchBuild  # noqa: E402
from askmap.plugin.install.panel import InstallPanel  # noqa: E402
from askmap.plugin.install.plan import InstallState  # noqa: E402
from askmap.plugin.runtime.installed_packages import (  # noqa: E402
    InstallFolder,
    Marker,
    packages_folder,
    packages_root,
    write_marker,
)
from askmap.plugin.settings import Settings  # noqa: E402
from desktop import FakeEngine, no_tasks, wait_until  # noqa: E402
from installing import Shop, again, none_is_left, open_shop, plan_in  # noqa: E402
from qgis.PyQt.QtCore import Qt  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QFileDialog  # noqa: E402


@pytest.fixture
def shop(tmp_path, desk, monkeypatch) -> Iterator[Shop]:
    monkeypatch.setattr("askmap.backend.packages.pip_config.pip_files", lambda: [])
    with open_shop(tmp_path / "shop") as shop:
        monkeypatch.setenv("UV_DEFAULT_INDEX", shop.address)
        yield shop


@pytest.fixture
def plan(tmp_path, shop):
    return plan_in(tmp_path / "profile" / "packages", shop)


@pytest.fixture
def controllers() -> Iterator[list[InstallController]]:
    made: list[InstallController] = []
    yield made
    for each in made:
        each.close()
    wait_until(no_tasks, "all tasks ended")


@pytest.fixture
def panel(desk, plan, controllers) -> InstallPanel:
    controllers.append(InstallController(lambda: again(plan)))
    panel = InstallPanel(controllers[0], desk.mainWindow())
    panel.show()
    return panel


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_button_installs_and_the_page_says_so(panel, plan, controllers):
    ended = []
    controllers[0].installed.connect(lambda: ended.append(again(plan).state))
    assert "100 MB to fetch" in panel.text.text()
    assert panel.remove_button.isHidden()
    click(panel.button)
    assert panel.button.text() == "Stop"
    assert not panel.bar.isHidden()
    wait_until(lambda: bool(ended), "it is installed")
    assert ended == [InstallState.COMPLETE]
    assert "are installed" in panel.text.text()
    assert panel.bar.isHidden()
    assert not panel.remove_button.isHidden()


def test_packages_from_elsewhere_are_not_called_missing(plan, controllers, monkeypatch):
    told = []
    for missing in ((), ("torch",)):
        monkeypatch.setattr(controller, "missing_modules", lambda missing=missing: missing)
        controllers.append(InstallController(lambda: again(plan)))
        told.append(controllers[-1].now.text)
    assert told[0].startswith("The packages that QGIS has are in use. AskMap can install its own")
    assert told[1].startswith("AskMap can install them")


def test_an_update_says_how_much_it_is_at_most(panel, plan, desk, controllers):
    click(panel.button)
    wait_until(lambda: again(plan).state is InstallState.COMPLETE, "it is installed")
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("alpha", "gamma")))
    controllers.append(InstallController(lambda: again(newer)))
    assert (
        "only what changed is fetched. At most: 100 MB to fetch, 1 MB on the disk" in controllers[1].now.text
    )
    assert controllers[1].now.button == "Update the packages"


def test_torch_that_is_loaded_from_elsewhere_waits_for_the_next_start(
    panel, controllers, monkeypatch, tmp_path
):
    monkeypatch.setitem(sys.modules, "torch", ModuleType("torch"))
    (tmp_path / "older").mkdir()
    (tmp_path / "older" / "pyvenv.cfg").touch()
    sys.modules["torch"].__file__ = str(tmp_path / "older" / "lib" / "torch" / "__init__.py")
    assert loaded_environment() == tmp_path / "older"
    usable: list[bool] = []
    controllers[0].completed.connect(usable.append)
    click(panel.button)
    wait_until(lambda: bool(usable), "it is installed")
    assert usable == [False]
    assert "when it starts again" in panel.text.text()


def test_packages_that_qgis_loads_beside_an_engine_of_its_own_process_are_in_use_too(monkeypatch, tmp_path):
    """Removed beneath it, what corrections have not loaded yet would be missing."""
    (tmp_path / "pyvenv.cfg").touch()
    for name in ("torch", "scipy"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert loaded_environment() is None
    monkeypatch.setitem(sys.modules, "scipy", ModuleType("scipy"))
    sys.modules["scipy"].__file__ = str(tmp_path / "lib" / "scipy" / "__init__.py")
    assert loaded_environment() == tmp_path


def test_what_is_installed_can_be_removed(panel, plan, controllers):
    ended = []
    controllers[0].installed.connect(lambda: ended.append(again(plan).state))
    click(panel.button)
    wait_until(lambda: len(ended) == 1, "it is installed")
    click(panel.remove_button)
    wait_until(lambda: len(ended) == 2, "it is removed")
    assert ended == [InstallState.COMPLETE, InstallState.ABSENT]
    assert panel.button.text() == "Install the packages"


def test_a_file_is_chosen_and_what_is_no_bundle_is_named(panel, plan, tmp_path, monkeypatch):
    name = computer_of(plan)
    assert f"--for {name}" in panel.bundle_button.toolTip()
    answers = [("", ""), (str(tmp_path / "photos.zip"), "")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: answers.pop(0))
    click(panel.bundle_button)
    assert panel.bar.isHidden()
    (tmp_path / "photos.zip").write_bytes(b"")
    click(panel.bundle_button)
    assert panel.bundle_button.isHidden()
    wait_until(lambda: "photos.zip is no bundle" in panel.text.text(), "the page says so")
    assert "askmap bundle" in panel.text.text()
    assert not panel.bundle_button.isHidden()


def test_the_button_stops_and_offers_to_go_on(panel, plan, shop):
    shop.stalled.add("beta")
    click(panel.button)
    wait_until(lambda: "beta-1.0-py3-none-any.whl" in shop.wheels_asked, "uv fetches")
    wait_until(lambda: "Fetching the packages" in panel.step.text(), "the page says so")
    click(panel.button)
    wait_until(lambda: panel.bar.isHidden(), "it has stopped")
    assert panel.text.text().startswith("Stopped")
    assert panel.button.text() == "Go on installing"
    assert none_is_left(plan.folder.root)


def test_a_failure_is_shown_with_the_next_step_and_the_button_is_back(panel, plan, shop, monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9")
    click(panel.button)
    wait_until(lambda: panel.bar.isHidden(), "it has failed")
    assert "could not be fetched" in panel.text.text()
    assert "Check the network" in panel.text.text()
    assert panel.button.text() == "Go on installing"


def test_a_larger_download_needs_a_second_press(desk, plan, controllers):
    controllers.append(InstallController(lambda: replace(again(plan), download_bytes=1)))
    panel = InstallPanel(controllers[0], desk.mainWindow())
    click(panel.button)
    wait_until(lambda: panel.bar.isHidden(), "it asks")
    asked, offered = panel.text.text().split("\n\n")
    assert "Press the button again" in asked
    needed = asked.partition(": ")[2].partition(" MB")[0]
    assert int(needed) > 0
    assert f": {needed} MB to fetch, " in offered or f". {needed} MB to fetch, " in offered
    click(panel.button)
    wait_until(lambda: again(plan).state is InstallState.COMPLETE, "it is installed")
    wait_until(lambda: panel.bar.isHidden(), "the page says so")


def test_a_build_for_the_processor_is_whole_and_one_for_the_graphics_card_is_offered(
    panel, plan, desk, controllers
):
    click(panel.button)
    wait_until(lambda: again(plan).state is InstallState.COMPLETE, "it is installed")
    wait_until(lambda: panel.bar.isHidden(), "the page says so")
    wanted = replace(plan.wanted, build="cuda")
    with_gpu = replace(plan, host=replace(plan.host, build=TorchBuild.CUDA), wanted=wanted)
    controllers.append(InstallController(lambda: again(with_gpu)))
    other = InstallPanel(controllers[1], desk.mainWindow())
    assert other.text.text().startswith(
        "All packages are installed in QGIS's profile. They run on the processor"
    )
    assert "100 MB to fetch" in other.text.text()
    assert other.button.text() == "Install those for the graphics card"
    assert not other.remove_button.isHidden()
    click(other.button)
    wait_until(lambda: again(with_gpu).state is InstallState.COMPLETE, "it is installed")
    wait_until(lambda: other.bar.isHidden(), "the page says so")
    assert "processor" not in other.text.text()
    assert not plan.environment.exists()


def test_a_computer_that_is_not_supported_has_no_button(desk, controllers):
    def make() -> None:
        raise not_supported("plan9-vax")

    controllers.append(InstallController(make))
    panel = InstallPanel(controllers[0], desk.mainWindow())
    assert "plan9-vax" in panel.text.text()
    assert panel.button.isHidden()


def test_closing_the_plugin_ends_an_installation(panel, plan, shop, controllers):
    shop.stalled.add("beta")
    click(panel.button)
    wait_until(lambda: "beta-1.0-py3-none-any.whl" in shop.wheels_asked, "uv fetches")
    controllers[0].close()
    assert none_is_left(plan.folder.root)


def test_the_page_stands_in_the_dock_and_in_the_options(desk, plugged_in):
    plugin = plugged_in(FakeEngine())
    assert plugin.dock.form.notice.findChild(InstallPanel)
    page = plugin.wiring.options.page.createWidget()
    assert page.isAncestorOf(page.install)
    assert page.install.button.text() == "Install the packages"


def test_a_folder_that_the_user_chose_comes_first_if_it_holds_packages(desk, tmp_path):
    chosen = Settings(environment=str(tmp_path))
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert packages_folder(Settings()) == Settings().environment_folder()
    installed = InstallFolder(packages_root()).environment("digest")
    installed.mkdir(parents=True)
    write_marker(installed, Marker("digest", python, ()))
    assert packages_folder(Settings()) == installed
    assert packages_folder(chosen) == installed
    (tmp_path / "torch").mkdir()
    assert packages_folder(chosen) == tmp_path
