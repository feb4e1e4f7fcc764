"""Entries as a report: Markdown with its pictures in a folder beside, or one HTML page with them inside.

Whatever a model, the user or a file wrote stays plain text: no tag, link or table of theirs comes to life.
"""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ..atomic import PREFIX, atomic_write, make_folder
from ..errors import NotWritten
from ..text import printable
from .entry import Entry
from .html_page import html_document, shown
from .report_tables import ReportTexts, Table, origin_facts, target_table, view_facts, without_targets

_MARKDOWN = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {letter: f"\\{letter}" for letter in "\\`*_{}[]#|~$^"}
)
_LISTED = re.compile(r"^([-+=:])|^(\d+)([.)])(?= |$)")  # what begins a list, a rule or a heading
LONGEST = 2**26  # bytes of an older report that is read for the names of its pictures
_STYLE = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #5c5c5c; --line: #ddd }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e6; --paper: #16181a; --soft: #a8a8a8; --line: #3a3d40 } }
body { font: 15px/1.45 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 1000px; margin: 2em auto; padding: 0 1em; overflow-wrap: anywhere }
h1 { font-size: 1.4em } h3 { font-size: 1em }
h2 { font-size: 1.2em; margin-top: 2.5em; white-space: pre-wrap }
img { max-width: 100% } .thought { white-space: pre-wrap }
table { border-collapse: collapse } th { color: var(--soft); font-weight: 600 }
td, th { text-align: left; vertical-align: top; padding: .25em .9em .25em 0;
  border-bottom: 1px solid var(--line); white-space: pre-wrap; unicode-bidi: isolate }
@media print { section { break-before: page } section:first-of-type { break-before: auto } }
"""


@dataclass(frozen=True)
class Chapter:
    entry: Entry
    picture: bytes = b""  # PNG of the scene with what was found; none where the history kept no scene


def write_report(chapters: Sequence[Chapter], path: Path, texts: ReportTexts) -> Path:
    """By the ending: .md or .html; raises NotWritten and leaves an older report as it was."""
    ending = path.suffix.lower()
    if ending not in (".md", ".html"):
        raise NotWritten(
            "AskMap writes no «{suffix}» reports.",
            "Choose a name ending in .md or .html.",
            suffix=path.suffix,
        )
    if ending == ".md":
        text = markdown(chapters, texts, _write_pictures(chapters, path))
    else:
        text = html(chapters, texts)
    with atomic_write(path) as place:
        place.write_text(text, encoding="utf-8")
    return path


def markdown(chapters: Sequence[Chapter], texts: ReportTexts, pictures: Sequence[str]) -> str:
    """CommonMark with GitHub's tables; `pictures` are addresses, "" where there is none."""
    parts = [f"# {_marked(texts.report)}"]
    for chapter, picture in zip(chapters, pictures):
        entry = chapter.entry
        parts += [
            f"## {_marked(entry.question.text)}",
            *([f"![{_marked(texts.view)}]({picture})"] if picture else []),
            _list(view_facts(entry, texts)),
            f"### {_marked(texts.reasoning)}",
            _quoted(entry.grounding.thought),
            f"### {_marked(texts.targets)}",
            _rows(target_table(entry, texts)) if entry.findings else _marked(without_targets(entry, texts)),
            f"### {_marked(texts.origin)}",
            _list(origin_facts(entry.provenance, texts)),
        ]
    return "\n\n".join(part for part in parts if part) + "\n"


def html(chapters: Iterable[Chapter], texts: ReportTexts) -> str:
    return html_document(
        texts.report, (_section(chapter, texts) for chapter in chapters), _STYLE, texts.language
    )


