"""Qwen2.5-VL, Qwen3-VL and Qwen3.5: a Scene and a Question to a thought and Targets, token by token.

Only this module knows the frame that the model counts in; what leaves it is in the scene's pixels.
Shapes: L tokens of the prompt, V tokens of the vocabulary.
"""

from __future__ import annotations

import gc
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from transformers import (
    DynamicCache,
    Qwen2_5_VLForConditionalGeneration,
    Qwen3_5ForConditionalGeneration,
    Qwen3VLForConditionalGeneration,
    Qwen3VLMoeForConditionalGeneration,
)
from transformers.utils import logging

from ..errors import BadQuestion, ModelBroken
from ..message import Message
from ..models.askmap_json import Calibration
from ..models.device import memory_of
from ..models.interruption import interruptible
from ..parsing.grounding import start_of_answer
from ..stages import (
    CheckCancelled,
    Grounding,
    Likelihood,
    Question,
    Report,
    Scene,
    Target,
    Thought,
    no_op,
)
from .answer_stream import AnswerStream
from .preprocessing import Preparation

NETWORKS: dict[str, Any] = {  # transformers types its own classes loosely
    "qwen2_5_vl": Qwen2_5_VLForConditionalGeneration,
    "qwen3_vl": Qwen3VLForConditionalGeneration,
    "qwen3_vl_moe": Qwen3VLMoeForConditionalGeneration,
    "qwen3_5": Qwen3_5ForConditionalGeneration,
}
ENDS = ("<|im_end|>", "<|endoftext|>")  # of a turn, of a text


@dataclass(frozen=True)
class Decoding:
    """How tokens are chosen; the same seed chooses the same ones on the same device."""

    temperature: float = 0.0  # 0 = always the likeliest
    seed: int = 0
    max_new_tokens: int = 2048


class WrittenToken(NamedTuple):
    token: int
    log_prob: float  # natural, of all V tokens, at temperature 1


