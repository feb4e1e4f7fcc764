"""Compares two entries: what both found, what only one found, and how they were asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Callable, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsProject

from ...backend.entries.entry import UNKNOWN, Entry, Finding
from ...backend.entries.report_tables import ReportTexts, Table, place_text, time_text
from ...backend.errors import AskMapError
from ...backend.geo.seams import is_torn, moved_across
from ...backend.stages import Grid
from ..backend_messages import translate_entry
from ..language import tr
from ..map.geometries import shape_of
from ..map.transforms import crs_from, transform_between, transform_shape
from ..number_format import fixed

LEAST_OVERLAP = 0.5  # IoU above which two outlines are one target: more than one partner is impossible then
_DIGITS = 16  # of a digest: more than enough to tell two models apart
_INSIDE = 0.5  # of an outline's area; one that lies less inside the other view was hardly visible there


class NotComparable(AskMapError):
    """There is no transformation between the two; how they were asked can still be compared."""


@dataclass(frozen=True)
class FindingPair:
    left: int  # numbers of the findings
    right: int
    overlap: float  # IoU, 0…1


@dataclass(frozen=True)
class Differences:
    """Outlines for the map: WKB of MultiPolygons, perhaps empty, in one coordinate system."""

    crs: str  # WKT, "" for none
    left: bytes  # what only the left entry found
    right: bytes
    both: bytes


@dataclass(frozen=True)
class EntryComparison:
    matches: tuple[FindingPair, ...]
    only_left: tuple[int, ...]
    only_right: tuple[int, ...]
    outside_right: tuple[int, ...]  # numbers of the left that the right's view did not show
    outside_left: tuple[int, ...]
    overlap: float  # IoU of all outlines together; 1 where neither found anything
    differences: Differences


def compare_entries(
    left: Entry, right: Entry, counts: Callable[[Finding], bool] = lambda finding: True
) -> EntryComparison:
    """In the left entry's coordinate system; `counts` says which findings take part. Raises NotComparable."""
    if any(entry.outcome == UNKNOWN and not entry.findings for entry in (left, right)):
        raise NotComparable(
            tr("A model that does not know what that looks like has not looked for it."),
            tr("Compare the answers of models that know it."),
        )
    place = _transform_to(right.grid.crs, left.grid.crs)
    ours = {f.number: _geometry(f.outline) for f in left.findings if counts(f)}
    theirs = {f.number: place(_geometry(f.outline)) for f in right.findings if counts(f)}
    matches = _matches(ours, theirs)
    mine, other = QgsGeometry.unaryUnion(_full(ours)), QgsGeometry.unaryUnion(_full(theirs))
    return EntryComparison(
        matches,
        tuple(number for number in ours if number not in {match.left for match in matches}),
        tuple(number for number in theirs if number not in {match.right for match in matches}),
        _outside(ours, place(_footprint(right.grid))),
        _outside(theirs, _footprint(left.grid)),
        _overlap(mine, other) if _area(mine) + _area(other) else 1.0,
        _differences(left.grid.crs, mine, other),
    )


def ways(left: Entry, right: Entry, labels: ReportTexts) -> Table:
    """How each was asked: rows of a name, the left's and the right's."""
    pairs = zip(_way(translate_entry(left), labels), _way(translate_entry(right), labels))
    rows = [(name, here, there) for (name, here), (_, there) in pairs]
    ours, theirs = left.provenance.settings, right.provenance.settings
    rows += [(name, ours.get(name, ""), theirs.get(name, "")) for name in sorted({*ours, *theirs})]
    return tuple(row for row in rows if row[1] or row[2])


def _way(entry: Entry, labels: ReportTexts) -> Table:
    made = entry.provenance
    seconds = fixed(sum(made.times_s.values()), 1) if made.times_s else ""
    return (
        (labels.question, entry.question.text),
        (labels.earlier, "\n".join(turn.question for turn in entry.question.earlier)),
        (labels.asked, time_text(made.created)),
        (labels.outcome, " ".join((labels.states[entry.outcome], entry.fault)).strip()),
        (labels.targets, str(len(entry.findings))),
        (labels.source, made.source),
        (labels.view, place_text(entry.grid)),
        (labels.reasoner, made.reasoner),
        (labels.digest, made.reasoner_digest[:_DIGITS]),
        (labels.segmenter, made.segmenter),
        (labels.digest, made.segmenter_digest[:_DIGITS]),
        (labels.seed, str(made.seed)),
        (labels.device, made.device),
        (labels.seconds, seconds),
        (labels.version, made.version),
    )


