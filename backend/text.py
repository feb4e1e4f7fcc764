"""Words from outside (a person's, a model's, a file's) made safe to show, store and tokenise."""

from __future__ import annotations

import re
import unicodedata

# Tokenizers cut their special tokens out of the text before all else: <|im_end|>, <think>, </answer>, <s> ...
_TAG_OPENING = re.compile(r"<(?=[|/!]|[^\W\d_])")


def printable(text: str) -> str:
    """Without control characters, which could command a terminal or end a string.

    Line breaks and tabs stay; halves of surrogate pairs, which no file can hold, become «\ufffd».
    """
    return "".join(map(_printable, text.replace("\r\n", "\n").replace("\r", "\n")))


def without_tokens(text: str) -> str:
    """The same words, with a space put into whatever a tokenizer or a reader could take for a tag.

    «<|im_end|>» becomes «< |im_end|>», which is spelled letter by letter like any other text, while «< 5 m»
    and «<5 m» stay as they are.
    """
    return _TAG_OPENING.sub("< ", text)


def _printable(character: str) -> str:
    if character in "\n\t":
        return character
    category = unicodedata.category(character)
    if category == "Cs":
        return "\ufffd"
    return " " if category == "Cc" else character
