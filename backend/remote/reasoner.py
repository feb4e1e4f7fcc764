"""A model on a server as a Reasoner: a picture and a question go there, text comes back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ..errors import ServerFailed
from ..formats import AnswerFormat, format_named
from ..message import Message
from ..models.catalogue import read_catalogue
from ..reasoner.answer_stream import AnswerStream
from ..reasoner.prompt import system_prompt, user_prompt
from ..stages import Grounding, Question, Report, Scene, Target, Turn
from .address import ServerAddress
from .chat import ServedDecoding, Server
from .frame import QUESTION, ServedFrame, frame_seen_in, frame_told_by, marked_picture
from .sent import Size, data_url, picture_to_send, sent_size

TEST_TOKENS = 1024  # a model that thinks first writes some hundreds
SHOWN = 8  # models of a server in one sentence
_LOAD_ONE = Message("Load a model that sees pictures there first.")


@dataclass(frozen=True, eq=False)
class ServedModel:
    """One model of a server, and how it is asked."""

    server: Server
    form: AnswerFormat
    decoding: ServedDecoding

    def written(
        self,
        image: NDArray[np.uint8],
        question: Question,
        report: Report,
        decoding: ServedDecoding | None = None,
    ) -> Iterator[str]:
        """What it writes about a picture in sent_size, as it comes."""
        system = system_prompt(self.form.name, question.language) or ""
        text = user_prompt(self.form.name, question)
        return self.server.written(data_url(image), system, text, decoding or self.decoding, report)

    def frame(self, report: Report) -> ServedFrame:
        """How it counts: what its format says, or what it says to the test picture."""
        told = frame_told_by(self.form)
        if told is not None:
            return told
        greedy = replace(self.decoding, temperature=0.0, most_tokens=TEST_TOKENS)
        written = "".join(self.written(marked_picture(), Question(QUESTION), report, greedy))
        return frame_seen_in(written, self.form.name, self.server.address.model)


@dataclass(frozen=True, eq=False)
class RemoteReasoner:
    """What engine.protocols.Reasoner promises; the server is first asked with the first question."""

    server: Server
    format: str  # as the user chose it
    decoding: ServedDecoding
    digest: str = ""  # a server does not say which weights it runs
    knows_earlier: bool = True
    _found: list[tuple[ServedModel, ServedFrame]] = field(
        default_factory=list
    )  # at most one, once it is known
    _asking: Lock = field(default_factory=Lock, repr=False)

    @property
    def name(self) -> str:
        return f"{self._address.model} @ {self._address.host}"

    def seen(self, image: NDArray[np.uint8]) -> NDArray[np.uint8]:
        return picture_to_send(image, format_of(self.format, self._address.model))

    def ground(self, scene: Scene, question: Question, report: Report) -> Grounding:
        """Streams as the server sends; ServerFailed, BadQuestion, ModelUnsupported or UnreadableAnswer."""
        (model, frame), size = self._model(report), (scene.grid.width, scene.grid.height)
        sent = sent_size(size, model.form)
        answer = AnswerStream(
            model.form.name,
            frame.size(sent),
            lambda target: frame.to_scene(target, sent, size),
            report,
        )
        for piece in model.written(self.seen(scene.image), _in_frame(question, frame, sent, size), report):
            answer.push(piece)
        return answer.settled(answer.read(answer.text))

    def smaller(self, image: NDArray[np.uint8]) -> None:
        """The memory is the server's."""

    @property
    def _address(self) -> ServerAddress:
        return self._found[0][0].server.address if self._found else self.server.address

    def _model(self, report: Report) -> tuple[ServedModel, ServedFrame]:
        with self._asking:
            if not self._found:
                address = chosen_model(self.server.address, self.server.models(report))
                form = format_of(self.format, address.model)
                model = ServedModel(replace(self.server, address=address), form, self.decoding)
                self._found.append((model, model.frame(report)))
            return self._found[0]


def chosen_model(address: ServerAddress, models: tuple[str, ...]) -> ServerAddress:
    """The address with a model that is there; ServerFailed where none is meant or it is not listed."""
    if address.model in models:
        return address
    if not address.model and len(models) == 1:
        return replace(address, model=models[0])
    listed = Message("It has: {names}.", names=", ".join(models[:SHOWN])) if models else _LOAD_ONE
    if not address.model:
        raise ServerFailed("Which model of {server} is meant?", listed, server=address.host)
    raise ServerFailed(
        "The server at {server} has no model «{model}».", listed, server=address.host, model=address.model
    )


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
