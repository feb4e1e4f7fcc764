"""What a report may say: nothing that names the user, a computer, a place or a file.

Of a sentence of the backend each field is judged by itself; of all other texts whatever looks
like a path, a quotation or a pair of coordinates goes.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSysInfo

from ...backend.errors import AskMapError
from ...backend.message import Field, Message, fill

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
_QUOTED_FIELD = re.compile(r"«\{[^}]*\}")
_PLACE = re.compile(r"[(\[]\s*-?\d[^()\[\]]*,[^()\[\]]*[)\]]")


def impersonal(error: BaseException) -> str:
    """The English sentence of what went wrong, with gaps."""
    text = _judged(error.message) if isinstance(error, AskMapError) else _scrubbed(_short(str(error)))
    return _short(text)


def nameless(text: str) -> str:
    """Without the names of this person and this computer, wherever they stand."""
    homes = sorted({str(Path.home()), str(Path.home().resolve()), Path.home().as_posix()}, key=len)
    for home in reversed([home for home in homes if len(home) > 1]):
        text = re.sub(re.escape(home), "~", text, flags=re.IGNORECASE)
    for name in sorted(set(_names()), key=len, reverse=True):
        text = _without(name, text)
    return text


def _short(text: str) -> str:
    return " ".join(text[:LONGEST].split())


def _judged(message: Message) -> str:
    """Each of its fields by itself; one without fields may be a finished text of anybody's."""
    if not message.fields:
        return _scrubbed(_short(message))
    template = _QUOTED_FIELD.sub(f"«{GAP}", message.template)
    return fill(template, message.fields, _judged_field)


def _judged_field(value: Field, form: str) -> str:
    if isinstance(value, Message):
        return _judged(value)
    if not isinstance(value, str):
        return format(value, form)
    text = _short(value)
    is_file = _PATH.fullmatch(text) or _FILE.search(text)
    return GAP if is_file and not text[0].isdigit() else _scrubbed(text)


def _scrubbed(text: str) -> str:
    for gone in (_QUOTED, _PATHS_INSIDE, _PLACE):
        text = gone.sub(GAP, text)
    return text


def _names() -> Iterator[str]:
    """Of the user and of the computer, in full and in part."""
    person = [QgsApplication.userLoginName(), QgsApplication.userFullName(), Path.home().name]
    person += [os.environ.get(name, "") for name in _NAMES_IN]
    host = [QSysInfo.machineHostName(), platform.node(), *(os.environ.get(name, "") for name in _HOSTS_IN)]
    for name in (*person, *host):
        yield from (part for part in (name, *re.split(r"[\s.@\\]+", name)) if len(part) > 1)


def _without(name: str, text: str) -> str:
    letters = re.escape(name)
    alone = letters if len(name) >= SURELY_A_NAME else rf"(?<![^\W_\d]){letters}(?![^\W_\d])"
    return re.sub(alone, GAP, text, flags=re.IGNORECASE)
