"""Keeps the open answer in step: the Review, the panels of the dock, and the highlights on the map."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress
from dataclasses import dataclass
from typing import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...backend.entries.entry import ANSWERED, UNKNOWN, Entry
from ...backend.errors import AskMapError, ChangedMeanwhile
from ...backend.stages import Scene
from ..context import Answers, Context
from ..layers import part as layers_part
from ..layers.appearance import Appearance, read_appearance, write_appearance
from ..layers.group import NAMES, TABLE_MARK
from ..layers.styles import Colouring, apply_style, read_colouring, write_colouring
from .correction import Correction
from .mask_refiner import MaskRefiner
from .model_view_controller import ModelViewController
from .panel import AnswerPanel
from .review import Review
from .visibility import Visibility


class ReviewController(QObject):
    def __init__(self, context: Context, view: AnswerPanel, review: Review, answers: Answers) -> None:
        super().__init__(review)
        self._view, self._review, self._highlights = view, review, context.highlights
        self._file_worker, self._error_bar = context.file_worker, context.error_bar
        self._scene_of = answers.scene
        self._listen_to_review()
        self._listen_to_panels()
        self._show_undo(0)

    def close(self) -> None:
        """The undo stack emits once more when it is deleted."""
        self._review.undo.indexChanged.disconnect(self._show_undo)

    def open(self, id: str) -> bool:
        """Opens an entry of the history; False, with a message, where it cannot be read."""
        try:
            self._review.open(self._review.read(id))
        except AskMapError as error:
            self._error_bar.show_error(error)
            return False
        return True

    def catch_up(self) -> None:
        """Reads the open answer again: another QGIS on the same project may have judged it."""
        entry, number = self._review.entry, self._review.number
        if entry is None or entry.outcome not in (ANSWERED, UNKNOWN):
            return
        with suppress(AskMapError):  # a fault of the history is shown with the next action
            now = self._review.read_anew(entry.id)
            if now != entry:
                self._review.open(now)
                self._review.choose(number)

    def choose_in(self, id: str, number: int) -> None:
        """Chooses the finding that was selected on a layer of any answer."""
        is_open = self._review.entry is not None and self._review.entry.id == id
        if is_open or self.open(id):
            self._review.choose(number)

    def _listen_to_review(self) -> None:
        review = self._review
        review.opened.connect(self._show)
        review.closed.connect(self._clear)
        review.changed.connect(self._view.cards.update_findings)
        review.changed.connect(self._mark_choice)
        review.removed.connect(self._view.cards.remove_finding)
        # The mouse may have been over its card
        review.removed.connect(lambda _: self._highlights.clear_hover())
        for moved in (review.changed, review.removed):
            moved.connect(lambda _: self._view.show_reasoning(review.entry))  # links come and go
        review.chosen.connect(self._show_choice)
        review.failed.connect(self._show_error)

    def _show_error(self, error: AskMapError) -> None:
        self._error_bar.show_error(error)
        if isinstance(error, ChangedMeanwhile):
            self.catch_up()

    def _listen_to_panels(self) -> None:
        cards, reasoning, review = self._view.cards, self._view.reasoning, self._review
        cards.chosen.connect(review.choose)
        cards.state_wanted.connect(review.set_state)
        cards.states_wanted.connect(review.set_state_of_all)
        cards.note_written.connect(review.set_note)
        cards.removed.connect(review.remove)
        cards.undo_wanted.connect(review.undo.undo)
        cards.redo_wanted.connect(review.undo.redo)
        review.undo.indexChanged.connect(self._show_undo)
        cards.zoom_wanted.connect(lambda number: self._zoom((number,)))
        cards.hovered.connect(lambda number: self._hover((number,) if number else ()))
        reasoning.hovered.connect(self._hover)
        reasoning.clicked.connect(self._zoom)

    def _show(self, entry: Entry) -> None:
        self._highlights.clear_hover()
        self._mark_choice()
        self._view.show_entry(entry)
        self._view.reasoning.choose(self._review.number)  # not the choice of another answer
        self._file_worker.run(
            lambda: self._scene_of(entry.id), self._show_scene_of(entry.id), self._error_bar.show_error
        )

    def _show_scene_of(self, id: str) -> Callable[[Scene], None]:
        def show(scene: Scene) -> None:
            if self._review.entry is not None and self._review.entry.id == id:
                self._view.cards.show_scene(scene)

        return show

    def _clear(self) -> None:
        self._highlights.clear_hover()
        self._mark_choice()
        self._highlights.clear_footprint()
        self._view.clear()

    def _show_choice(self, number: int) -> None:
        self._view.cards.choose(number)
        self._view.reasoning.choose(number)
        self._mark_choice()

    def _show_undo(self, _: int) -> None:
        undo = self._review.undo
        self._view.cards.set_undo(undo.canUndo(), undo.canRedo())

    def _mark_choice(self, *_: object) -> None:
        self._highlights.choose(*self._outlines((self._review.number,)))

    def _hover(self, numbers: tuple[int, ...]) -> None:
        outlines, crs = self._outlines(numbers)
        if outlines:
            self._highlights.hover(outlines, crs)
        else:
            self._highlights.clear_hover()

    def _zoom(self, numbers: tuple[int, ...]) -> None:
        outlines, crs = self._outlines(numbers)
        if outlines:
            self._highlights.zoom_to(outlines, crs)
            self._highlights.flash(outlines, crs)
            self._review.choose(numbers[0])

    def _outlines(self, numbers: tuple[int, ...]) -> tuple[list[bytes], str]:
        entry = self._review.entry
        found = [entry.finding(number) for number in numbers] if entry else []
        return [f.outline for f in found if f is not None], entry.grid.crs if entry else ""


@dataclass(frozen=True, eq=False)
class ReviewPart:
    """The open answer: its model, panels and layers, and the corrections of its masks."""

    review: Review
    layers: layers_part.LayersPart
    visibility: Visibility
    mask_refiner: MaskRefiner
    correction: Correction
    controller: ReviewController
    model_view: ModelViewController

    def close(self) -> None:
        for part in (self.model_view, self.correction, self.controller, self.layers, self.visibility):
            part.close()

    def forget(self) -> None:
        """The project was closed."""
        self.review.forget()
        self.layers.files.forget()

    def colour(self, colouring: Colouring) -> None:
        write_colouring(colouring)
        self._style_anew(("targets",))

    def show_as(self, appearance: Appearance) -> None:
        """Boxes and points come and go with what is not accepted; a style of the user's own stays else."""
        is_other = read_appearance().accepted_only != appearance.accepted_only
        write_appearance(appearance)
        self._style_anew(NAMES if is_other else ("targets",))

    def _style_anew(self, tables: Container[str]) -> None:
        """Of all answers in the project: two ways side by side would mislead."""
        colouring, appearance = read_colouring(), read_appearance()
        for layer in QgsProject.instance().mapLayers().values():
            table = layer.customProperty(TABLE_MARK)
            if table in tables and layer.isValid():
                apply_style(layer, table, colouring, appearance)
        self.visibility.refresh()


