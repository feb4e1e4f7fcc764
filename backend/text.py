"""Words from outside (the user's, a model's, a file's) made safe to show, store and tokenise."""

from __future__ import annotations

import re

# Unicode's Cc without tab and line break; and what turns the direction of the letters after it, so that one
# reads what is not written (trojansource.codes)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_HALF_PAIR = re.compile(r"[\ud800-\udfff]")
# Tokenizers cut their special tokens out of the text before all else: <|im_end|>, <think>, </answer>, <s> ...
_TAG_OPENING = re.compile(r"<(?=[|/!]|[^\W\d_])")


def printable(text: str) -> str:
    """Without control characters, which could command a terminal, end a string or turn it around.

    Line breaks and tabs stay; halves of surrogate pairs, which no file can hold, become «\ufffd».
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _HALF_PAIR.sub("\ufffd", _CONTROL.sub(" ", lines))


def without_tokens(text: str) -> str:
    """The same words, with a space put into whatever a tokenizer or a reader could take for a tag.

    «<|im_end|>» becomes «< |im_end|>», which is spelled letter by letter like any other text, while «< 5 m»
    and «<5 m» stay as they are.
    """
    return _TAG_OPENING.sub("< ", text)
