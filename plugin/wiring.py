"""Builds the parts behind the dock in order, connects them, and closes them in reverse."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Optional

from qgis.core import QgsApplication, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QObject, Qt

from ..backend.engine.kinds import describe
from ..backend.entries.entry import ANSWERED, UNKNOWN, Entry
from ..backend.errors import AskMapError, MissingPackage, Unrectified
from .ask import controller as ask
from .ask.knowledge import Knowledge
from .ask.knows_notice import told
from .ask.layer_follow import LayerFollow
from .ask.page_state import PageState
from .ask.standing import Standing
from .backend_messages import translate
from .context import Context, Part
from .dock import Dock
from .export import controller as export
from .history import controller as history
from .history.deleted import DeletedAnswers
from .install.controller import InstallController
from .install.panel import InstallPanel
from .language import tr
from .layers.group import layers_of
from .map.subject import subject_of
from .map.transforms import wkt_of
from .models import controller as models
from .news import take_news
from .options import controller as options
from .questions import controller as questions
from .reports import controller as reports
from .review import controller as review
from .runtime.engine_choice import EnginePlace
from .runtime.self_test import SelfTestOutcome
from .teach import controller as teach
from .unsent import Unsent


class Wiring(QObject):
    def __init__(self, context: Context, dock: Dock, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.context, self._dock = context, dock
        self.history = history.build(context, dock.history, self)
        self.answer = review.build(context, dock.answer, self.history, self)
        self.review = self.answer.review
        self.deleted = DeletedAnswers(self.review, self.answer.layers)
        self.ask = ask.build(context, dock.form, self.review, self.history)
        self.page = PageState(context, self.review, self.ask, self)
        self.follow = LayerFollow(context.iface, dock.form, self)
        self.questions = questions.build(context, dock.form, self.history.project, self)
        self.teach = teach.build(context, dock.teach, self.ask.view, self.ask.about, self)
        self.export = export.build(context, self.review, self.history, self)
        self.compare = reports.build(context, self.review.read, self.history, self)
        self.install = InstallController(parent=self)
        self.options = options.build(context, dock.welcome, self.install, self)
        self.models = models.build(context, dock.models, self)
        self.knowledge = Knowledge(context, self)
        self._followed = ""  # the answer whose layer was chosen
        self.unsent = Unsent(dock, self.review, self.history.project, self)
        self._connect_asking()
        self._connect_answer()
        self._connect_history()
        self._connect_teaching()
        self._connect_options()
        self._connect_install()
        self._connect_knowledge()
        self._connect_models()
        QgsProject.instance().cleared.connect(self.answer.forget)  # after the question was stopped
        QgsProject.instance().cleared.connect(self.deleted.forget)
        QgsProject.instance().readProject.connect(self._open_last)  # after the history was opened
        QgsApplication.instance().applicationStateChanged.connect(self._catch_up)
        self._open_last()
        self.history.project.look_for_unsaved()
        dock.news.show_news(take_news(is_new_here=not context.settings.now.welcomed))

    def close(self) -> None:
        """The context's file worker may use the history, so the history is closed last."""
        self.context.engine.placed.disconnect(self._show_place)  # a job that still loads may tell it later
        QgsProject.instance().cleared.disconnect(self.answer.forget)
        QgsProject.instance().cleared.disconnect(self.deleted.forget)
        QgsProject.instance().readProject.disconnect(self._open_last)
        QgsApplication.instance().applicationStateChanged.disconnect(self._catch_up)
        dock_parts: tuple[Part, ...] = (
            self.options,
            self.models,
            self.install,
            self.knowledge,
            self.unsent,
            self.compare,
            self.export,
            self.teach,
            self.questions,
            self.follow,
            self.page,
            self.ask,
            self.answer,
        )
        for part in (*dock_parts, self.context, self.history):
            part.close()

    def open(self, id: str) -> None:
        """Opens an entry of the history, in the dock and on the map."""
        self._followed = ""
        if self.answer.controller.open(id):
            self.answer.layers.files.ensure(self.review.entry)
            self.page.zoom()
            self._dock.show_answer_page()
            self._dock.answer.cards.list.setFocus()

    def _open_last(self, *_: object) -> None:
        """The last answer of the project, if what it found is on the map."""
        for heading in self.history.project.headings():
            is_shown = not heading.targets or layers_of(heading.id, QgsProject.instance())
            if heading.outcome in (ANSWERED, UNKNOWN) and is_shown:
                self.answer.controller.open(heading.id)
                break

    def _connect_asking(self) -> None:
        self.page.changed.connect(self._show_standing)
        self.ask.runner.thought_grew.connect(self._dock.answer.show_thought)
        self.ask.barred.connect(self._offer_way)
        self._dock.heading.zoom_wanted.connect(self.page.zoom)
        self.ask.replaced.connect(self.answer.visibility.take_place)
        self.ask.compare_wanted.connect(self.compare.compare)
        self._dock.form.asked_again.connect(lambda: self.ask.offer_again(self.review.entry.id))

    def _connect_answer(self) -> None:
        view, dock = self._dock.answer, self._dock
        view.export_wanted.connect(self.export.export)
        view.samples_wanted.connect(self._teach_answer)
        self.answer.correction.advised.connect(dock.form.show_status)
        self.answer.layers.sync.selected.connect(lambda id, number: dock.show_answer_page())
        self.review.opened.connect(self._show_opened)
        self.review.closed.connect(lambda: dock.form.set_answered(False))
        self.review.closed.connect(dock.knows.clear)

    def _connect_history(self) -> None:
        panel = self._dock.history
        panel.open_wanted.connect(self.open)
        panel.rerun_wanted.connect(self.ask.offer_again)
        panel.compare_wanted.connect(self.compare.compare)
        self.history.page.deleted.connect(self._take_away)
        self.history.page.restored.connect(self.deleted.bring_back)
        self.history.project.found_unsaved.connect(self._show_unsaved)

    def _connect_teaching(self) -> None:
        for changed in (
            self._dock.form.context.layer.layerChanged,
            self._dock.form.context.pixels.currentIndexChanged,
        ):
            changed.connect(lambda _: self.teach.forget_view())

    def _connect_options(self) -> None:
        settings, dock = self.options, self._dock
        dock.options_button.clicked.connect(settings.open_page)
        settings.introduction_wanted.connect(dock.show_welcome)
        settings.introduction_read.connect(dock.form.question.setFocus)
        settings.native_first_chosen.connect(dock.form.context.wants_native_first)
        settings.card_keys_changed.connect(dock.answer.cards.list.use_keys)
        settings.show(
            {
                "open": dock.go_to_question,
                "ask": dock.form.ask_button.click,
                "stop": dock.form.stop_button.click,
                "teach": dock.teach.button.click,
            }
        )

    def _connect_install(self) -> None:
        self._dock.form.notice.offer(InstallPanel(self.install))
        engine = self.context.engine
        self._dock.form.notice.retried.connect(self.install.look)
        self._dock.form.notice.retried.connect(engine.try_again)
        for moment in (self.install.begun, self.install.installed):
            moment.connect(engine.try_again)
        self.install.installed.connect(self.ask.look_for_packages)
        engine.placed.connect(self._show_place)
        self.install.completed.connect(self._use_installed)
        self.options.self_test.progressed.connect(self._show_step_of_test)
        self.options.self_test.ended.connect(self._show_test)

    def _use_installed(self, is_usable: bool) -> None:
        """A folder that was chosen before would come first, though it may not work.

        The models are loaded by the test, too, so that the first question need not wait for them.
        """
        settings = self.context.settings
        if settings.now.environment:
            settings.write(replace(settings.now, environment=""))
        if is_usable and describe(settings.now.engine()).needs_packages:
            self.options.self_test.run_briefly(settings.now)

    def _show_step_of_test(self, step: str) -> None:
        if self.options.self_test.is_brief and not self._dock.form.is_working:
            self._dock.form.show_status(f"{tr('Testing the installation')}: {step}…")

    def _show_test(self, outcome: SelfTestOutcome) -> None:
        """In one line; the options say more."""
        if not outcome.is_brief or self._dock.form.is_working:
            return
        self._dock.form.show_status(outcome.sentences().splitlines()[0])
        if isinstance(outcome.error, MissingPackage):
            self._dock.form.notice.show_advice(outcome.sentences())

    def _connect_knowledge(self) -> None:
        notice = self._dock.knows
        notice.example_chosen.connect(self._dock.form.question.take)
        notice.models_wanted.connect(lambda: self.models.open_window())
        self.knowledge.changed.connect(self._show_knowledge)

    def _connect_models(self) -> None:
        self.options.models_wanted.connect(lambda host: self.models.open_window(host))
        self.ask.offer_models(self.models.listing.usable)
        self.models.idle.unloaded.connect(self._show_unloaded)

    def _show_place(self, place: Optional[EnginePlace]) -> None:
        models = self._dock.models
        models.show_place(place.sentence() if place else "", place.details() if place else "")

    def _show_unloaded(self, minutes: int) -> None:
        self.ask.prepare_again()
        if not self._dock.form.is_working:
            text = tr(
                "The models were freed after %n minute(s) without a question; the next one loads them again.",
                minutes,
            )
            self._dock.form.show_status(text)

    def _show_knowledge(self) -> None:
        """Of the model that is asked next, and of the one that answered."""
        now, entry = self.knowledge.now, self.review.entry
        self._dock.form.show_examples(now.examples if now else ())
        if entry is not None:
            self._show_knowledge_beside(entry)

    def _show_knowledge_beside(self, entry: Entry) -> None:
        knows = self.knowledge.of(entry)
        self._dock.knows.show_answer(entry, knows, knows.examples if knows else ())
        self._dock.heading.show_knowledge(told(knows))

    def _catch_up(self, state: Qt.ApplicationState) -> None:
        """The user comes back to this window, perhaps from another QGIS on the same project or profile."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.context.settings.read_anew()
            self.answer.controller.catch_up()
            self.history.page.refresh()

    def _show_opened(self, entry: Entry) -> None:
        self._dock.form.set_answered(True)
        self._dock.form.show_asked(entry.question.text)
        # What was chosen since it was asked, or opened, stays
        if not self.ask.is_new(entry) and entry.id != self._followed:
            self.follow.follow_answer(subject_of(entry.provenance.source, QgsProject.instance()))
        self._followed = entry.id
        self._dock.history.mark_open(entry.id)
        self._show_knowledge_beside(entry)

    def _show_standing(self, standing: Standing) -> None:
        self._dock.heading.show_heading(standing.heading())
        self._dock.answer.stream(standing.streams, standing.title_of_cards())

    def _offer_way(self, error: AskMapError, layer_id: str) -> None:
        """What was to be asked about cannot be, but something near it can."""
        form, layer = self._dock.form, QgsProject.instance().mapLayer(layer_id)
        if isinstance(error, Unrectified):
            styled = partial(self.follow.take_styled, layer_id)
            form.offer(translate(error.message), {tr("Take it «As styled»"): styled}, translate(error.hint))
            return
        go = tr("Zoom to «{layer}»").format(layer=layer.name())
        there = bytes(QgsGeometry.fromRect(layer.extent()).asWkb())
        zoom = partial(self.context.highlights.zoom_to, [there], wkt_of(layer.crs()))
        form.offer(translate(error.message), {go: zoom})

    def _show_unsaved(self, _: list[Any]) -> None:
        """On the history page, and in the message bar so that it is noticed."""
        self._dock.show_history_page()
        self.context.error_bar.show_message(self._dock.history.notice.label.text())

    def _take_away(self, ids: list[str]) -> None:
        for question in self.deleted.take_away(ids):
            text = tr("The layers of «{question}» stay on the map: one of them is being edited.")
            self.context.error_bar.show_message(text.format(question=question))

    def _teach_answer(self) -> None:
        entry, error_bar = self.review.entry, self.context.error_bar
        if entry is not None:
            self.context.file_worker.run(
                lambda: self.history.scene(entry.id),
                lambda scene: error_bar.show_message(self.teach.add_answer(entry, scene)),
                error_bar.show_error,
            )
