"""Connects the form with the question that is being answered."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Callable, Optional, Union

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.engine.kinds import describe
from ...backend.entries.entry import UNKNOWN, Entry
from ...backend.entries.follow_up import is_turn
from ...backend.errors import AskMapError, EntryMissing, MissingPackage, OutsideRaster, Unrectified
from ...backend.preset import typed_question
from ...backend.raster.stretch import Stretch
from ...backend.stages import Scene
from ..backend_messages import translate
from ..context import Context
from ..history.controller import HistoryPart
from ..language import tr
from ..layers.group import add_entry, layers_of
from ..layers.paths import masks_of
from ..map.cautions import cautions_of
from ..map.subject import Subject, subject_of
from ..map.view import Rendering, file_view, view_settings, visible_layers
from ..review.review import Review
from ..runtime import environment
from ..runtime.installed_packages import packages_folder
from ..servers.access import engine_settings
from ..servers.consent import server_to_ask_about
from ..servers.consent_box import make_sure
from ..settings import Settings
from ..widgets.open_windows import OpenWindows
from .again_dialog import AgainDialog, Rerun, Usable
from .form import AskForm
from .request import Found, Request
from .runner import QuestionRunner
from .standing import Asked

TURNS_KEPT = 3  # of a conversation, as many as the prompt holds
TURNS_LOOKED_AT = 20  # some of them were stopped, or failed


class StillAsking(AskMapError):
    """Only one question runs at a time. The form's button is off then, but a window may still be open."""


