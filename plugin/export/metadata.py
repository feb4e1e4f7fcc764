"""Metadata, aliases and style of an exported layer, for a QGIS without AskMap."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qgis.core import QgsLayerMetadata, QgsVectorLayer

from ...backend.entries.entry import Entry
from ...backend.geo.geopackage import EXPORT_MARK
from ..language import tr
from ..layers.group import metadata_of
from ..layers.styles import Colouring, apply_style
from .columns import meanings
from .shaping import Shaping


@dataclass(frozen=True)
class LayerDescription:
    """Metadata, column names and style of one export, for all layers that hold it."""

    metadata: QgsLayerMetadata
    names: dict[str, str]  # a Sheet's
    colouring: Colouring

    def put_on(self, layer: QgsVectorLayer) -> None:
        apply_style(layer, "targets", self.colouring)
        layer.setMetadata(self.metadata)
        layer.setCustomProperty(EXPORT_MARK, self.metadata.identifier())
        for name, short in self.names.items():
            if short != name:
                layer.setFieldAlias(layer.fields().indexOf(short), name)


def metadata(entries: Sequence[Entry], shaping: Shaping, columns: Sequence[str] = ()) -> QgsLayerMetadata:
    """QGIS reads its texts as HTML, so what users and models wrote is escaped."""
    layer_metadata = metadata_of(entries[0], tr("Targets"))
    if len(entries) > 1:
        layer_metadata.setTitle(tr("Targets of %n question(s)", len(entries)))
        layer_metadata.setAbstract(
            "\n".join(f"{html.escape(e.question.text)}: {_thought(e)}" for e in entries)
        )
    layer_metadata.setAbstract(
        "\n\n".join(part for part in (layer_metadata.abstract(), _columns(columns)) if part)
    )
    layer_metadata.setHistory([item for entry in entries for item in _history(entry)])
    for sentence in shaping_sentences(shaping):
        layer_metadata.addHistoryItem(sentence)
    layer_metadata.setIdentifier(",".join(entry.id for entry in entries))
    layer_metadata.setEncoding("UTF-8")
    return layer_metadata


def shaping_sentences(shaping: Shaping) -> Iterator[str]:
    """What was done to the outlines, in the order it was done."""
    if shaping.holes_m2:
        yield tr("Holes below {area} m² were filled.").format(area=f"{shaping.holes_m2:g}")
    if shaping.simplify_m:
        yield tr("Outlines were simplified by up to {distance} m.").format(distance=f"{shaping.simplify_m:g}")
    if shaping.right_angles:
        yield tr("Corners were made right ones.")
    if shaping.smooth:
        yield tr("Outlines were smoothed.")
    if shaping.least_m2:
        yield tr("Parts below {area} m² were left out.").format(area=f"{shaping.least_m2:g}")


def _thought(entry: Entry) -> str:
    return html.escape(" ".join(entry.grounding.thought.split()))


def _columns(columns: Sequence[str]) -> str:
    known = meanings()
    return "\n".join(f"{name}: {known[name]}" for name in columns if name in known)


def _history(entry: Entry) -> Iterator[str]:
    """All that is needed to ask again."""
    made = entry.provenance
    yield from metadata_of(entry, "").history()
    yield html.escape(f"reasoner {made.reasoner} SHA-256 {made.reasoner_digest}")
    yield html.escape(f"segmenter {made.segmenter} SHA-256 {made.segmenter_digest}")
    if made.settings:
        yield html.escape(f"settings {json.dumps(dict(made.settings), ensure_ascii=False)}")
