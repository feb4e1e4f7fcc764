"""Walks through AskMap in the running QGIS and takes pictures; .ci/screenshots starts it (--code).

From the environment: TOUR, this file; PICTURES, the folder for them; SAMPLE, the raster that is asked
about; STOPS, where to stop, by the names of Tour's methods. The bundled pair answers, so a rerun shows the
same but for times. Whatever goes wrong ends QGIS with exit code 1.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

sys.path.append(str(Path(os.environ["TOUR"]).parent))

from camera import Camera, Hand, NoPicture, point_at, press, put, rest, wait_until, window  # noqa: E402
from qgis.core import Qgis, QgsApplication, QgsProject, QgsRasterLayer  # noqa: E402
from qgis.gui import QgsCollapsibleGroupBoxBasic  # noqa: E402
from qgis.PyQt.QtCore import QPoint, QRect, QSize, Qt, QTimer, QUrl  # noqa: E402
from qgis.PyQt.QtGui import QColor, QImage, QPainter  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWebKitWidgets import QWebPage  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QScrollArea, QWidget  # noqa: E402
from qgis.utils import iface, plugins  # noqa: E402

STOPS = "introduction ask review correct see export ask_again history report teach models options self_test"
QUESTION, NOTHING = "Where could a helicopter land?", "Where can people swim?"
FOLLOW_UP = "Only the ones near the river."
NOTE = "Wires along the east side"
DOCK_PX, LAYERS_PX, BELOW_PX = 400, 230, 3  # widths, and below what a picture ends with
OTHER_SEED = 4
REPORT, REPORT_ZOOM = QSize(520, 800), 0.6
FIELD = (30, 30, 250, 236)  # the one at the upper left, with room around, in the sample's pixels
ON_FIELD = ((150, 90), (95, 130))
OTHER_FIELD, ON_OTHER_FIELD = ((230, 145), (478, 378)), ((317, 297), (358, 251))
KEY = Qt.Key


class Tour:
    def __init__(self) -> None:
        self.dock, self.canvas = plugins["askmap"].dock, iface.mapCanvas()
        self.form, self.answer = self.dock.form, self.dock.answer
        self.cards = self.answer.cards
        self.camera, self.map = Camera(Path(os.environ["PICTURES"])), Hand(Path(os.environ["SAMPLE"]))
        self.work = Path.cwd()

    def go(self) -> None:
        for stop in ("arrive", *(os.environ.get("STOPS") or STOPS).split()):
            print(f"stop {stop}", flush=True)
            getattr(self, stop)()

    def arrive(self) -> None:
        main = iface.mainWindow()
        QApplication.setCursorFlashTime(0)
        for dock in main.findChildren(QDockWidget, "Browser"):
            dock.close()
        self.dock.setUserVisible(True)
        layer = QgsRasterLayer(os.environ["SAMPLE"], Path(os.environ["SAMPLE"]).stem)
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        docks = [self.dock, *main.findChildren(QDockWidget, "Layers")]
        main.resizeDocks(docks, [DOCK_PX, LAYERS_PX], Qt.Orientation.Horizontal)
        rest()
        self.show_all()

    def show_all(self) -> None:
        self.canvas.zoomToFullExtent()
        rest()

    def introduction(self) -> None:
        self.camera.take("introduction", self.dock)
        QTest.mouseClick(self.dock.welcome.start_button, Qt.MouseButton.LeftButton)
        self.camera.take("empty", self.dock)

    def packages(self) -> None:
        """Where they are missing: the page that installs them, and room for what it says."""
        QTest.mouseClick(self.dock.welcome.start_button, Qt.MouseButton.LeftButton)
        rest()
        notice = self.form.notice
        if not notice.isVisible():
            raise NoPicture("the packages are not missing here")
        end = notice.mapTo(self.dock, notice.rect().bottomLeft()).y() + BELOW_PX
        self.camera.take("packages", self.dock, within=QRect(0, 0, self.dock.width(), end))

    def type_question(self, words: str) -> None:
        self.form.question.clear()
        QTest.keyClicks(self.form.question, words)
        QTest.keyClick(self.form.question, KEY.Key_Return)
        self.wait_for_answer()

    def wait_for_answer(self) -> None:
        wait_until(lambda: not self.form.stop_button.isEnabled(), "an answer came")
        rest()

    def ask(self) -> None:
        self.type_question(QUESTION)
        if len(QgsProject.instance().layerTreeRoot().findGroups()) != 1:
            raise NoPicture(f"no answer came: {self.form.status.text()} {self.dock.heading.outcome.text()}")
        self.hover("upper left")
        self.camera.take("answer", self.canvas, self.dock, mouse=True)
        self.camera.take("window", iface.mainWindow(), mouse=True)

    def hover(self, words: str) -> None:
        text = self.answer.reasoning.text
        found = text.document().find(words)
        if found.isNull():
            raise NoPicture(f"the reasoning does not say «{words}»")
        point_at(text.viewport(), text.cursorRect(found).center())

    def review(self) -> None:
        point_at(self.dock, self.dock.rect().topLeft())
        self.cards.list.setFocus()
        press(self.cards.list, (KEY.Key_N, KEY.Key_A, KEY.Key_R))
        press(self.cards.list, (KEY.Key_T,))
        QTest.keyClicks(self.cards.note, NOTE)
        press(self.cards.note, (KEY.Key_Return,))
        by_target, by_verdict = self.answer.tools.view_menu.colours.actions()
        by_verdict.trigger()
        self.camera.take("review", self.canvas, self.dock)
        by_target.trigger()

    def correct(self) -> None:
        """The first target is taken out and drawn by hand: a first click, a second one."""
        self.map.zoom(*FIELD)
        self.cards.choose(1)
        self.cards.list.setFocus()
        press(self.cards.list, (KEY.Key_Delete, KEY.Key_D))
        for place, name in zip(ON_FIELD, ("correct-before", "correct-after")):
            self.map.click(*place)
            self.camera.take(name, self.canvas, within=self.map.square())
        self.camera.take("correct", self.canvas, self.dock)
        press(self.canvas, (KEY.Key_Return,))
        self.show_all()

    def see(self) -> None:
        self.press_button(self.answer.tools.seen_button)
        dialog = window("ModelViewDialog")
        put(dialog, 20, 60, (430, 560))
        self.camera.take("seen", dialog)
        self.put_over_dock(dialog)
        self.camera.take("seen-map", self.canvas, dialog)
        dialog.close()

    def export(self) -> None:
        self.press_button(self.answer.tools.export_button)
        dialog = window("ExportDialog")
        dialog.form.place.file.setFilePath("maps/helicopter.gpkg")
        dialog.form.shape.corners.setFocus()
        press(dialog.form.shape.corners, (KEY.Key_Down, KEY.Key_Down))
        self.put_over_dock(dialog)
        self.camera.take("export", self.canvas, dialog)
        dialog.form.columns.setCollapsed(False)
        self.camera.take("export-columns", dialog)
        dialog.form.columns.setCollapsed(True)
        dialog.form.format.setCurrentIndex(dialog.form.format.count() - 1)
        self.camera.take("export-database", dialog)
        dialog.close()

    def ask_again(self) -> None:
        self.press_button(self.form.again_button)
        dialog = window("AgainDialog")
        put(dialog, 60, 120)
        dialog.seed.setValue(OTHER_SEED)
        self.camera.take("again", dialog)
        dialog.accept()
        wait_until(self.form.stop_button.isEnabled, "the question is asked again")
        self.wait_for_answer()
        dialog = window("CompareWindow")
        put(dialog, 20, 20, (760, 620))
        self.press_button(dialog.leave_out)
        self.camera.take("compare", dialog)
        self.press_button(dialog.on_map)
        self.put_over_dock(dialog)
        self.camera.take("compare-map", self.canvas)
        dialog.ways.parentWidget().parentWidget().setCurrentIndex(1)
        self.camera.take("compare-ways", dialog)
        dialog.close()

    def history(self) -> None:
        self.press_button(self.form.follows)
        self.type_question(FOLLOW_UP)
        self.camera.take("follow-up", self.dock)
        self.press_button(self.form.follows)
        self.type_question(NOTHING)
        self.camera.take("nothing", self.dock)
        self.dock.pages.setCurrentIndex(1)
        self.dock.history.list.setCurrentIndex(self.dock.history.list.model().index(3, 0))
        self.camera.take("history", self.dock)

    def report(self) -> None:
        panel, path = self.dock.history, self.work / "report.html"
        panel.choose_file = lambda: str(path)
        self.press_button(panel.buttons["report"])
        wait_until(path.exists, "the report is written")
        self.camera.keep("report", drawn(path))

    def teach(self) -> None:
        self.dock.pages.setCurrentIndex(2)
        panel = self.dock.teach
        for group in QgsProject.instance().layerTreeRoot().findGroups():
            group.setItemVisibilityChecked(False)
        panel.folder.setFilePath("data/my-area")
        QTest.keyClicks(panel.question, QUESTION)
        self.press_button(panel.button)
        self.map.drag(*OTHER_FIELD)
        for place in ON_OTHER_FIELD:
            self.map.click(*place)
        self.camera.take("teach", self.canvas, self.dock)
        press(self.canvas, (KEY.Key_Return,))
        panel.findChild(QgsCollapsibleGroupBoxBasic).setCollapsed(False)
        self.camera.take("teach-kept", self.dock)
        self.press_button(panel.button)

    def models(self) -> None:
        window = plugins["askmap"].wiring.models.open_window()
        put(window, 20, 10)
        wait_until(window.table.rowCount, "the models are listed")
        self.camera.take("models", window)
        window.close()

    def options(self) -> None:
        """QGIS's window is modal: what happens in it is begun before."""
        QTimer.singleShot(0, self.turn_pages)
        iface.showOptionsDialog(iface.mainWindow(), "AskMapOptions")

    def self_test(self) -> None:
        QTimer.singleShot(0, self.run_self_test)
        iface.showOptionsDialog(iface.mainWindow(), "AskMapOptions")

    def turn_pages(self) -> None:
        dialog, page = open_options()
        self.camera.take("options", page)
        self.camera.take("options-window", dialog)
        bar = page.findChild(QScrollArea).verticalScrollBar()
        for number in range(2, 9):
            if bar.value() == bar.maximum():
                break
            bar.setValue(bar.value() + bar.pageStep())
            self.camera.take(f"options-{number}", dialog)
        dialog.reject()

    def run_self_test(self) -> None:
        dialog, page = open_options()
        self.press_button(page.check.run_button)
        wait_until(lambda: not page.check.stop_button.isEnabled(), "the self-test ended")
        self.camera.take("options-check", dialog)
        dialog.reject()

    def put_over_dock(self, window: QWidget) -> None:
        corner = self.dock.mapToGlobal(self.dock.rect().topLeft())
        put(window, min(corner.x(), window.screen().size().width() - window.width()), corner.y())

    def press_button(self, button: QWidget) -> None:
        if not button.isEnabled():
            raise NoPicture(f"the button «{button.text()}» cannot be pressed")
        on_box = QPoint(button.height() // 2, button.height() // 2)  # a check box hears no click far from it
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=on_box)
        rest()


