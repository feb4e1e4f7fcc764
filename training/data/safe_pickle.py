"""A pickle that holds nothing but containers, texts, numbers, truths and None.

A pickle is a program. This one may only build such values: its steps are looked at before any is taken, and
what could call, import or fill the memory is refused.
"""

from __future__ import annotations

import pickle
import pickletools
from io import BytesIO
from pathlib import Path
from typing import Any

from ...backend.validation import shown
from .samples import BadData

MOST_BYTES = 2**28  # refs(unc).p of RRSIS-D has some 10 MB
_ALLOWED = {
    *("PROTO", "FRAME", "STOP", "MARK", "POP", "POP_MARK", "DUP"),
    *("NONE", "NEWTRUE", "NEWFALSE", "INT", "BININT", "BININT1", "BININT2", "LONG", "LONG1", "LONG4"),
    *("FLOAT", "BINFLOAT", "STRING", "BINSTRING", "SHORT_BINSTRING"),
    *("BINBYTES", "SHORT_BINBYTES", "BINBYTES8"),
    *("UNICODE", "BINUNICODE", "SHORT_BINUNICODE", "BINUNICODE8"),
    *("EMPTY_LIST", "APPEND", "APPENDS", "LIST", "EMPTY_DICT", "DICT", "SETITEM", "SETITEMS"),
    *("EMPTY_TUPLE", "TUPLE", "TUPLE1", "TUPLE2", "TUPLE3", "EMPTY_SET", "ADDITEMS", "FROZENSET"),
    *("PUT", "BINPUT", "LONG_BINPUT", "MEMOIZE", "GET", "BINGET", "LONG_BINGET"),
}  # fmt: skip
_PLACES = {"PUT", "BINPUT", "LONG_BINPUT"}  # in a table that grows to the highest number
_DAMAGE = (
    *(pickle.UnpicklingError, EOFError, ValueError, TypeError, LookupError),
    *(AttributeError, OverflowError, MemoryError),
)  # what the two readers let out where a pickle is damaged


class _Plain(pickle.Unpickler):
    """The second lock: should a step be overlooked, it still finds no class and no function."""

    def find_class(self, module: str, name: str) -> Any:
        raise BadData(f"The pickle asks for {shown(module)}.{shown(name)}, and is not read for that.")


def read_plain_pickle(path: Path) -> Any:
    """Raises BadData before anything of a pickle with other steps is done."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadData(f"{path} is larger than the {MOST_BYTES} bytes that are read.")
        content = path.read_bytes()
    except OSError as error:
        raise BadData(f"{path} cannot be read: {error.strerror or error}.") from error
    try:
        _look_at(content, path)
        return _Plain(BytesIO(content)).load()
    except _DAMAGE as error:
        raise BadData(f"{path} is no pickle that can be read: {shown(error)}.") from error


def _look_at(content: bytes, path: Path) -> None:
    for step, argument, _ in pickletools.genops(content):
        if step.name not in _ALLOWED:
            raise BadData(
                f"{path} does more than hold texts and numbers ({step.name} {shown(argument)}): not read.",
                hint="Get the file again from where the data set is published.",
            )
        if step.name in _PLACES and (argument or 0) > len(content):
            raise BadData(f"{path} is no pickle that can be read: it claims the place {argument}.")
