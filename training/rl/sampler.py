"""In which order a run asks: by seed and epoch alone, so a run that goes on asks what it would have asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Order:
    """Numbers of samples, row after row, for a whole run: to TRL it is a single epoch.

    A sampler with chance of its own would begin with the first epoch's order again where a run goes on.
    """

    samples: int
    questions: int  # a step, over all processes; an epoch's remainder is left out
    siblings: int  # rows of one question, side by side
    passes: int  # how often a step's rows come: TRL draws them anew for each of its micro-batches
    steps: int
    seed: int

    def __len__(self) -> int:
        return self.steps * self.passes * self.questions * self.siblings

    def __iter__(self) -> Iterator[int]:
        for _, asked in zip(range(self.steps), self._steps()):
            for _ in range(self.passes):
                yield from np.repeat(asked, self.siblings).tolist()

    def _steps(self) -> Iterator[NDArray[np.int64]]:
        """The questions of each step, without end."""
        whole = self.samples - self.samples % self.questions
        for epoch in count():
            shuffled = np.random.default_rng((self.seed, epoch)).permutation(self.samples)
            yield from shuffled[:whole].reshape(-1, self.questions)
