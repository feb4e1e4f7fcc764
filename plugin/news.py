"""What changed since AskMap was started last: shown once after an update, quietly."""

from __future__ import annotations

import configparser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ..backend.resources import ROOT
from ..backend.version import __version__
from .language import tr
from .settings import read_into, write_fields
from .widgets.labels import plain_label
from .widgets.links_label import LinksLabel

METADATA = ROOT / "metadata.txt"
BRANCH = "started/"  # of the settings
MOST_SHOWN = 3  # entries, where several updates were left out


@dataclass(frozen=True)
class Started:
    """How AskMap was started last."""

    version: str = ""


def take_news(*, is_new_here: bool, now: str = __version__, metadata: Path = METADATA) -> str:
    """What the changelog says of this version and those that were left out; "" where nothing changed.

    It is told once: from now on this version counts as seen. `is_new_here` where AskMap was never used.
    """
    before = read_into(Started(), BRANCH).version
    if before == now:
        return ""
    write_fields(Started(now), BRANCH)
    if is_new_here and not before:
        return ""
    return "\n".join(f"{version}: {text}" for version, text in _entries_since(before, now, metadata))


def _entries_since(before: str, now: str, metadata: Path) -> list[tuple[str, str]]:
    """The newest first; none where an older AskMap was put back."""
    last, newest = _numbers(before), _numbers(now)
    entries = [(entry.split(" ", 1)[0], entry.split(" ", 1)[-1]) for entry in _changelog(metadata)]
    news = [entry for entry in entries if last < _numbers(entry[0]) <= newest]
    return news[: MOST_SHOWN if before else 1]


def _changelog(metadata: Path) -> list[str]:
    """A line for each version; none where the file cannot be read."""
    parser = configparser.RawConfigParser()
    with suppress(OSError, UnicodeDecodeError, configparser.Error):
        parser.read_string(metadata.read_text(encoding="utf-8"))
        lines = parser.get("general", "changelog", fallback="").splitlines()
        return [line.strip() for line in lines if line.strip()]
    return []


def _numbers(version: str) -> tuple[int, ...]:
    """() for what is no version, so that it comes before all."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()


class NewsNotice(QWidget):
    """Above the question, until the user closes it."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.title, self.text, self.close_link = plain_label(), plain_label(), LinksLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for label in (self.title, self.text, self.close_link):
            column.addWidget(label)
        self.close_link.clicked.connect(lambda _: self.hide())
        self.hide()

    def show_news(self, news: str) -> None:
        """Hidden where there are none."""
        self.title.setText(tr("AskMap was updated. What is new:"))
        self.text.setText(news)
        self.close_link.show_links("", [tr("Close")])
        self.setVisible(bool(news))
