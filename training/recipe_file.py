"""A recipe's file to frozen classes, and each mistake in it to the line where it stands.

    base = "think2seg-3b.toml"    every key of that file counts where this one does not say otherwise

Tables are classes and keys are their fields. Where a class has the field `more`, its table may be a list of
tables: the first one, with the others in its `more`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from ..backend.errors import AskMapError
from ..backend.validation import shown

BASE, MORE = "base", "more"
EITHER = {"steps", "epochs"}  # one of them said anew takes the other one's place
MOST_BYTES = 100_000  # thirty times our longest recipe
OURS = Path(__file__).parent / "recipes"
KINDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}

Keys = tuple[str | int, ...]  # from the top of a file down to one value
Table = dict[str, Any]
Made = TypeVar("Made")


class BadRecipe(AskMapError):
    hint = "See training/recipes/ for recipes that work."


@dataclass(frozen=True)
class Content:
    """One file."""

    path: Path
    text: str
    table: Table


class Misfit(Exception):
    """A value that no recipe can have, and where it is."""

    def __init__(self, keys: Keys, sentence: str) -> None:
        super().__init__(sentence)
        self.keys = keys


def read_as(kind: type[Made], path: Path) -> Made:
    """Raises BadRecipe, which names the file and, but for what is missing at its top, the line."""
    contents = _chain(path)
    try:
        return _made(kind, _merged(contents), ())
    except Misfit as fault:
        raise BadRecipe("{place}: {fault}", place=_place(contents, fault.keys), fault=fault) from fault


# --- files ---


def _chain(path: Path) -> list[Content]:
    """The file, the one that it begins with, and so on."""
    contents = [_read(path)]
    while BASE in contents[-1].table:
        contents.append(_read(_before(contents)))
    return contents


def _before(contents: Sequence[Content]) -> Path:
    """Beside the file that names it, or one that comes with AskMap."""
    last, place = contents[-1], _place(contents[-1:], (BASE,))
    named = last.table[BASE]
    if not isinstance(named, str):
        raise BadRecipe(
            "{place}: «{base}» should be a text, not {named}.",
            place=place,
            base=BASE,
            named=shown(repr(named)),
        )
    known = {content.path.resolve() for content in contents}
    for path in (last.path.parent / named, OURS / Path(named).name):
        if (found := _resolved(path)) and found.is_file():
            if found in known:
                raise BadRecipe(
                    "{place}: «{base}» leads back to {name}.", place=place, base=BASE, name=path.name
                )
            return path
    raise BadRecipe("{place}: there is no recipe {named}.", place=place, named=shown(named))


def _resolved(path: Path) -> Path | None:
    """None where nothing is, or nothing can be by that name."""
    try:
        return path.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None


def _read(path: Path) -> Content:
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadRecipe(
            "The recipe {path} cannot be read: {reason}.", path=path, reason=error.strerror
        ) from error
    if len(raw) > MOST_BYTES:
        raise BadRecipe(
            "{path} has more than {limit:,} bytes, which no recipe needs.", path=path, limit=MOST_BYTES
        )
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise BadRecipe("{path}, line {line}: this is no text in UTF-8.", path=path, line=line) from error
    return Content(path, text, _parsed(path, text))


def _parsed(path: Path, text: str) -> Table:
    try:
        return tomllib.loads(text)
    except (
        ValueError,
        RecursionError,
    ) as error:  # also thousands of digits or brackets
        line, complaint = _complaint(str(error), text)
        raise BadRecipe(
            "{path}{line}: this is no TOML: {complaint}.", path=path, line=line, complaint=complaint
        ) from error


def _complaint(message: str, text: str) -> tuple[str, str]:
    """«, line 3» and what tomllib says about it, which tells the place at the end of its sentence."""
    parts = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message, re.DOTALL)
    if parts is None:
        return "", shown(message)
    end = text.rstrip("\n").count("\n") + 1
    return f", line {parts[2] or end}", shown(parts[1])


def _merged(contents: Sequence[Content]) -> Table:
    merged: Table = {}
    for content in reversed(contents):
        merged = _over(merged, content.table)
    return {key: value for key, value in merged.items() if key != BASE}


def _over(below: Table, above: Table) -> Table:
    """Tables go together key by key; any other value replaces the one below."""
    kept = {key: value for key, value in below.items() if not (key in EITHER and EITHER & above.keys())}
    for key, value in above.items():
        under = kept.get(key)
        both = isinstance(value, dict) and isinstance(under, dict)
        kept[key] = _over(under, value) if both else value  # type: ignore[arg-type]
    return kept


# --- classes ---


def _made(kind: type[Made], table: Table, keys: Keys) -> Made:
    """Raises Misfit."""
    kinds = {name: hint for name, hint in get_type_hints(kind).items() if name != MORE}
    for key in table:
        if key not in kinds:
            raise Misfit((*keys, key), _unknown(key, kinds))
    for key in _needed(kind):
        if key not in table:
            raise Misfit(keys, f"«{_dotted((*keys, key))}» is missing.")
    values = {key: _value(kinds[key], value, (*keys, key)) for key, value in table.items()}
    try:
        return kind(**values)
    except AskMapError as error:
        raise Misfit((*keys, *_to_blame(kind, values, str(error))), str(error)) from error


def _unknown(key: str, kinds: Mapping[str, Any]) -> str:
    near = get_close_matches(key, kinds, n=1)
    return f"«{shown(key)}» is no key of a recipe" + (f"; is «{near[0]}» meant?" if near else ".")


def _needed(kind: type[Any]) -> list[str]:
    return [f.name for f in fields(kind) if f.default is MISSING and f.default_factory is MISSING]


def _value(kind: Any, value: Any, keys: Keys) -> Any:
    if is_dataclass(kind) and isinstance(kind, type):
        return _table(kind, value, keys)
    if kind == Path | None:
        return Path(_value(str, value, keys))
    if kind is float and type(value) is int:
        value = float(value) if abs(value) < 2**53 else value
    if type(value) is not kind:
        raise Misfit(keys, f"«{_dotted(keys)}» should be {KINDS[kind]}, not {shown(repr(value))}.")
    return value


def _table(kind: type[Any], value: Any, keys: Keys) -> Any:
    if isinstance(value, dict):
        return _made(kind, value, keys)
    takes_more = any(field.name == MORE for field in fields(kind))
    if not (takes_more and isinstance(value, list) and value and all(isinstance(v, dict) for v in value)):
        raise Misfit(keys, f"«{_dotted(keys)}» should be a table, not {shown(repr(value))}.")
    first, *others = [_made(kind, each, (*keys, number)) for number, each in enumerate(value)]
    try:
        return replace(first, more=tuple(others))
    except AskMapError as error:
        raise Misfit(keys, str(error)) from error


def _to_blame(kind: type[Any], values: Table, sentence: str) -> Keys:
    """The key whose value alone is refused, or the first that the sentence names; () = all together."""
    needed = {key: values[key] for key in _needed(kind)}
    if not _is_refused(kind, needed):
        for key, value in values.items():
            if _is_refused(kind, {**needed, key: value}):
                return (key,)
    named = [key for key in re.findall(r"«(\w+)»", sentence) if key in values]
    return tuple(named[:1])


def _is_refused(kind: type[Any], values: Table) -> bool:
    try:
        kind(**values)
    except AskMapError:
        return True
    return False


# --- lines ---


def _dotted(keys: Keys) -> str:
    return ".".join(shown(key) for key in keys if isinstance(key, str))


def _place(contents: Sequence[Content], keys: Keys) -> str:
    """«FILE, line 7»: of the value, or of the innermost table around it that is written down."""
    for depth in range(len(keys), 0, -1):
        for content in contents:
            if _holds(content.table, keys[:depth]):
                return f"{content.path}, line {_line_of(content.text, keys[:depth])}"
    return str(contents[0].path)


def _line_of(text: str, keys: Keys) -> int:
    """Where the statement begins after which the text holds the keys; `text` is TOML that does."""
    lines, before = text.split("\n"), 0
    for count in range(1, len(lines) + 1):
        try:
            table = tomllib.loads("\n".join(lines[:count]))
        except tomllib.TOMLDecodeError:  # in the middle of a value of several lines
            continue
        if _holds(table, keys):
            break
        before = count
    return before + 1


def _holds(value: Any, keys: Keys) -> bool:
    for key in keys:
        if isinstance(key, int):
            if not isinstance(value, list) or key >= len(value):
                return False
        elif not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return True
