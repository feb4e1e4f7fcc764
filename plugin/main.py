"""The plugin as QGIS sees it: wiring only."""

from __future__ import annotations

from typing import Optional

from qgis.core import Qgis, QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon

from ..backend.engine.loading import unload as unload_engine
from .language import install, remove
from .processing.provider import Provider
from .runtime.engine_service import Load, load_with_care
from .runtime.own_packages import own_packages
from .runtime.refused_packages import no_triton
from .settings import ICON, SettingsStore

IDLE_MS = 500  # for the last task of ours to leave its thread; what other plugins do there goes on


class Plugin:
    def __init__(self, iface: Optional[QgisInterface], load: Load = load_with_care) -> None:
        self._iface = iface  # None in qgis_process
        self._load = load

    def initProcessing(self) -> None:
        """qgis_process calls only this; initGui() calls it too."""
        self.settings = SettingsStore()
        self.translator = install(self.settings.now.language)
        self.provider = Provider(self._load, self.settings)
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        from .context import new_context  # not needed by qgis_process
        from .dock import Dock
        from .wiring import Wiring

        self.initProcessing()
        self.dock = Dock(self._iface.mainWindow())
        self.wiring = Wiring(new_context(self._iface, self.settings, self._load), self.dock)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.action = self.dock.toggleViewAction()
        self.action.setIcon(QIcon(str(ICON)))
        self._iface.addToolBarIcon(self.action)
        self._iface.addPluginToRasterMenu("AskMap", self.action)

    def unload(self) -> None:
        """In reverse; running work ends first, so that nothing arrives in a deleted dock."""
        self.wiring.close()
        unload_engine()
        if not self.wiring.context.engine.jobs.at_work:  # else torch may still be importing
            own_packages.end()
            no_triton.end()
        self._iface.removePluginRasterMenu("AskMap", self.action)
        self._iface.removeToolBarIcon(self.action)
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        QgsApplication.processingRegistry().removeProvider(self.provider)
        remove(self.translator)
        _end_idle_threads()


def _end_idle_threads() -> None:
    """Waits for the threads of QGIS's tasks to end.

    QGIS does so only after it has deleted what they need to clean up, which has killed 3.40 as it closed on a
    busy computer.
    """
    if Qgis.QGIS_VERSION_INT >= 33400:  # where the tasks got a pool of their own
        QgsApplication.taskManager().threadPool().waitForDone(IDLE_MS)
