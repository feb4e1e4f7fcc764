"""What the reasoner of an answer says that it knows: a quiet line, or more where it does not know a thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...backend.entries.entry import UNKNOWN, Entry
from ...backend.models.askmap_json import Knows
from ..language import tr
from ..map.ground_resolution import length_text
from ..widgets.labels import plain_label, smaller
from ..widgets.links_label import LinksLabel

SHOWN_KINDS = 40  # of a list that a stranger may have written


class KnowsNotice(QWidget):
    """Hidden where something was found, and beside reasoners that say nothing of themselves."""

    example_chosen = pyqtSignal(str)
    models_wanted = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.kinds, self.examples, self.models = plain_label(), LinksLabel(), LinksLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.kinds, self.examples, self.models):
            column.addWidget(label)
        self.examples.clicked.connect(self.example_chosen)
        self.models.clicked.connect(lambda _: self.models_wanted.emit())
        self.clear()

    def clear(self) -> None:
        self.hide()

    def show_answer(self, entry: Entry, knows: Optional[Knows], examples: Sequence[str] = ()) -> None:
        """`knows` is what its reasoner says of itself, `examples` are of it."""
        is_unknown = entry.outcome == UNKNOWN
        self._show_kinds(knows if is_unknown else None)
        self.examples.show_links(tr("Examples:"), examples if is_unknown else ())
        self.models.setFont(self.font() if is_unknown else smaller(self.font()))
        self.models.show_links(_next_step(knows, is_unknown), [tr("Models…")])
        self.models.setToolTip(told(knows))
        self.setVisible(is_unknown or (knows is not None and not entry.grounding.targets))

    def _show_kinds(self, knows: Optional[Knows]) -> None:
        self.kinds.setVisible(knows is not None)
        if knows:
            text = tr("This small model knows %n kind(s) of things: {kinds}.", len(knows.kinds))
            self.kinds.setText(text.format(kinds=_listed(knows.kinds)))


def _next_step(knows: Optional[Knows], is_unknown: bool) -> str:
    if is_unknown and knows:
        return tr("Ask for one of them, draw yourself what you see, or choose another model:")
    if is_unknown:
        return tr("Ask for something else, draw yourself what you see, or choose another model:")
    return tr("This small model knows %n kind(s) of things.", len(knows.kinds)) if knows else ""


def _listed(kinds: tuple[str, ...]) -> str:
    return ", ".join(kinds[:SHOWN_KINDS]) + (", …" if len(kinds) > SHOWN_KINDS else "")


def told(knows: Optional[Knows]) -> str:
    """HTML, a paragraph for each thing that it says; "" where it says nothing."""
    return "" if knows is None else "".join(f"<p>{escape(line)}</p>" for line in _lines(knows))


def _lines(knows: Knows) -> Iterator[str]:
    yield _listed(knows.kinds)
    if knows.ground_resolution_m:
        finest, coarsest = map(length_text, knows.ground_resolution_m)
        text = tr("Trained on pixels of {finest} to {coarsest} on the ground.")
        yield text.format(finest=finest, coarsest=coarsest)
    yield from (f"{name}: {value}" for name, value in knows.figures.items())
