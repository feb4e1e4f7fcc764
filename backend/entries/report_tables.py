"""An Entry as the user reads it, in lines and tables of plain text, for reports in any format."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..geo.outlines import area_in_px, area_m2
from ..stages import Grid, Provenance
from .entry import UNKNOWN, Entry, Finding

Table = tuple[tuple[str, ...], ...]


def plain_number(value: float, digits: int) -> str:
    """A number with so many digits behind the point."""
    return f"{value:,.{digits}f}"


@dataclass(frozen=True)
class ReportTexts:
    """The texts of a report itself, in the reader's language."""

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
    confidence: str
    doubtful: str
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
    format_number: Callable[[float, int], str] = plain_number  # with decimals as the reader writes them


def view_facts(entry: Entry, texts: ReportTexts) -> Table:
    """What was asked, when, about what; rows of two."""
    rows = [
        (texts.asked, time_text(entry.provenance.created)),
        (texts.outcome, " ".join((texts.states[entry.outcome], entry.fault)).strip()),
        (texts.source, entry.provenance.source),
        (texts.view, place_text(entry.grid)),
    ]
    rows += [(texts.earlier, turn.question) for turn in entry.question.earlier]
    rows += [(texts.warnings, warning) for warning in entry.provenance.warnings]
    return tuple(rows)


def origin_facts(made: Provenance, texts: ReportTexts) -> Table:
    """Enough to ask it again; rows of two."""
    settings = ", ".join(f"{name} = {value}" for name, value in made.settings.items())
    seconds = ", ".join(f"{step} {texts.format_number(time_s, 2)}" for step, time_s in made.times_s.items())
    rows = (
        (texts.reasoner, made.reasoner),
        (texts.digest, made.reasoner_digest),
        (texts.segmenter, made.segmenter),
        (texts.digest, made.segmenter_digest),
        (texts.device, made.device),
        (texts.seed, str(made.seed)),
        (texts.settings, settings),
        (texts.seconds, seconds),
        (texts.version, made.version),
    )
    return tuple(row for row in rows if row[1])


def without_targets(entry: Entry, texts: ReportTexts) -> str:
    """What stands in the place of the table where there are none."""
    return texts.unknown if entry.outcome == UNKNOWN else texts.nothing


def target_table(entry: Entry, texts: ReportTexts) -> Table:
    """The first row is the heading; there is a column of confidences where one is known."""
    names = (texts.number, texts.label, texts.state, texts.score, texts.area, texts.made, texts.note)
    rows = (names, *(_target(finding, entry.grid, texts) for finding in entry.findings))
    if all(finding.confidence is None for finding in entry.findings):
        return rows
    cells = (texts.confidence, *(_confidence_text(finding, texts) for finding in entry.findings))
    after = names.index(texts.score) + 1
    return tuple((*row[:after], cell, *row[after:]) for row, cell in zip(rows, cells))


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


def _target(finding: Finding, grid: Grid, texts: ReportTexts) -> tuple[str, ...]:
    return (
        str(finding.number),
        finding.target.label,
        texts.states[finding.state],
        texts.format_number(finding.score, 2),
        _area_text(finding.outline, grid, texts),
        texts.states[finding.made],
        finding.note,
    )


def _confidence_text(finding: Finding, texts: ReportTexts) -> str:
    if finding.confidence is None:
        return ""
    number = texts.format_number(finding.confidence, 2)
    return f"{number} ({texts.doubtful})" if finding.is_doubtful else number


def _area_text(outline: bytes, grid: Grid, texts: ReportTexts) -> str:
    """Three digits at least."""
    area = area_m2(outline, grid.crs) if outline else None
    if area is None:
        return f"{texts.format_number(area_in_px(outline, grid) if outline else 0, 0)} px"
    return f"{texts.format_number(area, 0 if area >= 100 else 1 if area >= 10 else 2)} m²"
