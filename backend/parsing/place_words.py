"""Where in a picture a sentence places something: «at the upper left», «im Nordwesten», «左上».

A place is a pair (across, down), each 0…1 of the picture from its upper left corner, or None where the
words leave that side open. North is up here, also on a map that is turned: it is a reasoner's words that are
read, and a reasoner has seen no other north than the picture's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Optional

Place = tuple[Optional[float], Optional[float]]
At = tuple[float, float]

REACH = 0.3  # how far from its place a thing may lie, in parts of the picture: «left» ends in the middle

_OPEN_SIDE = 0.15  # what a side that was left open counts: half of REACH, so «upper left» beats «left»
_LEFT, _MIDDLE, _RIGHT = 0.2, 0.5, 0.8
_CENTRE = (_MIDDLE, _MIDDLE)
# Left out: what means something else more often: «est» is French for «is», «sur» for «on»
_SPELLINGS: dict[Place, str] = {
    (
        None,
        _LEFT,
    ): "upper top topmost north northern oben obere oberen oberer oberes norden nördlich "
    "nördliche nördlichen haut nord supérieur supérieure superior arriba norte cima",
    (None, _RIGHT): "lower bottom south southern unten untere unteren unterer unteres süden südlich südliche "
    "südlichen bas sud inférieur inférieure inferior abajo sul baixo",
    (_LEFT, None): "left leftmost west western links linke linken linker linkes westen westlich westliche "
    "westlichen gauche ouest izquierda izquierdo oeste esquerda esquerdo",
    (
        _RIGHT,
        None,
    ): "right rightmost east eastern rechts rechte rechten rechter rechtes osten östlich "
    "östliche östlichen droite derecha derecho direita direito leste",
    _CENTRE: "centre center central middle mitte mittig mittleren mittlere milieu centrale centro meio",
    (_LEFT, _LEFT): "northwest northwestern nordwesten nordwestlich noroeste",
    (_RIGHT, _LEFT): "northeast northeastern nordosten nordöstlich noreste nordeste",
    (_LEFT, _RIGHT): "southwest southwestern südwesten südwestlich suroeste sudoeste",
    (_RIGHT, _RIGHT): "southeast southeastern südosten südöstlich sureste sudeste",
}
_CHINESE: dict[Place, str] = {
    (_LEFT, _LEFT): "左上 西北",
    (_RIGHT, _LEFT): "右上 东北",
    (_LEFT, _RIGHT): "左下 西南",
    (_RIGHT, _RIGHT): "右下 东南",
    (None, _LEFT): "上方 上部 顶部 北部 北侧 北边",
    (None, _RIGHT): "下方 下部 底部 南部 南侧 南边",
    (_LEFT, None): "左侧 左边 左部 左方 西部 西侧 西边",
    (_RIGHT, None): "右侧 右边 右部 右方 东部 东侧 东边",
    _CENTRE: "中央 中间 中心 中部",
}
_PLACE_OF = {
    word: place
    for spellings in (_SPELLINGS, _CHINESE)
    for place, words in spellings.items()
    for word in words.split()
}
_CHINESE_WORD = "|".join(word for words in _CHINESE.values() for word in words.split())
_WORD = re.compile(rf"{_CHINESE_WORD}|[a-zà-ÿ]+", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s\-]|\b(?:the|of|à|a|la|en|de|do|da|und|der|im)\b)*\Z", re.IGNORECASE)


def places_in(sentence: str) -> list[Place]:
    """In their order; words that stand together, as «upper» and «left» do, name one place."""
    places: list[Place] = []
    end = -1
    for start, stop, place in _words(sentence):
        joined = _joined(places[-1], place) if places and _BETWEEN.match(sentence, end, start) else None
        if joined:
            places[-1] = joined
        else:
            places.append(place)
        end = stop
    return places


def misfit(place: Place, at: At) -> float | None:
    """How badly a thing `at` (across, down) fits the place, 0 is best; None = it lies elsewhere."""
    off = [_OPEN_SIDE if named is None else abs(named - there) for named, there in zip(place, at)]
    return sum(off) if max(off) <= REACH else None


def _words(sentence: str) -> Iterator[tuple[int, int, Place]]:
    for word in _WORD.finditer(sentence):
        place = _PLACE_OF.get(word.group().lower())
        if place:
            yield word.start(), word.end(), place


def _joined(one: Place, other: Place) -> Place | None:
    """One place of two words; None where they contradict each other, as «left and right»."""
    if one == _CENTRE or other == _CENTRE:
        named = other if one == _CENTRE else one
        across, down = (_MIDDLE if side is None else side for side in named)
        return across, down
    if any(a is not None and b is not None for a, b in zip(one, other)):
        return None
    return (one[0] if other[0] is None else other[0]), (one[1] if other[1] is None else other[1])
