"""What can go wrong, drawn before the code.

    AskMapError              the user can do something: str() is one sentence, .hint the next step
    ├── UnreadableRaster     the pixels or their place cannot be read
    │   └── Unrectified      its place is known by control points alone
    ├── UnreadableVector     the polygons of a file cannot be read
    ├── OutsideRaster        the asked window does not touch the raster
    ├── UnreadableAnswer     the reasoner wrote what no reader understands
    ├── BadQuestion          empty, or longer than a model can read
    │   └── BadPreset        what was pasted is no preset of a question, or one of a newer AskMap
    ├── ModelMissing         no such folder, or a file it needs is not there
    ├── ModelBroken          a file is truncated or does not fit the others
    ├── ModelUnsupported     a family, a format or a file type that AskMap does not load
    ├── OutOfMemory          the device is too small
    ├── DeviceMissing        the device that was asked for is not there, or lacks the precision
    ├── NotWritten           an output could not be written
    │   └── Overwrites       it would replace what is to be kept
    ├── BadData              labels on the disk are not what their layout promises
    ├── NotTeachable         an answer that cannot become a sample as it stands
    ├── HistoryUnusable      a history that is as it was, but cannot be read or written
    ├── HistoryBroken        a history that is damaged
    ├── EntryMissing         no such answer in a history
    ├── EntryUnreadable      one that cannot be read
    ├── ChangedMeanwhile     a decision that someone else has made meanwhile
    ├── ServerFailed         a server cannot be reached, refuses or breaks off
    │   ├── ServerUntrusted  its certificate does not say that it is the one that was asked
    │   └── ProxyRefused     what stands before it wants another name or password
    ├── HubFailed            a model cannot be fetched: its hub is out of reach, refuses, or sends other bytes
    ├── EngineEnded          the engine's own process died, hung or was not of this version
    │   └── ServiceGone      a service that was found running ended before it took the question
    └── MissingPackage       torch or another package of the engine is not installed
    Cancelled                the user stopped the work; not an error

Anything else that is raised is a bug, and is shown as one.

An error is raised with a template and the values of its fields, both as literals of the call:
`raise UnreadableRaster("{path} cannot be opened.", path=path)`. A hint with fields is a Message.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from .message import Message, message_from, message_of_plain, message_to_plain


class AskMapError(Exception):
    """One sentence for the user in front of the map, and a next step in `hint`."""

    sentence = ""  # the template of a class whose errors all say the same
    hint = ""

    def __init__(self, template: str = "", /, hint: str = "", **fields: object) -> None:
        self.message = message_from(template or self.sentence, fields)
        super().__init__(self.message)
        self.hint = message_from(hint or self.hint, {})

    @property
    def full_text(self) -> Message:
        """The sentence and the hint, as one."""
        if not self.hint:
            return self.message
        return Message("{sentence} {hint}", sentence=self.message, hint=self.hint)

    def __reduce__(self) -> tuple[Any, ...]:
        return _restored, (type(self), vars(self))


def _restored(kind: type[AskMapError], attributes: dict[str, Any]) -> AskMapError:
    error = kind.__new__(kind, attributes["message"])
    vars(error).update(attributes)
    return error


class Cancelled(Exception):
    """Raised by a Report to stop; passes through the backend untouched."""


class UnreadableRaster(AskMapError):
    hint = "Open it with gdalinfo to see what is wrong, or choose another raster."


class Unrectified(UnreadableRaster):
    """Its pixels lie on no regular grid; a map that is drawn of it does."""


class UnreadableVector(AskMapError):
    hint = "Open it with ogrinfo to see what is wrong, or choose another file."


class OutsideRaster(AskMapError):
    hint = "Choose a view inside the raster's extent."


class UnreadableAnswer(AskMapError):
    """`raw` is what the reasoner wrote, unchanged."""

    hint = "Ask again in other words, or choose the answer format that the model was trained for."

    def __init__(self, template: str = "", /, hint: str = "", *, raw: str = "", **fields: object) -> None:
        super().__init__(template, hint, **fields)
        self.raw = raw


class BadQuestion(AskMapError):
    hint = "Ask in one or two sentences what to look for."


class BadPreset(BadQuestion):
    """Nothing of it is taken."""

    hint = "Copy all of it again, from where it was made."


class ModelMissing(AskMapError):
    hint = "Choose a folder that holds config.json and *.safetensors."


class ModelBroken(AskMapError):
    hint = "Copy or download the model again."


class ModelUnsupported(AskMapError):
    hint = "Choose a Qwen2.5-VL, Qwen3-VL or Qwen3.5 reasoner and a SAM2, SAM3 or EdgeTAM segmenter."


class OutOfMemory(AskMapError):
    hint = "Choose a smaller model, or a smaller view."


class DeviceMissing(AskMapError):
    hint = "Choose the device «auto» or «cpu»."


class NotWritten(AskMapError):
    hint = "Choose another folder, or free some space."


class Overwrites(NotWritten):
    hint = "Give each output a name of its own."


class BadData(AskMapError):
    """The message names the file, and the line or row."""

    hint = "Mend or remove what is named, then give the same command again: what was finished is kept."


class NotTeachable(AskMapError):
    hint = "Accept or reject all targets first."


class MissingPackage(AskMapError):
    sentence = "The packages of the engine cannot be used: {error}."
    hint = "Install the packages of the engine: in QGIS with AskMap's button, in a shell as README.md shows."


class ServerFailed(AskMapError):
    """Someone else's program, perhaps someone else's computer; what it wrote before is reported already."""

    hint = "Start the server, or choose another reasoner."


class ServerUntrusted(ServerFailed):
    """Nothing was sent to it."""


class ProxyRefused(ServerFailed):
    hint = "Correct the name and the password of the proxy, then try again."


class HubFailed(AskMapError):
    """Where models are fetched from; what has come is kept for the next time."""

    hint = "Try again: what has come is kept."


class EngineEnded(AskMapError):
    """The question is lost, the engine is not: the next question starts a new process."""

    hint = (
        "Ask again: a new process starts then. If it keeps ending, choose a smaller model or a smaller view."
    )


class ServiceGone(EngineEnded):
    """It ended before it was asked anything: another one may be started, or an engine be loaded here."""


class HistoryUnusable(AskMapError):
    """The file is as it was."""

    hint = "Free some space or close other programs that use the file, then try again."


class HistoryBroken(AskMapError):
    hint = "Go on working; what can still be read of the old history, sqlite3's «.recover» will find."

    @property
    def aside(self) -> Path | None:
        """Where the damaged file lies now; None where it could not be moved."""
        place = self.message.fields.get("aside")
        return Path(str(place)) if place is not None else None


class EntryMissing(AskMapError):
    sentence = "There is no entry {id} in {path} any more."
    hint = "Choose another entry of the history."


class EntryUnreadable(AskMapError):
    hint = "Delete the entry, or update AskMap if a newer one wrote it."


class ChangedMeanwhile(AskMapError):
    """Nothing was written."""

    sentence = "Another QGIS has changed target {number} of this answer."
    hint = "What was decided there is shown now; decide again where you see it otherwise."


def error_to_json(error: AskMapError) -> str:
    """For another process; of a class of another file the nearest one of this file."""
    kind = next(kind.__name__ for kind in type(error).__mro__ if kind in KINDS.values())
    parts = {
        "message": message_to_plain(error.message),
        "hint": message_to_plain(message_from(error.hint, {})),
    }
    return json.dumps({"kind": kind, **parts, "raw": getattr(error, "raw", "")})


def error_of_json(text: str) -> AskMapError:
    """What error_to_json was given; ValueError for any other text."""
    parts = json.loads(text)
    kind = KINDS.get(str(parts.get("kind"))) if isinstance(parts, dict) else None
    if kind is None:
        raise ValueError("this is no error of ours")
    message, hint = message_of_plain(parts.get("message")), message_of_plain(parts.get("hint"))
    error = kind(message, hint)
    if isinstance(error, UnreadableAnswer):
        error.raw = str(parts.get("raw", ""))
    return error


def _kinds(kind: type[AskMapError]) -> dict[str, type[AskMapError]]:
    found = {kind.__name__: kind}
    for below in kind.__subclasses__():
        found.update(_kinds(below))
    return found


KINDS = _kinds(AskMapError)  # those of this file, the only ones that text of another process can name
