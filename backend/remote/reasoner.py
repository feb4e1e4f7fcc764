"""A model on a server as a Reasoner: a picture and a question go there, text comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ..formats import AnswerFormat, format_named
from ..models.catalogue import read_catalogue
from ..reasoner.answer_stream import AnswerStream
from ..reasoner.prompt import system_prompt, user_prompt
from ..stages import Grounding, Question, Report, Scene, Target, Turn, ignore
from .chat import ServedDecoding, Server
from .frame import QUESTION, ServedFrame, frame_seen_in, frame_told_by, marked_picture
from .sent import Size, data_url, picture_to_send, sent_size

TEST_TOKENS = 1024  # a model that thinks first writes some hundreds


@dataclass(frozen=True, eq=False)
class RemoteReasoner:
    """What engine.protocols.Reasoner promises."""

    server: Server
    form: AnswerFormat
    decoding: ServedDecoding
    digest: str = ""  # a server does not say which weights it runs
    knows_earlier: bool = True
    _frames: list[ServedFrame] = field(default_factory=list)  # at most one, once it is known
    _asking: Lock = field(default_factory=Lock, repr=False)

    @property
    def name(self) -> str:
        return f"{self.server.address.model} @ {self.server.address.host}"

    def seen(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        return picture_to_send(image, self.form)

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding:
        """Streams as the server sends; ServerFailed, BadQuestion, ModelUnsupported or UnreadableAnswer."""
        frame, size = self.frame(report), (scene.grid.width, scene.grid.height)
        sent = sent_size(size, self.form)
        answer = AnswerStream(
            self.form.name,
            frame.size(sent),
            lambda target: frame.to_scene(target, sent, size),
            report,
        )
        asked = _in_frame(question, frame, sent, size)
        for piece in self._written(self.seen(scene.image), asked, self.decoding, report):
            answer.push(piece)
        return answer.settled(answer.read(answer.text))

    def frame(self, report: Report = ignore) -> ServedFrame:
        """How the model counts: what its format says, or what it said to the test picture, asked once."""
        with self._asking:
            if not self._frames:
                self._frames.append(frame_told_by(self.form) or self._asked_frame(report))
            return self._frames[0]

    def _asked_frame(self, report: Report) -> ServedFrame:
        greedy = replace(self.decoding, temperature=0.0, most_tokens=TEST_TOKENS)
        written = "".join(self._written(marked_picture(), Question(QUESTION), greedy, report))
        return frame_seen_in(written, self.form.name, self.server.address.model)

    def _written(
        self, image: NDArray[np.uint8], question: Question, decoding: ServedDecoding, report: Report
    ) -> Iterator[str]:
        system = system_prompt(self.form.name, question.language) or ""
        text = user_prompt(self.form.name, question)
        return self.server.written(data_url(image), system, text, decoding, report)


def format_of(chosen: str, model: str) -> AnswerFormat:
    """As the user chose it; where that is «auto» that of a published model of this name, else «plain»."""
    if chosen != "auto":
        return format_named(chosen)
    name = model.lower()
    known = (one for one in read_catalogue() if one.repository and one.format)
    return format_named(next((one.format for one in known if _is_called(one.repository, name)), "plain"))


def _is_called(repository: str, name: str) -> bool:
    """Servers list «qwen2.5-vl-7b-instruct», «Qwen/Qwen2.5-VL-7B-Instruct», or a file's longer name."""
    return name.split("/")[-1].startswith(repository.split("/")[-1].lower())


def _in_frame(question: Question, frame: ServedFrame, sent: Size, scene: Size) -> Question:
    return replace(question, earlier=tuple(_turn_in(turn, frame, sent, scene) for turn in question.earlier))


def _turn_in(turn: Turn, frame: ServedFrame, sent: Size, scene: Size) -> Turn:
    targets: tuple[Target, ...] = tuple(frame.from_scene(target, sent, scene) for target in turn.targets)
    return replace(turn, targets=targets)
