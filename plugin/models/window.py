"""The window «Models»: what there is, what it needs, what of it is here, and what can be done with it."""

from __future__ import annotations

from functools import partial
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...backend.hub.computer import ComputerMemory
from ...backend.hub.overview import REASONER, SEGMENTER, ListedModel, ModelState
from ..backend_messages import error_text
from ..language import tr
from ..settings import SettingsStore
from ..widgets.flow_layout import FlowLayout
from ..widgets.labels import plain_label
from .hub_box import HubBox
from .jobs import JobKind, ModelJobs
from .listing import Listing
from .table import ModelsTable
from .texts import details, progress_text
from .trial import is_tried_here

SIZE_PX = (980, 640)  # fits into a screen of 1366 x 768
DETAIL_LINES = 7
UNKNOWN = ComputerMemory(None, None, 0)
ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ModelsWindow(QDialog):
    """Beside the map, not modal. What it is asked to do goes on without it."""

    get_wanted = pyqtSignal(object)  # each a ListedModel
    use_wanted = pyqtSignal(object)
    try_wanted = pyqtSignal(object)
    delete_wanted = pyqtSignal(object)
    page_wanted = pyqtSignal(object)
    folder_wanted = pyqtSignal(object)
    own_wanted = pyqtSignal()
    other_wanted = pyqtSignal()
    served_wanted = pyqtSignal()

    def __init__(
        self, listing: Listing, jobs: ModelJobs, settings: SettingsStore, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("AskMap: models"))
        self._listing, self._jobs = listing, jobs
        self.table, self.hub = ModelsTable(), HubBox(settings)
        self.details, self.notice, self.disk = plain_label(), plain_label(), plain_label()
        self.bar, self.step = QProgressBar(), plain_label()
        self.bar.setAccessibleName(tr("How far it is"))
        self.get_button, self.stop_button = QPushButton(tr("&Get")), QPushButton(tr("&Stop"))
        self.use_button, self.check_button = QPushButton(tr("&Use")), QPushButton(tr("&Check"))
        self.try_button, self.delete_button = QPushButton(tr("&Try")), QPushButton(tr("&Delete…"))
        self.try_button.setToolTip(tr("Loads it, and asks it the bundled questions about real pictures"))
        self.folder_button = QPushButton(tr("Open its &folder"))
        self.page_button = QPushButton(tr("Open its &page"))
        self.own_button = QPushButton(tr("A folder of &mine…"))
        self.other_button = QPushButton(tr("&Another one of the hub…"))
        self.served_button = QPushButton(tr("&Look for served models"))
        self.close_button = QPushButton(tr("Close"))
        self._lay_out()
        self._connect()
        self.resize(*SIZE_PX)
        self._show_listing()
        self.table.setFocus()

    def show_notice(self, text: str) -> None:
        """How the latest thing ended."""
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def reject(self) -> None:
        """However it is closed."""
        if self._may_close():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On a row, Enter gets or uses the model, and Del deletes it."""
        if self.table.hasFocus() and event.key() in ENTER_KEYS:
            button = self.get_button if self.get_button.isEnabled() else self.use_button
            button.click()
        elif self.table.hasFocus() and event.key() == Qt.Key.Key_Delete:
            self.delete_button.click()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        about, room = QScrollArea(), self.fontMetrics().lineSpacing() * DETAIL_LINES
        about.setWidgetResizable(True)
        about.setFrameShape(QFrame.Shape.NoFrame)
        about.setWidget(self.details)
        about.setMinimumHeight(room // 2)
        about.setMaximumHeight(room)
        about.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addWidget(about)
        for buttons in self._buttons():
            row = FlowLayout()
            for button in buttons:
                button.setAutoDefault(False)
                row.addWidget(button)
            column.addLayout(row)
        for widget in (self.bar, self.step, self.notice, self.hub):
            column.addWidget(widget)
        end = QHBoxLayout()
        end.addWidget(self.disk, 1)
        end.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)
        column.addLayout(end)
        self.show_notice("")

    def _buttons(self) -> tuple[tuple[QPushButton, ...], ...]:
        of_model = (
            self.get_button,
            self.stop_button,
            self.use_button,
            self.try_button,
            self.check_button,
            self.delete_button,
            self.folder_button,
            self.page_button,
        )
        return of_model, (self.own_button, self.other_button, self.served_button)

    def _connect(self) -> None:
        self.table.currentCellChanged.connect(lambda *_: self._show_chosen())
        self.table.cellDoubleClicked.connect(lambda *_: self.use_button.click())
        self._listing.changed.connect(self._show_listing)
        self._jobs.changed.connect(self._show_jobs)
        for button, signal in (
            (self.get_button, self.get_wanted),
            (self.use_button, self.use_wanted),
            (self.try_button, self.try_wanted),
            (self.delete_button, self.delete_wanted),
            (self.page_button, self.page_wanted),
            (self.folder_button, self.folder_wanted),
        ):
            button.clicked.connect(partial(self._pass_on, signal))
        self.check_button.clicked.connect(self._check)
        self.stop_button.clicked.connect(self._stop)
        self.own_button.clicked.connect(lambda: self.own_wanted.emit())
        self.other_button.clicked.connect(lambda: self.other_wanted.emit())
        self.served_button.clicked.connect(lambda: self.served_wanted.emit())
        self.close_button.clicked.connect(self.close)

    def _pass_on(self, signal: object, _: bool = False) -> None:
        model = self.table.chosen()
        if model is not None:
            self.show_notice("")
            signal.emit(model)  # type: ignore[attr-defined]

    def _check(self) -> None:
        model = self.table.chosen()
        if model is not None:
            self.show_notice("")
            self._jobs.check(model)

    def _stop(self) -> None:
        """What is chosen, else what is under way."""
        model, under_way = self.table.chosen(), self._jobs.under_way
        job = self._jobs.of(model.key) if model else None
        if job is None and under_way:
            job = under_way[0]
        if job is not None:
            self._jobs.stop(job.key)

    def _show_listing(self) -> None:
        found = self._listing.latest
        if found is not None:
            used = tuple(self._listing.in_use(kind) for kind in (REASONER, SEGMENTER))
            self.table.show_overview(found, used, self._jobs.under_way)
            self.disk.setText(self._listing.disk_text())
            if found.fault is not None and not self.notice.text():
                self.show_notice(error_text(found.fault))
        self._show_chosen()
        self._show_jobs()

    def _show_jobs(self) -> None:
        jobs = self._jobs.under_way
        self.table.show_jobs(jobs)
        for widget in (self.bar, self.step):
            widget.setVisible(bool(jobs))
        if jobs:
            self.bar.setMaximum(100 if jobs[0].total else 0)
            self.bar.setValue(jobs[0].percent)
            self.step.setText(progress_text(jobs[0]))
        self._enable()

    def _show_chosen(self) -> None:
        model, found = self.table.chosen(), self._listing.latest
        if model is None or found is None:
            self.details.setText("")
        else:
            self.details.setText(details(model, found))
        self._enable()

    def _enable(self) -> None:
        model = self.table.chosen()
        job = self._jobs.of(model.key) if model else None
        is_free = model is not None and job is None
        used = [self._listing.in_use(kind) for kind in (REASONER, SEGMENTER)]
        is_used = model is not None and any(each is not None and each.key == model.key for each in used)
        self.get_button.setEnabled(is_free and model.state in (ModelState.AWAY, ModelState.PART))
        self.stop_button.setEnabled(bool(self._jobs.under_way))
        self.use_button.setEnabled(is_free and model.is_usable and not is_used)
        self.try_button.setEnabled(is_free and is_tried_here(model))
        self.check_button.setEnabled(is_free and _is_checked(model))
        self.delete_button.setEnabled(is_free and model.is_removable and not is_used)
        self.folder_button.setEnabled(model is not None and model.folder is not None)
        self.page_button.setEnabled(model is not None and bool(model.repository))

    def _may_close(self) -> bool:
        """Where something is being fetched, the user says whether that goes on."""
        fetching = [job for job in self._jobs.under_way if job.kind is JobKind.GET]
        if not fetching or not self.isVisible():
            return True
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("{name} is being fetched.").format(name=fetching[0].name))
        box.setInformativeText(
            tr("It can go on in the background. If it stops, what has come is kept for the next time.")
        )
        go_on = box.addButton(tr("Go on"), QMessageBox.ButtonRole.AcceptRole)
        stop = box.addButton(tr("Stop it"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Back"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go_on)
        box.exec()
        if box.clickedButton() is stop:
            self._jobs.stop_all()
        return box.clickedButton() in (go_on, stop)


def _is_checked(model: ListedModel) -> bool:
    return model.folder is not None and model.folder.is_dir() and model.state is not ModelState.BUNDLED