def _section(chapter: Chapter, texts: ReportTexts) -> str:
    entry = chapter.entry
    picture = b64encode(chapter.picture).decode()
    image = f'<img alt="{shown(texts.view)}" src="data:image/png;base64,{picture}">\n' if picture else ""
    nothing = f"<p>{shown(without_targets(entry, texts))}</p>"
    found = _table(target_table(entry, texts)) if entry.findings else nothing
    return (
        f"<section><h2>{shown(entry.question.text)}</h2>\n{image}{_pairs(view_facts(entry, texts))}"
        f'<h3>{shown(texts.reasoning)}</h3>\n<p class="thought">{shown(entry.grounding.thought)}</p>\n'
        f"<h3>{shown(texts.targets)}</h3>\n{found}"
        f"<h3>{shown(texts.origin)}</h3>\n{_pairs(origin_facts(entry.provenance, texts))}</section>\n"
    )


def _pairs(table: Table) -> str:
    rows = (f"<tr><th>{shown(name)}</th><td>{shown(value)}</td></tr>\n" for name, value in table)
    return f"<table>\n{''.join(rows)}</table>\n"


def _table(table: Table) -> str:
    heading, *rows = table
    head = "".join(f"<th>{shown(cell)}</th>" for cell in heading)
    body = ("".join(f"<td>{shown(cell)}</td>" for cell in row) for row in rows)
    return f"<table>\n<tr>{head}</tr>\n{''.join(f'<tr>{row}</tr>' + chr(10) for row in body)}</table>\n"


def _list(table: Table) -> str:
    return "\n".join(f"- **{_marked(name)}:** {_marked(value)}" for name, value in table)


def _rows(table: Table) -> str:
    heading, *rows = ([_marked(cell) for cell in row] for row in table)
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _quoted(thought: str) -> str:
    """A quotation with its own line breaks: a backslash before each that stands inside a paragraph."""
    lines = [_marked(line) for line in printable(thought).splitlines()]
    pairs = zip(lines, [*lines[1:], ""])
    return "\n".join(f"> {line}" + "\\" * bool(line and after) for line, after in pairs)


def _marked(text: str) -> str:
    """One line of Markdown that reads as the text, links of any kind undone."""
    line = " ".join(printable(text).split()).translate(_MARKDOWN)
    line = _LISTED.sub(lambda begun: f"\\{begun[1]}" if begun[1] else f"{begun[2]}\\{begun[3]}", line)
    return line.replace("://", "&#58;//").replace("www.", "www&#46;").replace("@", "&#64;")


def _write_pictures(chapters: Sequence[Chapter], path: Path) -> list[str]:
    """Into a folder beside the report; their addresses from there, "" for none.

    A file there that an older report at `path` did not show is the user's, and stays.
    """
    folder = path.with_name(f"{path.stem}_pictures")
    if (
        not path.exists()
        and folder.is_dir()
        and any(not file.name.startswith(PREFIX) for file in folder.iterdir())
    ):
        raise NotWritten(
            "{folder} is there already and belongs to something else.", "Choose another name.", folder=folder
        )
    names, older = list[str](), _text_of(path)
    for number, chapter in enumerate(chapters, start=1):
        names.append(_free_name(folder, number, older) if chapter.picture else "")
        if chapter.picture:
            make_folder(folder)
            with atomic_write(folder / names[-1]) as place:
                place.write_bytes(chapter.picture)
    return [_link(folder, name) if name else "" for name in names]


def _text_of(path: Path) -> str:
    """Of an older report; nothing of what cannot be read."""
    with suppress(OSError, ValueError):
        if path.is_file() and path.stat().st_size <= LONGEST:
            return path.read_text(encoding="utf-8")
    return ""


def _free_name(folder: Path, number: int, older: str) -> str:
    names = (f"{number}{f'_{copy}' if copy > 1 else ''}.png" for copy in count(1))
    return next(n for n in names if f"]({_link(folder, n)})" in older or not os.path.lexists(folder / n))


def _link(folder: Path, name: str) -> str:
    return f"<{_address(folder.name)}/{name}>"


def _address(name: str) -> str:
    """As it may stand between «<» and «>»."""
    return re.sub(r"[\\<>]", lambda letter: f"\\{letter[0]}", name).replace("&", "&amp;").replace("%", "%25")