def _transform_to(source: str, target: str) -> Callable[[QgsGeometry], QgsGeometry]:
    """A function that transforms outlines of one entry to the coordinate system of the other."""
    if bool(source) != bool(target):
        raise NotComparable(
            tr("Only one of the two was asked about imagery with a coordinate system."),
            tr("Compare two questions about the same imagery."),
        )
    context = QgsProject.instance().transformContext()
    transform = transform_between(crs_from(source), crs_from(target), context)
    if transform is None and source != target:
        raise NotComparable(
            tr("There is no transformation between the coordinate systems of the two."),
            tr("Compare two questions about the same imagery."),
        )

    def moved(geometry: QgsGeometry) -> Optional[QgsGeometry]:
        """Cut at the edge of the map if it crosses that."""
        outline = bytes(geometry.asWkb())
        if not is_torn(outline, source, target):
            return transform_shape(geometry, transform)
        placed = moved_across(outline, source, target)
        return _geometry(placed) if placed is not None else None

    def place(geometry: QgsGeometry) -> QgsGeometry:
        if source == target or geometry.isEmpty():
            return geometry
        there = moved(geometry)
        if there is None:
            raise NotComparable(
                tr("What the two were asked about lies too far apart."),
                tr("Compare two questions about the same imagery."),
            )
        return there.makeValid()

    return place


def _geometry(outline: bytes) -> QgsGeometry:
    """Valid, even where the user's edits intersect themselves."""
    geometry = shape_of(outline)
    return geometry if geometry.isNull() or geometry.isGeosValid() else geometry.makeValid()


def _footprint(grid: Grid) -> QgsGeometry:
    """With densified sides, because they are curved in another coordinate system."""
    corners = [QgsPointXY(x, y) for x, y in grid.footprint()]
    edge = QgsGeometry.fromPolygonXY([[*corners, corners[0]]])
    return edge.densifyByCount(20)


def _matches(ours: dict[int, QgsGeometry], theirs: dict[int, QgsGeometry]) -> tuple[FindingPair, ...]:
    """The best first; each finding at most once."""
    pairs = (
        FindingPair(here, there, _overlap(ours[here], theirs[there])) for here in ours for there in theirs
    )
    best = sorted((m for m in pairs if m.overlap > LEAST_OVERLAP), key=lambda match: -match.overlap)
    matches: list[FindingPair] = []
    for match in best:
        if all(match.left != other.left and match.right != other.right for other in matches):
            matches.append(match)
    return tuple(sorted(matches, key=lambda match: match.left))


def _overlap(one: QgsGeometry, other: QgsGeometry) -> float:
    """Intersection over union."""
    if one.isNull() or other.isNull() or not one.boundingBox().intersects(other.boundingBox()):
        return 0.0
    shared = _area(one.intersection(other))
    whole = _area(one) + _area(other) - shared
    return shared / whole if whole else 0.0


def _outside(found: dict[int, QgsGeometry], view: QgsGeometry) -> tuple[int, ...]:
    def inside(outline: QgsGeometry) -> float:
        return _area(outline.intersection(view)) / _area(outline)

    return tuple(number for number, outline in found.items() if _area(outline) and inside(outline) < _INSIDE)


def _differences(crs: str, left: QgsGeometry, right: QgsGeometry) -> Differences:
    if left.isNull() or right.isNull():
        return Differences(crs, _polygons(left), _polygons(right), _polygons(QgsGeometry()))
    parts = (left.difference(right), right.difference(left), left.intersection(right))
    return Differences(crs, *map(_polygons, parts))


def _polygons(geometry: QgsGeometry) -> bytes:
    """Without the points and lines at which two outlines only touch."""
    parts = [part for part in geometry.asGeometryCollection() if part.constGet().dimension() == 2]
    found = QgsGeometry.collectGeometry(parts) if parts else QgsGeometry.fromWkt("MULTIPOLYGON EMPTY")
    return bytes(found.asWkb())


def _full(found: dict[int, QgsGeometry]) -> Sequence[QgsGeometry]:
    return [geometry for geometry in found.values() if not geometry.isNull() and not geometry.isEmpty()]


def _area(geometry: QgsGeometry) -> float:
    return 0.0 if geometry.isNull() else geometry.area()
