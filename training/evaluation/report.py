"""The report of an evaluation as one HTML page: tables, bars and pictures, no script, nothing fetched.

All text of a model, a file or the user is escaped; the page's content policy lets nothing run or load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...backend.entries.html_page import html_document, shown
from ..data.samples import Mask, Picture
from .case_picture import ANSWER, TRUTH, hexadecimal, portrait
from .cases import Case, unpacked
from .metrics import Figure

RULES = {
    "segearth": "SegEarth-R1's: masks at 1024 px; truth and answer both empty is IoU 1; what is found where "
    "nothing is counts in cIoU.",
    "think2seg": "Think2Seg-RS's: masks at 840 × 840 px; where nothing is, only the empty list is IoU 1, and "
    "cIoU ignores the picture; P@t is a share of the answers for which a mask was made.",
    "segzero": "Seg-Zero's: the picture's own pixels; pictures where nothing is are left out.",
    "native": "The picture's own pixels; truth and answer both empty is IoU 1; an unreadable answer is 0.",
}
LEGEND = (
    '<p class="legend"><b class="truth"></b> truth <b class="answer"></b> answer, its boxes as thin lines</p>'
)
STYLE = f"""
:root {{ color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #666; --line: #ddd; --bar: #0072b2;
  --card: #f6f6f4; --good: #00694a; --bad: #b03a00; }}
@media (prefers-color-scheme: dark) {{ :root {{ --ink: #e8e8e6; --paper: #16181a; --soft: #a0a0a0;
  --line: #3a3d40; --bar: #56b4e9; --card: #212427; --good: #4fd0a5; --bad: #ff9a62; }} }}
body {{ font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 1120px; margin: 2em auto; padding: 0 1em; }}
h1 {{ font-size: 1.5em }} h2 {{ font-size: 1.2em; margin: 2em 0 .5em }}
table {{ border-collapse: collapse; font-variant-numeric: tabular-nums }}
td, th {{ text-align: right; padding: .25em .9em; border-bottom: 1px solid var(--line);
  vertical-align: baseline }}
td:first-child, th:first-child {{ text-align: left; padding-left: 0; overflow-wrap: anywhere }}
small, .soft {{ color: var(--soft) }} td small {{ display: block; font-size: .8em }}
.settings td {{ text-align: left; overflow-wrap: anywhere }}
.bar {{ position: relative; width: 22em; height: .9em; background: var(--card); display: inline-block }}
.bar i {{ position: absolute; inset: 0 auto 0 0; background: var(--bar); }}
.bar u {{ position: absolute; top: 40%; height: 20%; background: var(--ink) }}
.cards {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 1em }}
.card {{ background: var(--card); padding: .7em; border-radius: 6px; overflow-wrap: anywhere }}
.card p, pre, td {{ unicode-bidi: isolate }}
.card img {{ width: 100%; display: block }}
.wide {{ grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)) }}
.tables {{ display: grid; grid-template-columns: repeat(auto-fill, minmax(480px, 1fr)); gap: 0 2em }}
.pair {{ display: grid; grid-template-columns: 1fr 1fr; gap: .7em }}
.card p {{ margin: .4em 0; font-size: .92em }} .card .asked {{ font-weight: 600 }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8em; max-height: 20em; overflow: auto }}
.legend b {{ display: inline-block; width: 1.6em; height: .5em; border: 1px solid #000; margin-left: 1em }}
.truth {{ background: {hexadecimal(TRUTH)} }} .answer {{ background: {hexadecimal(ANSWER)} }}
.good {{ color: var(--good) }} .bad {{ color: var(--bad) }}
"""


@dataclass(frozen=True, eq=False)
class Shown:
    """A case to be looked at; `other` is what another run answered, in a comparison."""

    case: Case
    picture: Picture
    truth: Mask
    other: Case | None = None


def page(title: str, sections: Iterable[str]) -> str:
    return html_document(title, sections, STYLE)


def settings_table(settings: Mapping[str, str]) -> str:
    rows = (f"<tr><td>{shown(name)}</td><td>{shown(value)}</td></tr>" for name, value in settings.items())
    return f'<table class="settings">{"".join(rows)}</table>\n'


def figures_table(figures: Mapping[str, Mapping[str, Figure]]) -> str:
    """A column for each policy; its rules stand below."""
    names = list(next(iter(figures.values())))
    head = "".join(f"<th>{shown(policy)}</th>" for policy in figures)
    rows = (
        f"<tr><td>{shown(name)}</td>{''.join(_cell(by_name[name]) for by_name in figures.values())}</tr>"
        for name in names
    )
    rules = "".join(f"<li><b>{policy}</b>: {RULES[policy]}</li>" for policy in figures)
    return (
        f"<h2>Figures</h2><table><tr><th></th>{head}</tr>{''.join(rows)}</table>\n"
        '<p class="soft">Shares of 1. Below each, the bootstrap’s 95 % interval over the cases.</p>'
        f'<ul class="soft">{rules}</ul>\n'
    )


def kinds_table(kinds: Mapping[str, Mapping[str, Figure]], policy: str) -> str:
    """A row for each class, with a bar for its gIoU and a line for its interval; "" without classes."""
    if not kinds:
        return ""
    rows = (
        f"<tr><td>{shown(kind) or '–'}</td><td>{by_name['gIoU'].cases}</td><td>{_bar(by_name['gIoU'])}</td>"
        f"{''.join(_cell(by_name[name]) for name in ('gIoU', 'cIoU', 'P@0.5'))}</tr>"
        for kind, by_name in kinds.items()
    )
    return (
        f"<h2>By class, where there is something to find ({policy})</h2>"
        "<table><tr><th>class</th><th>cases</th><th></th><th>gIoU</th><th>cIoU</th><th>P@0.5</th></tr>"
        f"{''.join(rows)}</table>\n"
    )


def differences_table(
    policy: str, ours: Mapping[str, Figure], theirs: Mapping[str, Figure], gains: Mapping[str, Figure]
) -> str:
    rows = (
        f"<tr><td>{shown(name)}</td>{_cell(ours[name])}{_cell(theirs[name])}{_gain(gain)}</tr>"
        for name, gain in gains.items()
    )
    return (
        f"<div><h3>{policy}</h3><table>"
        "<tr><th></th><th>this run</th><th>the other</th><th>difference</th></tr>"
        f"{''.join(rows)}</table></div>\n"
    )


def cards(title: str, cases: Sequence[Shown], policy: str) -> str:
    """ "" where there are none."""
    if not cases:
        return ""
    wide = " wide" if any(case.other for case in cases) else ""
    each = "".join(_card(case, policy) for case in cases)
    return f'<h2>{shown(title)}</h2>{LEGEND}<div class="cards{wide}">{each}</div>\n'


def _card(case: Shown, policy: str) -> str:
    answered = [case.case, *([case.other] if case.other else [])]
    columns = "".join(
        f'<div><img alt="" src="{_portrait(case, answer)}">{_answer_text(answer, policy)}</div>'
        for answer in answered
    )
    facts = [case.case.kind, case.case.name, "" if case.case.expects else "nothing to find"]
    pair = ' class="pair"' if case.other else ""
    return (
        f'<div class="card"><p class="asked">{shown(case.case.question)}</p>'
        f"<p><small>{shown(' · '.join(filter(None, facts)))}</small></p><div{pair}>{columns}</div></div>"
    )


def _portrait(case: Shown, answer: Case) -> str:
    return portrait(case.picture, case.truth, unpacked(answer.mask, answer.size), answer.boxes)


def _answer_text(case: Case, policy: str) -> str:
    iou = case.scores[policy].iou
    worth = "left out" if iou is None else f"IoU {iou:.2f}"
    thought = f"<p>{shown(case.thought)}</p>" if case.thought else ""
    error = f'<p class="bad">{shown(case.error)}</p>' if case.error else ""
    raw = f"<details><summary>raw text</summary><pre>{shown(case.raw)}</pre></details>" if case.raw else ""
    return f"<p><b>{worth}</b>, {_found(case)}</p>{thought}{error}{raw}"


def _found(case: Case) -> str:
    if case.found is None:
        return "cannot be read"
    if case.is_unknown:
        return "does not know what that is"
    return f"{case.found} found" if case.found else "none found"


def _cell(figure: Figure) -> str:
    if figure.value is None:
        return "<td>–</td>"
    return f"<td>{figure.value:.3f}{_interval(figure)}</td>"


def _gain(figure: Figure) -> str:
    """Coloured where the interval leaves 0 out."""
    if figure.value is None or figure.low is None or figure.high is None:
        return "<td>–</td>"
    tone = "good" if figure.low > 0 else "bad" if figure.high < 0 else ""
    return f'<td class="{tone}">{figure.value:+.3f}<small>{figure.low:+.3f} … {figure.high:+.3f}</small></td>'


def _interval(figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"<small>{figure.low:.3f} … {figure.high:.3f}</small>"


def _bar(figure: Figure) -> str:
    value, low, high = (100 * (share or 0.0) for share in (figure.value, figure.low, figure.high))
    return (
        f'<span class="bar"><i style="width:{value:.1f}%"></i>'
        f'<u style="left:{low:.1f}%;width:{high - low:.1f}%"></u></span>'
    )