class AskController(QObject):
    compare_wanted = pyqtSignal(str, str)  # ids of two entries, the older one first
    began = pyqtSignal(object)  # Asked
    ended = pyqtSignal()  # with or without an answer, which is shown after this
    # OutsideRaster or Unrectified, about the layer of this id, which is there: and there is a way
    barred = pyqtSignal(object, str)
    replaced = pyqtSignal(str, str)  # id of the new answer, id of the answer that it replaces

    def __init__(self, context: Context, form: AskForm, review: Review, answers: HistoryPart) -> None:
        super().__init__(review)
        self._context, self._form, self._review, self._answers = context, form, review, answers
        self._settings, self._error_bar = context.settings, context.error_bar
        self.runner = QuestionRunner(context.engine, self)
        self._compared_with = ""  # the entry that is being asked again
        self._asked = ""  # the entry of the question that was asked last
        self._layer_id = ""  # of the file whose own pixels it asks about
        self._cautions: dict[str, tuple[str, ...]] = {}  # by the ids of the entries
        self._prepared = False
        self._usable: Usable = lambda kind: ()
        self._windows: OpenWindows[AgainDialog] = OpenWindows()
        self._connect()
        self.look_for_packages()

    def _connect(self) -> None:
        form, runner = self._form, self.runner
        form.asked.connect(self.ask)
        form.stop_pressed.connect(runner.stop)
        form.typing_begun.connect(self._prepare)
        self._context.engine.preparing.connect(
            lambda fraction, step: form.show_loading(fraction, translate(step))
        )
        self._context.engine.prepared.connect(form.show_loaded)
        form.notice.folder_chosen.connect(self._use_folder)
        form.notice.retried.connect(self.look_for_packages)
        runner.progressed.connect(lambda fraction, step: form.show_progress(fraction, translate(step)))
        runner.answered.connect(self._show_answer)
        runner.failed.connect(self._show_failure)
        runner.stopped.connect(lambda: self._end(tr("Stopped.")))
        self._settings.changed.connect(self.look_for_packages)  # another engine may need none
        QgsProject.instance().cleared.connect(self._forget)

    def close(self) -> None:
        self._settings.changed.disconnect(self.look_for_packages)
        QgsProject.instance().cleared.disconnect(self._forget)
        self._windows.close()
        self.runner.close()

    def is_new(self, entry: Entry) -> bool:
        """Whether it is that of the question that was asked last."""
        return entry.id == self._asked

    def cautions(self, entry: Entry) -> tuple[str, ...]:
        """Of answers of an earlier session, those that are kept with them."""
        return self._cautions.get(entry.id, _warnings(entry))

    def view(self) -> Union[Callable[..., Scene], Rendering]:
        """The view that the form asks about: a function for a worker thread, or a Rendering to start."""
        shown, layer = self._context.canvas.mapSettings(), self._form.context.chosen_layer()
        if self._form.context.wants_native_pixels():
            return file_view(layer, shown, Stretch(self._settings.now.stretch)).read
        layers = [layer] if layer else visible_layers(shown)
        source = layer.name() if layer else tr("The map as I see it")
        return Rendering(view_settings(shown, layers), source, self)

    def ask(self, text: str) -> None:
        """Asks about the layer chosen in the form, as far as the map shows it."""
        self._compared_with = ""

        def begin() -> None:
            follows = self._turns(self._review.entry) if self._form.follows.isChecked() else ()
            self._ask_about_view(self._request(text, self._settings.now, follows))

        self._try(begin, Asked(text.strip(), self.about()))

    def offer_models(self, usable: Usable) -> None:
        """Those that can be chosen for one question, too."""
        self._usable = usable

    def offer_again(self, id: str) -> None:
        """The window in which the question of an entry is changed and asked again."""
        try:
            entry = self._review.read(id)
        except AskMapError as error:
            self._error_bar.show_error(error)
            return
        main = self._context.iface.mainWindow()
        window = AgainDialog(entry, self._settings.now, main, self._usable)
        window.accepted.connect(lambda: self.ask_again(entry, window.rerun()))
        self._windows.show(window)

    def ask_again(self, entry: Entry, rerun: Rerun) -> None:
        """About the same picture or what the map shows now, with the settings of `rerun`."""
        if self.runner.busy:
            self._error_bar.show_error(
                StillAsking(tr("Another question is being answered."), tr("Wait for its answer, or stop it."))
            )
            return
        self._compared_with = entry.id
        now = self._settings.now
        settings = replace(
            now,
            reasoner=rerun.reasoner,
            segmenter=now.segmenter if rerun.segmenter is None else rerun.segmenter,
            seed=rerun.seed,
            temperature=rerun.temperature,
        )

        about = subject_of(entry.provenance.source, QgsProject.instance()).text()

        def begin() -> None:
            follows = self._turns(self._entry(entry.follows)) if entry.follows else ()
            request = self._request(rerun.text, settings, follows)
            if rerun.same_view:
                self.runner.ask_scene(lambda _: self._answers.scene(entry.id), request)
            else:
                self._ask_about_view(request)

        self._try(begin, Asked(rerun.text.strip(), about if rerun.same_view else self.about()))

    def look_for_packages(self) -> None:
        folder = packages_folder(self._settings.now)
        environment.add_to_path(folder)
        engine = describe(self._settings.now.engine())
        advice = environment.advice() if engine.needs_packages else ""
        self._form.notice.show_advice(advice)
        self._form.set_ready(not advice)
        self._form.show_destination(translate(engine.elsewhere[1]) if engine.elsewhere else "")

    def _use_folder(self, folder: str) -> None:
        """One that does not hold the packages changes nothing, and is named."""
        fault = environment.fault_of(folder)
        if fault:
            self._form.notice.show_advice(f"{fault} {environment.advice()}".strip())
        else:
            self._settings.write(replace(self._settings.now, environment=folder))  # which looks there

    def _prepare(self) -> None:
        """Not before the user has agreed to ask that server."""
        if not self._prepared and not self._waits_for_consent():
            self._prepared = True
            self._context.engine.prepare()

    def prepare_again(self) -> None:
        """When the user types next: the models were freed."""
        self._prepared = False

    def _waits_for_consent(self) -> bool:
        """True also where the address of a server is none: asking says so."""
        try:
            return bool(server_to_ask_about(self._settings.now.engine(), self._settings))
        except AskMapError:
            return True

    def _try(self, begin: Callable[[], None], asked: Asked) -> None:
        self._prepared, self._layer_id = True, ""
        self._error_bar.clear()
        try:
            begin()
        except AskMapError as error:
            self._show_error(error)
        else:
            self._form.show_start(tr("Looking at the map"), asked.text)
            self.began.emit(asked)

    def _end(self, status: str) -> None:
        self._form.show_end(status)
        self.ended.emit()

    def about(self) -> str:
        """What the next question is about: a layer and which pixels of it."""
        layer = self._form.context.chosen_layer()
        name = layer.name() if layer else tr("The map as I see it")
        return Subject(name, layer, self._form.context.wants_native_pixels()).text()

    def _request(self, text: str, settings: Settings, follows: tuple[Entry, ...]) -> Request:
        question = typed_question(text, settings.answer_language)
        make_sure(settings.engine(), self._settings, self._form)
        request = Request(
            question,
            engine_settings(settings),
            self._answers.history,
            self._answers.folder(),
            follows,
        )
        self._asked = request.id
        return request

    def _ask_about_view(self, request: Request) -> None:
        layer = self._form.context.chosen_layer()
        self._layer_id = layer.id() if layer and self._form.context.wants_native_pixels() else ""
        view = self.view()
        if isinstance(view, Rendering):
            self.runner.ask_drawing(view, request)
        else:
            self.runner.ask_scene(view, request)

    def _turns(self, entry: Optional[Entry]) -> tuple[Entry, ...]:
        """The entry and those that it follows, the oldest first."""
        turns: tuple[Entry, ...] = ()
        for _ in range(TURNS_LOOKED_AT):  # a damaged history could lead around in a ring
            if entry is None or len(turns) == TURNS_KEPT:
                break
            turns = (entry, *turns) if is_turn(entry) else turns
            entry = self._entry(entry.follows) if entry.follows else None
        return turns

    def _entry(self, id: str) -> Optional[Entry]:
        """None where the user deleted it: the conversation goes on without it."""
        with suppress(EntryMissing):
            return self._answers.history.entry(id)
        return None

    def _show_answer(self, found: Found) -> None:
        entry = found.entry
        self._answers.scenes.keep(entry.id, found.scene)
        self._cautions[entry.id] = (*_warnings(entry), *cautions_of(entry, found.seen))
        self._end("")
        self._review.open(entry)
        if found.path is None or self._add_layers(found):
            self._take_place(entry)
        if self._compared_with:
            self.compare_wanted.emit(self._compared_with, entry.id)

    def _take_place(self, entry: Entry) -> None:
        """Not where the model does not know what was asked for: it has said nothing of what is there."""
        if entry.outcome == UNKNOWN:
            return
        before = self._compared_with or entry.follows
        if before:
            self.replaced.emit(entry.id, before)

    def _add_layers(self, found: Found) -> bool:
        try:
            if not layers_of(found.entry.id, QgsProject.instance()):  # opened from the history meanwhile
                add_entry(found.entry, found.path, masks_of(found.path), QgsProject.instance())
        except AskMapError as error:
            self._show_error(error)
            return False
        return True

    def _show_failure(self, error: Exception) -> None:
        """Shows the thought so far, and no targets of the question before."""
        self._end("")
        with suppress(AskMapError):  # it failed before it was in the history
            self._review.open(self._answers.history.entry(self._asked))
        self._show_error(error)
        entry = self._review.entry
        if entry is not None and self.is_new(entry) and entry.fault:
            self._form.show_status("")  # the heading says it

    def _show_error(self, error: Exception) -> None:
        if isinstance(error, (OutsideRaster, Unrectified)) and QgsProject.instance().mapLayer(self._layer_id):
            self._end("")
            self.barred.emit(error, self._layer_id)
            return
        text = self._error_bar.show_error(error)
        self._end(text)
        if isinstance(error, MissingPackage):  # they are there, and fail in use: they can be installed again
            self._form.notice.show_advice(text)

    def _forget(self) -> None:
        """The project is closed: its answer would belong to a map that is gone."""
        self.runner.stop()
        self._answers.scenes.forget()
        self._cautions.clear()


def _warnings(entry: Entry) -> tuple[str, ...]:
    return tuple(translate(warning) for warning in entry.provenance.warnings)


def build(context: Context, form: AskForm, review: Review, answers: HistoryPart) -> AskController:
    controller = AskController(context, form, review, answers)
    note = context.diagnostics.note_answer
    controller.runner.answered.connect(lambda found: note(found.entry.provenance))
    return controller
