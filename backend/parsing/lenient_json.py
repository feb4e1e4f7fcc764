"""JSON as models write it, read in one pass: in time, whatever the text, and no text fails.

Read are quotes of all kinds, or none, and quotes inside of quoted words; commas and colons too many or too
few; tuples, comments, fences, Python's words; brackets that are closed by another, or not at all. What comes
twice under one key is kept: a second box begins another object, points are put together. A list that is
written anew, in the same structure and without a comma, replaces the first: a draft and its fair copy.
Numbers and texts are PlacedNumbers and PlacedTexts: they know where in the text they stand.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from .placed import Escapes, PlacedNumber, PlacedText, Span, once_escaped

MAX_DEPTH = 64  # ten times what any answer needs
MAX_ITEMS = 500  # what comes after so many is not looked at; 128 become targets
MAX_QUOTES = 2_000  # as well, of those whose end has to be looked for; 128 targets in single ones have 500
MAX_TOKENS = 10_000  # as well; 128 targets with two points each, on lines of their own, have 6,000

_CLOSER = {"[": "]", "{": "}", "(": ")"}
_LITERALS: dict[str, Any] = {
    **dict.fromkeys(("null", "none", "nil", "undefined")),
    "true": True,
    "false": False,
    "nan": math.nan,
    "infinity": math.inf,
    "-infinity": -math.inf,
}
# Each alternative begins with letters of its own and gives none back, so that all together are linear
_TOKEN = re.compile(
    r"""(?P<skip>[\s;]+|```\w{0,9}|\\n?|//[^\n]*|\#[^\n]*|/\*.*?(?:\*/|\Z))
    |(?P<open>[\[{(])|(?P<close>[\]})])|(?P<comma>[,，])|(?P<colon>[:=：])
    |(?P<number>[-+]?(?:\d{1,400}(?:\.\d{0,400})?|\.\d{1,400})(?:[eE][-+]?\d{1,3})?)(?:px)?(?![\w.%]|\s?%)
    |(?P<string>"[^"\\\n]*"(?=\s{0,9}[,:，：\]}]))
    |(?P<quote>["'“”‘’`«])
    |(?P<bare>[^\s,，:：=;\[\]{}()"“”\\][^,，:：=;\[\]{}()"“”\n]*)(?:["”](?=\s{0,9}[,:，：\]}]))?""",
    re.VERBOSE | re.DOTALL,
)
_BRACKET = re.compile(r"[\[{\]}]")
_OPENING = re.compile(r"[\[{]")
_CLOSING_QUOTES = {"“": "”", "‘": "’", "«": "»"}
_OPEN_KEY = re.compile(r"[\"'“‘](\w{1,40})\s{0,9}:(?=\s{0,9}[\[{(\d\"'-])")  # its second quote is missing
_AFTER_STRING = re.compile(r"\s*(?:[,:，：\]})\"'“‘]|```|\Z)")
_QUOTES = {  # each of a text, or the letter that a backslash takes with it
    quote: re.compile(rf"[^\\{quote}]*(?:\\.[^\\{quote}]*)*({quote}|\\?\Z)", re.DOTALL)
    for quote in ('"', "'", "”", "’", "`", "»")
}
_GOES_ON = re.compile(r"\s{0,99}[\"'\w-]")
_STRAY_QUOTE = re.compile(r"[\"'](?=\s{0,9}:|[\"'“]\w)")
_UNCLOSED = re.compile(r"[^,}\]\n]*")
_AFTER_KEY = re.compile(r"\s*(?:[,:=，：\]})\"'“‘\[{(]|```|\Z)")  # the colon may be missing
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_LEAF = re.compile(r'"(?:[^"\\]|\\.)*"|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?')  # of sound JSON
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": " ", "f": " "}


@dataclass(frozen=True)
class Almost:
    """What a text holds."""

    values: list[Any]  # of its outermost brackets, in their order
    closed: bool  # one of them is


@dataclass
class _Node:
    """A bracket that is open."""

    closer: str
    entries: list[tuple[Optional[str], Any]] = field(default_factory=list)
    key: str | None = None  # that waits for its value
    fresh: bool = False  # nothing parts the last entry from what comes
    numbers: int = 0  # among its entries
    lists: int = 0  # among its entries


def read_almost_json(text: str, *, growing: bool = False) -> Almost:
    """ValueError where brackets are nested deeper than MAX_DEPTH.

    Of a text that is `growing`, only what is finished: the items of a list, or whole objects. A quote that is
    not closed yet takes the rest: its brackets close nothing.
    """
    text, escapes = once_escaped(text)
    sound = _sound(text, escapes)
    if sound:
        return sound
    reader = _Reader(text, escapes, growing)
    reader.read()
    return Almost([value for _, value in reader.stack[0].entries], reader.closed)


def _sound(text: str, escapes: Escapes) -> Almost | None:
    """What is JSON to the letter up to its last bracket."""
    try:
        value, end = _DECODER.raw_decode(text)
        if not isinstance(value, (_Pairs, list)) or _BRACKET.search(text, end):
            return None
        leaves = (escapes.original(leaf.span()) for leaf in _LEAF.finditer(text, 0, end))
        return Almost([_placed(value, leaves)], True)
    except (ValueError, RecursionError):
        return None


class _Pairs(list[Any]):
    """The keys and values of an object, as they were written."""


def _placed(value: Any, leaves: Iterator[Span]) -> Any:
    """The same with the places of its numbers and texts, which are `leaves` in the order of the text."""
    if isinstance(value, _Pairs):
        return _object([(key, _placed(held, leaves)) for key, held in value if next(leaves)])
    if isinstance(value, list):
        return [_placed(held, leaves) for held in value]
    if isinstance(value, PlacedNumber):
        return PlacedNumber(value, next(leaves))
    return PlacedText(value, next(leaves)) if isinstance(value, str) else value


class _Reader:
    """The stack of what is open, and where it is; the first node is the text itself."""

    def __init__(self, text: str, escapes: Escapes, growing: bool) -> None:
        self.stack = [_Node("")]
        self.closed, self._parted = False, False
        self._items = self._quotes = 0  # that are finished, and that were looked at
        self._text, self._at, self._growing = text, 0, growing
        self._escapes = escapes
        self._deepest = 1 if text.lstrip().startswith("{") else 2
        self._no_end: set[str] = set()  # quotes that close nothing from here on
        self._gone: set[str] = set()  # quotes that do not come any more

    def read(self) -> None:
        for _ in range(MAX_TOKENS):
            if self._at >= len(self._text) or self._items >= MAX_ITEMS:
                break
            if len(self.stack) == 1 and not self._skip_prose():
                break
            token = _TOKEN.match(self._text, self._at)
            self._at = token.end() if token else self._at + 1
            if token and token.lastgroup:
                self._take(token.lastgroup, token)
        if self._growing:
            self._drop_unfinished()
        while len(self.stack) > 1:
            self._pop()

    def _drop_unfinished(self) -> None:
        del self.stack[self._deepest :]
        if len(self.stack) > 1:
            self.stack[1].entries = [
                each for each in self.stack[1].entries if isinstance(each[1], (dict, list))
            ]
            self.stack[1].key = None

    def _skip_prose(self) -> bool:
        """To the next bracket outside of all; False where there is none."""
        opening = _OPENING.search(self._text, self._at)
        end = opening.start() if opening else len(self._text)
        self._parted = self._text[self._at : end].strip() == ","
        self._at = end
        return opening is not None

    def _take(self, kind: str, token: re.Match[str]) -> None:
        node = self.stack[-1]
        if kind == "open":
            self._open(node, token.group())
        elif kind == "close":
            self._close(token.group())
        elif kind == "comma":
            self._end_entry(node)
        elif kind == "colon":
            self._make_key(node)
        elif kind == "number":
            self._add(node, PlacedNumber(token["number"], self._place(*token.span("number"))))
        elif kind == "string":
            self._colon_is_missing(node)
            self._add(node, PlacedText(token.group()[1:-1], self._place(*token.span())))
        elif kind == "quote":
            self._take_quoted(node, token.start())
        elif kind == "bare":
            word = PlacedText(token["bare"].rstrip(), self._place(*token.span("bare")))
            self._add(node, _LITERALS.get(word.lower(), word))

    def _place(self, start: int, end: int) -> Span:
        """In the text as it was written."""
        return self._escapes.original((start, end))

    def _open(self, node: _Node, bracket: str) -> None:
        self._colon_is_missing(node)
        self._end_what_is_over(bracket)
        if len(self.stack) > MAX_DEPTH:
            raise ValueError(f"more than {MAX_DEPTH} brackets in each other")
        self.stack.append(_Node(_CLOSER[bracket]))

    def _end_what_is_over(self, bracket: str) -> None:
        """A list of numbers where another list or object begins, and an object where another one does."""
        node, around = self.stack[-1], self.stack[-2:][0]
        if _holds_numbers(node) and (around.closer == "]" or bracket == "{"):
            self._pop()
            node = self.stack[-1]
        if bracket == "{" and node.closer == "}" and node.entries and node.key is None:
            self._pop()

    def _close(self, bracket: str) -> None:
        """All that were opened after its own were forgotten; one without its own is too many, and so is one
        that closes another's in the middle of a word or number."""
        astray = self.stack[-1].closer != bracket and _GOES_ON.match(self._text, self._at)
        if astray or not any(node.closer == bracket for node in self.stack):
            return
        while self.stack[-1].closer != bracket:
            self._pop()
        self._pop()
        self.closed = self.closed or len(self.stack) == 1
        if len(self.stack) <= self._deepest:
            self._items += 1

    def _pop(self) -> None:
        node = self.stack.pop()
        self._end_entry(node)
        value = _object(node.entries) if node.closer == "}" else _list(node.entries)
        if len(self.stack) == 1 and not self._parted and self._is_copy(value):
            self.stack[0].entries.pop()
        self._add(self.stack[-1], value)

    def _is_copy(self, value: Any) -> bool:
        """Of the last list; two boxes without a list around them are two boxes."""
        last = self.stack[0].entries[-1][1] if self.stack[0].entries else None
        lists = isinstance(value, list) and isinstance(last, list)
        return (
            lists and not any(isinstance(v, float) for v in value) and _structure(value) == _structure(last)
        )

    def _colon_is_missing(self, node: _Node) -> None:
        if node.closer == "}" and node.fresh and isinstance(node.entries[-1][1], str):
            self._make_key(node)

    def _add(self, node: _Node, value: Any) -> None:
        node.entries.append((node.key, value))
        node.numbers += isinstance(value, float)
        node.lists += isinstance(value, list)
        node.fresh = node.key is None
        node.key = None

    def _end_entry(self, node: _Node) -> None:
        if node.key is not None:
            self._add(node, None)
        node.fresh = False

    def _make_key(self, node: _Node) -> None:
        """Of the last word; where that was a value («"label": "bbox_2d": [...]»), the value is missing."""
        if node.key is not None or not node.entries:
            return
        key, word = node.entries[-1]
        if not isinstance(word, str) and node.closer != "}":
            return
        if isinstance(word, (dict, list)) or (key is None and not node.fresh):
            return
        node.entries.pop()
        if key is not None:
            node.entries.append((key, None))
        elif node.closer != "}" and self.stack[-2:][0].closer == "}" and _holds_places(node):
            self._pop()  # [1, 2, 3, 4, "label": "pool": the list was not closed
            node = self.stack[-1]
        node.key, node.fresh = str(word), False

    def _take_quoted(self, node: _Node, start: int) -> None:
        self._quotes += 1
        if self._quotes > MAX_QUOTES:
            self._at = len(self._text)
            return
        if _STRAY_QUOTE.match(self._text, start):
            return
        if node.key is None and (open_key := _OPEN_KEY.match(self._text, start)):
            self._at = open_key.end()
            node.entries.append((None, open_key[1]))
            node.fresh = True
            self._make_key(node)
            return
        self._colon_is_missing(node)
        end, self._at = self._end_of_string(start, is_value=node.key is not None or node.closer != "}")
        text = self._text[start + 1 : end]
        if text or end < self._at:
            self._add(node, PlacedText(_ESCAPE.sub(_unescaped, text), self._place(start, self._at)))

    def _end_of_string(self, start: int, *, is_value: bool) -> tuple[int, int]:
        """(where its words end, where to go on): at the first quote that something ends after.

        A quote with words after it belongs to them: «the "big" pool», «bird's nest». Where a value seems to
        end before a colon, it was not closed, and what stands there is the next key.
        """
        quote = _CLOSING_QUOTES.get(self._text[start], self._text[start])
        first = before = 0
        for end in _quotes(self._text, start + 1, quote) if quote not in self._no_end else ():
            after = (_AFTER_STRING if is_value else _AFTER_KEY).match(self._text, end + 1)
            first = first or end
            if after and after.group().endswith((":", "：")) and is_value and before:
                return self._unclosed(start)
            if after:
                return end, end + 1
            before = end
        self._no_end.add(quote)
        if not first and quote not in self._gone:
            first = next(_quotes(self._text, start + 1, quote), 0)
        if first:
            return first, first + 1
        self._gone.add(quote)
        return self._unclosed(start)

    def _unclosed(self, start: int) -> tuple[int, int]:
        if not self._growing and self._text[start + 1 : start + 2] in _CLOSER:
            return start + 1, start + 1  # "bbox_2d": "[1, 2, 3, 4]
        unclosed = None if self._growing else _UNCLOSED.match(self._text, start + 1)
        end = unclosed.end() if unclosed else len(self._text)
        return end, end


def _holds_places(node: _Node) -> bool:
    return bool(node.numbers or node.lists)


def _holds_numbers(node: _Node) -> bool:
    return node.closer in ("]", ")") and node.numbers > 0


def _structure(value: Any) -> Any:
    if isinstance(value, list):
        return [_structure(held) for held in value]
    if isinstance(value, dict):
        return {key: _structure(held) for key, held in value.items()}
    return type(value)


def _quotes(text: str, start: int, quote: str) -> Iterator[int]:
    """Where each one stands that no backslash takes back."""
    return (found.start(1) for found in _QUOTES[quote].finditer(text, start) if found[1])


def _unescaped(escape: re.Match[str]) -> str:
    letters = escape[1]
    return chr(int(letters[1:], 16)) if len(letters) == 5 else _ESCAPED.get(letters, letters)


def _object(entries: Sequence[tuple[str | None, Any]]) -> Any:
    """A list where nothing has a key; several objects where a box comes twice."""
    objects: list[dict[str, Any]] = [{}]
    last = ""
    for key, value in entries:
        if key is None and not isinstance(value, (dict, list)):
            continue
        if key is None:
            key = last if isinstance(value, list) else ""  # "points": [1, 2], [3, 4]
        if key in objects[-1] and "box" in key.lower():
            objects.append({})
        _put(objects[-1], key, value)
        last = key
    if entries and not any(key is not None for key, _ in entries):
        return [value for _, value in entries]
    return objects[0] if len(objects) == 1 else objects


def _put(target: dict[str, Any], key: str, value: Any) -> None:
    """What is a list of places stays one."""
    if key not in target or not isinstance(value, (dict, list)):
        target[key] = value
    elif isinstance(target[key], _Several):
        target[key].append(value)
    else:
        target[key] = _Several((target[key], value))


class _Several(list[Any]):
    """The values of one key that came several times."""


_DECODER = json.JSONDecoder(parse_int=PlacedNumber, parse_float=PlacedNumber, object_pairs_hook=_Pairs)


def _list(entries: list[tuple[str | None, Any]]) -> list[Any]:
    """Its keys, if there are any, are those of an object whose brackets are missing."""
    values = [value for key, value in entries if key is None]
    pairs = [entry for entry in entries if entry[0] is not None]
    return [*values, _object(pairs)] if pairs else values
