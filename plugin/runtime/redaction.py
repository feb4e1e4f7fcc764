"""Redacts a report: nothing in it names the user, a computer, a place or a file.

Of a Message each field is redacted on its own; of other texts, all that looks like a path, a quotation or a
pair of coordinates is removed.
"""

from __future__ import annotations

import os
import platform
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSysInfo

from ...backend.errors import AskMapError
from ...backend.message import Field, Message, fill

GAP = "…"
LONGEST = 500  # letters of a sentence; errors of libraries can be pages long
SURELY_A_NAME = 5  # letters; a shorter one must be a whole word, or «tor» would be removed from «torch»
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
_CREDENTIALS = re.compile(r"(\w://)[^\s/@\"'`]+@")
_PLACE = re.compile(r"[(\[]\s*-?\d[^()\[\]]*,[^()\[\]]*[)\]]")


def impersonal(error: BaseException) -> str:
    """The error's English sentence, redacted."""
    text = _redact(error.message) if isinstance(error, AskMapError) else _scrub(_shorten(str(error)))
    return _shorten(text)


def nameless(text: str) -> str:
    """Without the names of this user and this computer."""
    homes = sorted({str(Path.home()), str(Path.home().resolve()), Path.home().as_posix()}, key=len)
    for home in reversed([home for home in homes if len(home) > 1]):
        text = re.sub(re.escape(home), "~", text, flags=re.IGNORECASE)
    for name in sorted(set(_names()), key=len, reverse=True):
        text = _remove_name(name, text)
    return text


def without_credentials(text: str, secrets: Iterable[str] = ()) -> str:
    """Without what stands before the @ of an address, and without each of `secrets`."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        text = text.replace(secret, GAP)
    return _CREDENTIALS.sub(rf"\1{GAP}@", text)


def _shorten(text: str) -> str:
    return " ".join(text[:LONGEST].split())


def _redact(message: Message) -> str:
    """Each field on its own; a message without fields may be any text, and is scrubbed as a whole."""
    if not message.fields:
        return _scrub(_shorten(message))
    template = _QUOTED_FIELD.sub(f"«{GAP}", message.template)
    return fill(template, message.fields, _redact_field)


def _redact_field(value: Field, spec: str) -> str:
    if isinstance(value, Message):
        return _redact(value)
    if not isinstance(value, str):
        return format(value, spec)
    text = _shorten(value)
    is_file = _PATH.fullmatch(text) or _FILE.search(text)
    return GAP if is_file and not text[0].isdigit() else _scrub(text)


def _scrub(text: str) -> str:
    for gone in (_QUOTED, _PATHS_INSIDE, _PLACE):
        text = gone.sub(GAP, text)
    return text


def _names() -> Iterator[str]:
    """Names of the user and of the computer, and their parts."""
    user = [QgsApplication.userLoginName(), QgsApplication.userFullName(), Path.home().name]
    user += [os.environ.get(name, "") for name in _NAMES_IN]
    host = [QSysInfo.machineHostName(), platform.node(), *(os.environ.get(name, "") for name in _HOSTS_IN)]
    for name in (*user, *host):
        yield from (part for part in (name, *re.split(r"[\s.@\\]+", name)) if len(part) > 1)


def _remove_name(name: str, text: str) -> str:
    letters = re.escape(name)
    alone = letters if len(name) >= SURELY_A_NAME else rf"(?<![^\W_\d]){letters}(?![^\W_\d])"
    return re.sub(alone, GAP, text, flags=re.IGNORECASE)