@dataclass(frozen=True, eq=False)
class QwenReasoner:
    """What protocols.Reasoner promises."""

    name: str
    digest: str
    network: Any  # one of NETWORKS
    preparation: Preparation
    decoding: Decoding
    calibration: Calibration | None = None  # without one no target has a confidence

    @property
    def knows_earlier(self) -> bool:
        return self.preparation.knows_earlier

    def seen(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        return self.preparation.seen(image)

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding:
        """Streams as it writes; BadQuestion, OutOfMemory, or UnreadableAnswer with all that was written."""
        size = (scene.grid.width, scene.grid.height)
        reading = _JudgedAnswer(self.preparation, size, report, self.calibration)
        with memory_of(self.network.device, Message("The reasoner")):
            for written in self.written(scene.image, question, lambda: report(Thought(""))):
                reading.push(written)
        return reading.finish()

    def smaller(self, image: NDArray[np.uint8]) -> QwenReasoner | None:
        """Frees what torch keeps for later, too."""
        gc.collect()
        if self.network.device.type == "cuda":
            torch.cuda.empty_cache()
        fewer = self.preparation.with_half_the_pixels(image.shape[1], image.shape[0])
        return replace(self, preparation=fewer) if fewer else None

    def tokens(self, image: NDArray[np.uint8], question: Question) -> Iterator[int]:
        """What the model writes, token by token, without the one that ends it."""
        return (written.token for written in self.written(image, question))

    @torch.inference_mode()
    def written(
        self, image: NDArray[np.uint8], question: Question, check_cancelled: CheckCancelled = no_op
    ) -> Iterator[WrittenToken]:
        """The same, and how likely each token was."""
        prompt, pixels = self.inputs(image, question)
        room = self._room(prompt)
        choose, ends = self._sampler(), self.ends()
        # By the kinds of its layers: keys and values, or what linear attention keeps, a state of one size
        cache = DynamicCache(config=self.network.config.get_text_config())
        with interruptible(self.network, check_cancelled):
            logits = self._forward(prompt, cache, **pixels)
        for _ in range(room):
            token = choose(logits)
            if token in ends:
                return
            yield WrittenToken(token, float(logits[token] - logits.logsumexp(-1)))
            logits = self._forward(torch.tensor([[token]], device=self.network.device), cache)

    def inputs(self, image: NDArray[np.uint8], question: Question) -> tuple[Tensor, dict[str, Tensor]]:
        """The prompt (1, L), and what else the first call wants."""
        device, height, width = self.network.device, *image.shape[:2]
        patches, grid = self.preparation.pixels(image, device, self.network.dtype)
        asked = self.preparation.question_in_frame(question, width, height)
        numbers = self.preparation.prompt_tokens(asked, self.preparation.image_tokens(width, height))
        prompt = torch.tensor([numbers], device=device)
        kinds = (prompt == self.network.config.image_token_id).int()  # 0 = text, 1 = image
        return prompt, {"pixel_values": patches, "image_grid_thw": grid, "mm_token_type_ids": kinds}

    def _forward(self, tokens: Tensor, cache: DynamicCache, **pixels: Tensor) -> Tensor:
        """Logits (V,) of the next token; the network itself remembers where its image ended."""
        written = self.network(
            input_ids=tokens, past_key_values=cache, use_cache=True, logits_to_keep=1, **pixels
        )
        logits: Tensor = written.logits[0, -1].float()
        if not logits.max().isfinite():
            raise ModelBroken(
                "The reasoner «{name}» is damaged: it computes values that are not numbers.", name=self.name
            )
        return logits

    def _room(self, prompt: Tensor) -> int:
        """How many tokens may be written."""
        reads = int(self.network.config.get_text_config().max_position_embeddings)
        if prompt.shape[1] >= reads:
            raise BadQuestion(
                "The question and the picture are {tokens:,} tokens, and the model reads {limit:,}.",
                "Ask in fewer words, or choose a smaller view.",
                tokens=prompt.shape[1],
                limit=reads,
            )
        return min(self.decoding.max_new_tokens, reads - prompt.shape[1])

    def _sampler(self) -> _Sampler:
        return _Sampler(self.decoding, self.network.device, self.preparation)

    def ends(self) -> set[int]:
        known = self.network.generation_config.eos_token_id
        listed = known if isinstance(known, list) else [known]
        named = [self.preparation.tokenizer.token_to_id(name) for name in ENDS]
        return {number for number in (*listed, *named) if number is not None}


class _Sampler:
    """Picks the next token, by a random generator of its own."""

    def __init__(self, decoding: Decoding, device: torch.device, preparation: Preparation) -> None:
        self._near, self._modesty = preparation.near_numbers, preparation.modesty
        self._written: list[int] = []
        self._temperature = decoding.temperature
        self._rng = torch.Generator(device).manual_seed(decoding.seed)

    def __call__(self, logits: Tensor) -> int:
        self._written.append(self._chosen(logits))
        return self._written[-1]

    def _chosen(self, logits: Tensor) -> int:
        if self._temperature <= 0:
            token = int(logits.argmax())
            token = self._modesty.settle(self._written, token, logits) if self._modesty else token
            return self._near.settle(token, logits) if self._near else token
        probabilities = (logits / self._temperature).softmax(-1)
        return int(torch.multinomial(probabilities, 1, generator=self._rng))


class _JudgedAnswer:
    """Tokens to text and Targets while they come, and how likely each was; `size` is the scene's."""

    def __init__(
        self,
        preparation: Preparation,
        size: tuple[int, int],
        report: Report,
        calibration: Calibration | None,
    ) -> None:
        self._preparation, self._calibration = preparation, calibration
        frame = preparation.frame(*size)
        self._answer = AnswerStream(
            preparation.format, frame, lambda target: preparation.to_scene(target, *size), report
        )
        self._stream = preparation.stream()
        self._tokens: list[int] = []
        self._log_probs: list[float] = []
        self._starts: list[int] = []  # of each token's letters in the text; of a letter's bytes, all the same

    def push(self, written: WrittenToken) -> None:
        """Reports at every token, also when it completes no letter, so that each one can be stopped at."""
        self._tokens.append(written.token)
        self._log_probs.append(written.log_prob)
        self._starts.append(len(self._answer.text))
        self._answer.push(self._stream.push(written.token))

    def finish(self) -> Grounding:
        """All that was written, read again as a whole."""
        raw = self._preparation.decode(self._tokens)
        read = self._answer.read(raw)
        if raw.startswith(self._answer.text):  # not so where a tokenizer tidies up what it decodes at once
            read = replace(read, targets=self._judged(read.targets, start_of_answer(raw)))
        return self._answer.settled(read)

    def _judged(self, targets: tuple[Target, ...], answer_start: int) -> tuple[Target, ...]:
        """With how likely each was, and what that is worth."""
        thought = sum(self._between(0, answer_start))
        likelihoods = (self._likelihood(target, thought) for target in targets)
        return tuple(
            replace(target, likelihood=likelihood, confidence=self._confidence(likelihood))
            for target, likelihood in zip(targets, likelihoods)
        )

    def _likelihood(self, target: Target, thought: float) -> Likelihood | None:
        own = self._between(*target.written) if target.written else []
        return Likelihood(sum(own) / len(own), thought) if own else None

    def _confidence(self, likelihood: Likelihood | None) -> float | None:
        return self._calibration.confidence(likelihood) if self._calibration and likelihood else None

    def _between(self, start: int, end: int) -> list[float]:
        """The log-probabilities of the tokens whose letters begin there."""
        return self._log_probs[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


@contextmanager
def without_bars() -> Iterator[None]:
    """The bars that transformers draws while it loads and saves would spoil ours."""
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()  # type: ignore[no-untyped-call]