def open_options() -> tuple[QWidget, QWidget]:
    """QGIS's window, and AskMap's page in it."""
    wait_until(QApplication.activeModalWidget, "the options are open")
    dialog = QApplication.activeModalWidget()
    put(dialog, 20, 10, (900, dialog.screen().size().height() - 20))
    return dialog, dialog.findChild(QWidget, "AskMapOptions")


def drawn(file: Path) -> QImage:
    """The top of a web page, as a browser shows it."""
    page, loaded = QWebPage(), []
    page.setViewportSize(REPORT)
    frame = page.mainFrame()
    for side in (Qt.Orientation.Horizontal, Qt.Orientation.Vertical):
        frame.setScrollBarPolicy(side, Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    frame.setZoomFactor(REPORT_ZOOM)
    page.loadFinished.connect(loaded.append)
    frame.load(QUrl.fromLocalFile(str(file)))
    wait_until(lambda: loaded, "the report is shown")
    image = QImage(REPORT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    pen = QPainter(image)
    frame.render(pen)
    pen.end()
    return image


def give_up(*error: object) -> None:
    """Nobody looks at this screen, so an error must not wait there for someone to close it."""
    traceback.print_exception(*error)
    sys.stderr.flush()
    os._exit(1)


def notice(words: str, tag: str, level: Qgis.MessageLevel) -> None:
    if level == Qgis.MessageLevel.Critical:
        print(f"{tag}: {words}", file=sys.stderr, flush=True)
        os._exit(1)


def begin() -> None:
    Tour().go()
    QgsProject.instance().setDirty(False)  # else QGIS asks whether to save it
    print("all pictures taken", flush=True)
    QTimer.singleShot(0, iface.actionExit().trigger)


sys.excepthook = give_up
QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(notice)
QTimer.singleShot(0, begin)
