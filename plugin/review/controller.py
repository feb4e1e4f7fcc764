"""The open answer in the dock and on the map, in step: panels, marks and layers around one Review."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

from ...backend.entries.entry import ANSWERED, Entry
from ...backend.errors import AskMapError, ChangedMeanwhile
from ...backend.stages import Scene
from ..context import Answers, Context
from ..layers import part as layers_part
from ..layers.group import TABLE_MARK
from ..layers.styles import apply_style, write_colouring
from .correction import Correction
from .mask_refiner import MaskRefiner
from .model_view import ModelView
from .panel import AnswerPanel
from .review import Review
from .visibility import Visibility


class ReviewController(QObject):
    def __init__(self, context: Context, view: AnswerPanel, review: Review, answers: Answers) -> None:
        super().__init__(review)
        self._view, self._review, self._marks = view, review, context.marks
        self._errands, self._faults, self._scene_of = context.file_worker, context.faults, answers.scene
        self._listen_to_review()
        self._listen_to_panels()
        self._show_undo(0)

    def close(self) -> None:
        """The stack speaks once more when it goes."""
        self._review.undo.indexChanged.disconnect(self._show_undo)

    def open(self, id: str) -> bool:
        """The entry from the history, in the panels; False, with a sentence shown, where it is gone."""
        try:
            self._review.open(self._review.read(id))
        except AskMapError as error:
            self._faults.tell(error)
            return False
        return True

    def catch_up(self) -> None:
        """Another QGIS on the same project may have judged the open answer."""
        entry, number = self._review.entry, self._review.number
        if entry is None or entry.outcome != ANSWERED:
            return
        with suppress(AskMapError):  # what is wrong with the history is said when something is done
            now = self._review.read_anew(entry.id)
            if now != entry:
                self._review.open(now)
                self._review.choose(number)

    def choose_in(self, id: str, number: int) -> None:
        """What was selected on a layer of any answer."""
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
        review.removed.connect(lambda _: self._marks.clear_hover())  # its card was under the mouse, maybe
        for moved in (review.changed, review.removed):
            moved.connect(lambda _: self._view.reasoning.show_entry(review.entry))  # links come and go
        review.chosen.connect(self._show_choice)
        review.failed.connect(self._tell)

    def _tell(self, error: AskMapError) -> None:
        self._faults.tell(error)
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
        self._marks.clear_hover()
        self._mark_choice()
        self._view.show_entry(entry)
        self._view.reasoning.choose(self._review.number)  # what was chosen in another answer
        self._errands.run(lambda: self._scene_of(entry.id), self._show_scene_of(entry.id), self._faults.tell)

    def _show_scene_of(self, id: str) -> Callable[[Scene], None]:
        def show(scene: Scene) -> None:
            if self._review.entry is not None and self._review.entry.id == id:
                self._view.cards.show_scene(scene)

        return show

    def _clear(self) -> None:
        self._marks.clear_hover()
        self._mark_choice()
        self._marks.clear_footprint()
        self._view.clear()

    def _show_choice(self, number: int) -> None:
        self._view.cards.choose(number)
        self._view.reasoning.choose(number)
        self._mark_choice()

    def _show_undo(self, _: int) -> None:
        undo = self._review.undo
        self._view.cards.set_undo(undo.canUndo(), undo.canRedo())

    def _mark_choice(self, *_: object) -> None:
        self._marks.choose(*self._outlines((self._review.number,)))

    def _hover(self, numbers: tuple[int, ...]) -> None:
        outlines, crs = self._outlines(numbers)
        if outlines:
            self._marks.hover(outlines, crs)
        else:
            self._marks.clear_hover()

    def _zoom(self, numbers: tuple[int, ...]) -> None:
        outlines, crs = self._outlines(numbers)
        if outlines:
            self._marks.zoom_to(outlines, crs)
            self._marks.flash(outlines, crs)
            self._review.choose(numbers[0])

    def _outlines(self, numbers: tuple[int, ...]) -> tuple[list[bytes], str]:
        entry = self._review.entry
        found = [entry.finding(number) for number in numbers] if entry else []
        return [f.outline for f in found if f is not None], entry.grid.crs if entry else ""


@dataclass(frozen=True, eq=False)
class ReviewPart:
    """The answer that is open: its model, its panels, its layers, and the corrections of its masks."""

    review: Review
    layers: layers_part.LayersPart
    foreground: Visibility
    refining: MaskRefiner
    correcting: Correction
    panels: ReviewController
    model_view: ModelView

    def close(self) -> None:
        for part in (self.model_view, self.correcting, self.panels, self.layers, self.foreground):
            part.close()

    def forget(self) -> None:
        """Another project, or none."""
        self.review.forget()
        self.layers.files.forget()

    def colour(self, colouring: str) -> None:
        """All answers in the project at once: two ways to colour side by side would mislead."""
        write_colouring(colouring)
        for layer in QgsProject.instance().mapLayers().values():
            if layer.customProperty(TABLE_MARK) == "targets" and layer.isValid():
                apply_style(layer, "targets", colouring)
        self.foreground.refresh()


def build(context: Context, view: AnswerPanel, answers: Answers, parent: QObject) -> ReviewPart:
    review = Review(lambda: answers.history, parent)
    layers = layers_part.build(context, review.read, answers.folder, parent)
    refining = MaskRefiner(context.engine, review, answers.scene, parent)
    part = ReviewPart(
        review,
        layers,
        Visibility(review, parent),
        refining,
        Correction(context, review, refining, parent),
        ReviewController(context, view, review, answers),
        ModelView(context, review, answers, parent),
    )
    _connect(part, view, context)
    return part


def _connect(part: ReviewPart, view: AnswerPanel, context: Context) -> None:
    cards = view.cards
    cards.edit_wanted.connect(part.correcting.edit)
    cards.draw_wanted.connect(part.correcting.draw)
    part.refining.begun.connect(lambda number: cards.busy(number, True))
    part.refining.ended.connect(lambda number: cards.busy(number, False))
    part.refining.failed.connect(context.faults.tell)
    part.correcting.ended.connect(cards.list.setFocus)
    view.seen_wanted.connect(part.model_view.show)
    part.review.opened.connect(part.layers.sync.refresh)
    part.review.kept.connect(part.layers.sync.show)
    part.review.kept.connect(lambda id, _: part.layers.files.notice(id))
    part.layers.sync.edited.connect(part.review.take_edits)
    part.layers.sync.selected.connect(part.panels.choose_in)
    part.layers.sync.failed.connect(context.faults.tell)
    part.layers.files.added.connect(part.foreground.join)
    view.colouring_chosen.connect(part.colour)