def build(context: Context, view: AnswerPanel, answers: Answers, parent: QObject) -> ReviewPart:
    review = Review(lambda: answers.history, parent)
    layers = layers_part.build(context, review.read, answers.folder, parent)
    mask_refiner = MaskRefiner(context.engine, review, answers.scene, parent)
    part = ReviewPart(
        review,
        layers,
        Visibility(review, parent),
        mask_refiner,
        Correction(context, review, mask_refiner, parent),
        ReviewController(context, view, review, answers),
        ModelViewController(context, review, answers, parent),
    )
    _connect(part, view, context)
    return part


def _connect(part: ReviewPart, view: AnswerPanel, context: Context) -> None:
    cards = view.cards
    cards.edit_wanted.connect(part.correction.edit)
    cards.draw_wanted.connect(part.correction.draw)
    part.mask_refiner.begun.connect(lambda number: cards.busy(number, True))
    part.mask_refiner.ended.connect(lambda number: cards.busy(number, False))
    part.mask_refiner.failed.connect(context.error_bar.show_error)
    part.correction.ended.connect(cards.list.setFocus)
    view.seen_wanted.connect(part.model_view.show)
    part.review.opened.connect(part.layers.sync.refresh)
    part.review.kept.connect(part.layers.sync.show)
    part.review.kept.connect(lambda id, _: part.layers.files.notice(id))
    part.layers.sync.edited.connect(part.review.take_edits)
    part.layers.sync.selected.connect(part.controller.choose_in)
    part.layers.sync.failed.connect(context.error_bar.show_error)
    part.layers.files.added.connect(part.visibility.join)
    view.colouring_chosen.connect(part.colour)
    view.appearance_chosen.connect(part.show_as)
