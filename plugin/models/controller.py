"""The models at work: the window, what it asks for, and the line of the dock."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from ...backend.errors import AskMapError, ModelUnsupported
from ...backend.hub.checking import Checked
from ...backend.hub.fetching import folder_of
from ...backend.hub.overview import REASONER, SEGMENTER, ListedModel, kind_of_folder
from ...backend.hub.places import models_folder
from ...backend.stages import Report
from ..backend_messages import error_text
from ..context import Context
from ..language import tr
from ..runtime.job_queue import JobQueue
from ..widgets.open_windows import OpenWindows
from .hub_box import hub_address, hub_of
from .idle_unloading import IdleUnloading
from .jobs import EndedJob, JobKind, ModelJobs, look_for_served
from .line import ModelsLine
from .listing import Listing
from .texts import size_text, trial_text
from .trial import settings_to_try
from .window import ModelsWindow


class ModelsController(QObject):
    def __init__(self, context: Context, line: ModelsLine, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._context, self._settings, self._line = context, context.settings, line
        self.listing, self.jobs = Listing(context, self), ModelJobs(context.engine, self)
        self._looks = JobQueue(self)
        self.idle = IdleUnloading(context.engine, context.settings, self)
        self._windows: OpenWindows[ModelsWindow] = OpenWindows()
        self.jobs.ended.connect(self._show_end)
        self.listing.changed.connect(self._show_in_dock)
        self._settings.changed.connect(self._show_in_dock)
        line.models_wanted.connect(lambda: self.open_window())
        line.chosen.connect(self.use)
        self._show_in_dock()

    def close(self) -> None:
        """What is being fetched stops; what has come of it is kept."""
        self._settings.changed.disconnect(self._show_in_dock)
        self.idle.close()
        self._looks.close()
        self.jobs.close()
        self.listing.close()
        for window in self._windows.open_now():
            window.done(0)  # without the question whether what is being fetched goes on

    @property
    def window(self) -> Optional[ModelsWindow]:
        return next(iter(self._windows.open_now()), None)

    def open_window(self, host: Optional[QWidget] = None) -> ModelsWindow:
        """The one that is open comes to the front, also of a window of options, which is modal."""
        window, main = self.window, self._context.iface.mainWindow()
        if window is None:
            window = ModelsWindow(self.listing, self.jobs, self._settings, host or main)
            self._connect(window)
            self._windows.show(window)
            self.listing.look_at_graphics()
            self.listing.refresh()
        if isinstance(host, QDialog):
            _move(window, host)
            host.finished.connect(lambda _: _move(window, main))
        window.raise_()
        window.activateWindow()
        return window

    def use(self, model: ListedModel) -> None:
        """From the next question on."""
        self._set(model.kind, model.setting)

    def _set(self, kind: str, setting: str) -> None:
        now = self._settings.now
        is_reasoner = kind == REASONER
        self._settings.write(
            replace(now, reasoner=setting) if is_reasoner else replace(now, segmenter=setting)
        )

    def get(self, model: ListedModel) -> None:
        self._get(model.name, model.repository)

    def _connect(self, window: ModelsWindow) -> None:
        window.get_wanted.connect(self.get)
        window.use_wanted.connect(self.use)
        window.try_wanted.connect(self._try)
        window.delete_wanted.connect(partial(self._delete, window))
        window.page_wanted.connect(self._open_page)
        window.folder_wanted.connect(lambda model: _open(QUrl.fromLocalFile(str(model.folder))))
        window.own_wanted.connect(partial(self._choose_folder, window))
        window.other_wanted.connect(partial(self._ask_for_name, window))
        window.served_wanted.connect(self._look_for_served)

    def _get(self, name: str, repository: str) -> None:
        try:
            hub = hub_of(self._settings, self.jobs.transport)
            folder_of(models_folder(), repository)  # whether it is a name at all
        except AskMapError as error:
            self._say(error_text(error))
            return
        self.jobs.get(name, repository, hub)

    def _try(self, model: ListedModel) -> None:
        try:
            self.jobs.try_out(model, settings_to_try(model, self._settings.now))
        except AskMapError as error:
            self._say(error_text(error))

    def _delete(self, window: ModelsWindow, model: ListedModel) -> None:
        text = tr("Delete {name}? {size} of the disk come free.")
        answer = QMessageBox.question(
            window,
            tr("Delete a model"),
            text.format(name=model.name, size=size_text(model.here_bytes)),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.jobs.delete(model)

    def _open_page(self, model: ListedModel) -> None:
        try:
            _open(QUrl(f"{hub_address(self._settings)}/{model.repository}"))
        except AskMapError as error:
            self._say(error_text(error))

    def _choose_folder(self, window: ModelsWindow) -> None:
        title = tr("Choose the folder of a model: it holds config.json and *.safetensors")
        place = QFileDialog.getExistingDirectory(window, title)
        if place:
            self.use_folder(Path(place))

    def use_folder(self, folder: Path) -> None:
        """One that holds neither a reasoner nor a segmenter changes nothing."""
        try:
            kind = kind_of_folder(folder)
            if kind not in (REASONER, SEGMENTER):
                raise ModelUnsupported(
                    tr("{folder} holds a model that AskMap does not load.").format(folder=folder),
                    tr("Choose a reasoner such as Qwen-VL, or a segmenter such as SAM2."),
                )
        except AskMapError as error:
            self._say(error_text(error))
            return
        self._set(kind, str(folder))
        self._say(tr("{folder} is in use now.").format(folder=folder))

    def _ask_for_name(self, window: ModelsWindow) -> None:
        text = tr("Its name at the hub, such as owner/name:")
        name, is_given = QInputDialog.getText(window, tr("Get another model"), text)
        if is_given and name.strip():
            self._get(name.strip(), name.strip())

    def _look_for_served(self) -> None:
        """Only now, and only on this computer."""
        transport = self.jobs.transport

        def look(report: Report) -> tuple[ListedModel, ...]:
            return look_for_served(transport, report)

        self._say(tr("Looking for programs on this computer that serve models…"))
        self._looks.start(
            tr("AskMap: looking for models"), look, self._show_served, self._context.error_bar.show_error
        )

    def _show_served(self, models: tuple[ListedModel, ...]) -> None:
        self.listing.add_served(models)
        self._say(
            tr("%n served model(s): use one that sees pictures.", len(models))
            if models
            else tr(
                "No program on this computer serves models. Type the address of another one in the options."
            )
        )

    def _show_end(self, ended: EndedJob) -> None:
        self.listing.refresh()
        text, bar = _end_text(ended), self._context.error_bar
        is_bug = ended.error is not None and not isinstance(ended.error, AskMapError)
        if ended.error is not None and (is_bug or self.window is None):
            text = bar.show_error(ended.error)
        elif self.window is None and not ended.was_stopped:
            bar.show_message(text)
        self._say(text)

    def _say(self, text: str) -> None:
        if self.window is not None:
            self.window.show_notice(text)

    def _show_in_dock(self, _: object = None) -> None:
        self._line.show_listing(self.listing)


def _end_text(ended: EndedJob) -> str:
    name, kind = ended.job.name, ended.job.kind
    if ended.error is not None:
        return error_text(ended.error) if isinstance(ended.error, AskMapError) else ""
    if ended.was_stopped:
        kept = tr("{name}: stopped. What has come is kept, and goes on from there.")
        return kept.format(name=name) if kind is JobKind.GET else tr("{name}: stopped.").format(name=name)
    if kind is JobKind.TRY:
        return f"{name}: {trial_text(ended.outcome)}"
    if kind is JobKind.CHECK:
        return _check_text(name, ended.outcome)
    if kind is JobKind.DELETE:
        left = ", ".join(file.name for file in ended.outcome or ())
        text = tr("{name} is deleted; {files} were put there by others, and stay.")
        return text.format(name=name, files=left) if left else tr("{name} is deleted.").format(name=name)
    return tr("{name} is here. Press «Use» to work with it.").format(name=name)


def _check_text(name: str, checked: Checked) -> str:
    if checked.damaged:
        text = tr("{name} is damaged: {files}. Delete it and get it again.")
        return text.format(name=name, files=", ".join(checked.damaged))
    if not checked.right:
        return tr("{name}: nobody has said what its files should be.").format(name=name)
    return tr("{name}: all files are as the hub says.").format(name=name)


def _move(window: ModelsWindow, host: QWidget) -> None:
    """It would be gone with a host that is."""
    if not sip.isdeleted(window) and window.isVisible() and window.parent() is not host:
        window.setParent(host, window.windowFlags())
        window.show()


def _open(url: QUrl) -> None:
    QDesktopServices.openUrl(url)


def build(context: Context, line: ModelsLine, parent: QObject) -> ModelsController:
    return ModelsController(context, line, parent)
