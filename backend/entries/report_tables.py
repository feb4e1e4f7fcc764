"""An Entry as the user reads it, in lines and tables of plain text, for reports in any format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..geo.outlines import area_in_px, area_m2
from ..stages import Grid, Provenance
from .entry import UNKNOWN, Entry, Finding

Table = tuple[tuple[str, ...], ...]


def plain_figure(value: float, digits: int) -> str:
    """A number with so many digits behind the point."""
    return f"{value:,.{digits}f}"


@dataclass(frozen=True)
class Words:
    """What a report says itself, in the reader's language."""

    report: str
    question: str
    asked: str
    outcome: str
    source: str
    view: str
    earlier: str
    reasoning: str
    targets: str
    nothing: str  # «Nothing was found.»
    unknown: str  # «The model does not know what that looks like.»
    number: str
    label: str
    state: str
    score: str
    area: str
    made: str
    note: str
    origin: str
    reasoner: str
    segmenter: str
    digest: str
    device: str
    seed: str
    version: str
    settings: str
    seconds: str
    warnings: str
    states: Mapping[str, str]  # and outcomes and ways of making: what each is called
    language: str = "en"  # ISO 639-1
    figure: Callable[[float, int], str] = plain_figure  # a number, as the reader writes it


def view_facts(entry: Entry, words: Words) -> Table:
    """What was asked, when, about what; rows of two."""
    rows = [
        (words.asked, time_text(entry.provenance.created)),
        (words.outcome, " ".join((words.states[entry.outcome], entry.fault)).strip()),
        (words.source, entry.provenance.source),
        (words.view, place_text(entry.grid)),
    ]
    rows += [(words.earlier, turn.question) for turn in entry.question.earlier]
    rows += [(words.warnings, warning) for warning in entry.provenance.warnings]
    return tuple(rows)


def origin_facts(made: Provenance, words: Words) -> Table:
    """Enough to ask it again; rows of two."""
    settings = ", ".join(f"{name} = {value}" for name, value in made.settings.items())
    seconds = ", ".join(f"{step} {words.figure(time_s, 2)}" for step, time_s in made.times_s.items())
    rows = (
        (words.reasoner, made.reasoner),
        (words.digest, made.reasoner_digest),
        (words.segmenter, made.segmenter),
        (words.digest, made.segmenter_digest),
        (words.device, made.device),
        (words.seed, str(made.seed)),
        (words.settings, settings),
        (words.seconds, seconds),
        (words.version, made.version),
    )
    return tuple(row for row in rows if row[1])


def without_targets(entry: Entry, words: Words) -> str:
    """What stands in the place of the table where there are none."""
    return words.unknown if entry.outcome == UNKNOWN else words.nothing


def target_table(entry: Entry, words: Words) -> Table:
    """The first row is the heading."""
    heading = (words.number, words.label, words.state, words.score, words.area, words.made, words.note)
    return (heading, *(_target(finding, entry.grid, words) for finding in entry.findings))


def time_text(created: str) -> str:
    """2026-01-02T03:04:05.678Z to 2026-01-02 03:04:05 UTC."""
    parts = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:00)", created)
    return f"{parts[1]} {parts[2]} UTC" if parts else created


def place_text(grid: Grid) -> str:
    """The size of a view, and its edges in its own coordinates."""
    xs, ys = zip(*grid.footprint())
    edges = f"x {min(xs):.10g} … {max(xs):.10g}, y {min(ys):.10g} … {max(ys):.10g}"
    return ", ".join(part for part in (f"{grid.width} × {grid.height} px", edges, crs_name(grid.crs)) if part)


def crs_name(wkt: str) -> str:
    """What its WKT calls it, with the authority's number where it has one."""
    name = re.match(r'\s*\w+\s*\[\s*"([^"]*)"', wkt)
    code = re.search(r'(?:ID|AUTHORITY)\["(\w+)",\s*"?(\w+)"?\]\s*\]\s*$', wkt)
    return " ".join([name[1] if name else wkt, *([f"({code[1]}:{code[2]})"] if code else [])])


def _target(finding: Finding, grid: Grid, words: Words) -> tuple[str, ...]:
    return (
        str(finding.number),
        finding.target.label,
        words.states[finding.state],
        words.figure(finding.score, 2),
        _area_text(finding.outline, grid, words),
        words.states[finding.made],
        finding.note,
    )


def _area_text(outline: bytes, grid: Grid, words: Words) -> str:
    """Three digits at least."""
    area = area_m2(outline, grid.crs) if outline else None
    if area is None:
        return f"{words.figure(area_in_px(outline, grid) if outline else 0, 0)} px"
    return f"{words.figure(area, 0 if area >= 100 else 1 if area >= 10 else 2)} m²"
