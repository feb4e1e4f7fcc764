"""What a report may say: nothing that names a person, a computer, a place or a file.

The sentences of the backend are known, so what stands in their fields can be judged field by field; of all
other texts whatever looks like a path, a quotation or a pair of coordinates goes.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSysInfo

from ..backend_messages import patterns

GAP = "…"
LONGEST = 500  # letters of a sentence; what a library says can be pages
SURELY_A_NAME = 5  # letters; a shorter one must stand alone, or «tor» would be taken out of «torch»
_NAMES_IN = ("USER", "USERNAME", "LOGNAME", "USERDOMAIN")
_HOSTS_IN = ("HOSTNAME", "COMPUTERNAME")

_ROOT = r"(?:[A-Za-z]:[\\/]|\\\\|/|~[\\/]|\w+://)"
_PATH = re.compile(rf"{_ROOT}.*")
_FILE = re.compile(r"\.\w{1,8}$")
_PATHS_INSIDE = re.compile(  # from the first part with a slash to the last with one, or with a file's ending
    r"\S*[\\/](?:.*[\\/]\S*|.*\.\w{2,5}(?=$|[\s:;,.)»\"']))?\S*"
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|`[^`]*`|(?<!\w)'[^']*'(?!\w)")
_PLACE = re.compile(r"[(\[]\s*-?\d[^()\[\]]*,[^()\[\]]*[)\]]")


def impersonal(sentence: str) -> str:
    """A sentence about what went wrong, with gaps."""
    sentence = " ".join(sentence[:LONGEST].split())
    for pattern in patterns():
        fields = pattern.fields_in(sentence)
        if fields is not None:
            return pattern.source.format(*_judged(pattern.literals, fields))
    return _scrubbed(sentence)


def nameless(text: str) -> str:
    """Without the names of this person and this computer, wherever they stand."""
    homes = sorted({str(Path.home()), str(Path.home().resolve()), Path.home().as_posix()}, key=len)
    for home in reversed([home for home in homes if len(home) > 1]):
        text = re.sub(re.escape(home), "~", text, flags=re.IGNORECASE)
    for name in sorted(set(_names()), key=len, reverse=True):
        text = _without(name, text)
    return text


def _judged(literals: tuple[str, ...], fields: list[str]) -> Iterator[str]:
    """Each field of a sentence; `literals` stand before, between and after them."""
    for before, field in zip(literals, fields):
        quoted, is_file = before.endswith("«"), _PATH.fullmatch(field) or _FILE.search(field)
        yield GAP if quoted or (is_file and not field[0].isdigit()) else _scrubbed(field)


def _scrubbed(text: str) -> str:
    for gone in (_QUOTED, _PATHS_INSIDE, _PLACE):
        text = gone.sub(GAP, text)
    return text


def _names() -> Iterator[str]:
    """Of the person and of the computer, in full and in part."""
    person = [QgsApplication.userLoginName(), QgsApplication.userFullName(), Path.home().name]
    person += [os.environ.get(name, "") for name in _NAMES_IN]
    host = [QSysInfo.machineHostName(), platform.node(), *(os.environ.get(name, "") for name in _HOSTS_IN)]
    for name in (*person, *host):
        yield from (part for part in (name, *re.split(r"[\s.@\\]+", name)) if len(part) > 1)


def _without(name: str, text: str) -> str:
    letters = re.escape(name)
    alone = letters if len(name) >= SURELY_A_NAME else rf"(?<![^\W_\d]){letters}(?![^\W_\d])"
    return re.sub(alone, GAP, text, flags=re.IGNORECASE)
