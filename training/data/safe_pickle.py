"""A pickle that holds nothing but containers, texts, numbers, truths and None.

A pickle is a program. This one may only build such values: its opcodes are checked before any is executed,
and what could call, import or fill the memory is refused.
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
    """The second lock: an opcode that was overlooked still finds no class and no function."""

    def find_class(self, module: str, name: str) -> Any:
        raise BadData(
            "The pickle asks for {module}.{name}, and is not read for that.",
            module=shown(module),
            name=shown(name),
        )


def read_plain_pickle(path: Path) -> Any:
    """Raises BadData for a pickle with other opcodes, before any is executed."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise BadData(
                "{path} is larger than the {limit} bytes that are read.", path=path, limit=MOST_BYTES
            )
        content = path.read_bytes()
    except OSError as error:
        raise BadData(
            "{file} cannot be read: {reason}.", file=path, reason=error.strerror or error
        ) from error
    try:
        _look_at(content, path)
        return _Plain(BytesIO(content)).load()
    except _DAMAGE as error:
        raise BadData(
            "{path} is no pickle that can be read: {error}.", path=path, error=shown(error)
        ) from error


def _look_at(content: bytes, path: Path) -> None:
    for step, argument, _ in pickletools.genops(content):
        if step.name not in _ALLOWED:
            raise BadData(
                "{path} does more than hold texts and numbers ({name} {argument}): not read.",
                hint="Get the file again from where the data set is published.",
                path=path,
                name=step.name,
                argument=shown(argument),
            )
        if step.name in _PLACES and (argument or 0) > len(content):
            raise BadData(
                "{path} is no pickle that can be read: it claims the place {argument}.",
                path=path,
                argument=argument,
            )
