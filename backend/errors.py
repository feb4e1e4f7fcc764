"""What can go wrong, drawn before the code.

    AskMapError              a person can do something: str() is one sentence, .hint the next step
    ├── UnreadableRaster     the pixels or their place cannot be read
    ├── OutsideRaster        the asked window does not touch the raster
    ├── UnreadableAnswer     the reasoner wrote what no reader understands
    ├── BadQuestion          empty, or longer than a model can read
    ├── ModelMissing         no such folder, or a file it needs is not there
    ├── ModelBroken          a file is truncated or does not fit the others
    ├── ModelUnsupported     a family, a format or a file type that AskMap does not load
    ├── OutOfMemory          the device is too small
    ├── DeviceMissing        the device that was asked for is not there
    ├── NotWritten           an output could not be written
    ├── BadData              labels on the disk are not what their layout promises
    ├── NotTeachable         an answer that cannot become a sample as it stands
    └── MissingPackage       torch or another package of the engine is not installed
    Cancelled                somebody stopped the work; not an error

Anything else that is raised is a bug, and is shown as one.
"""

from __future__ import annotations


class AskMapError(Exception):
    """One sentence for the person in front of the map, and a next step in `hint`."""

    hint = ""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(sentence)
        if hint:
            self.hint = hint


class Cancelled(Exception):
    """Raised by a Report to stop; passes through the backend untouched."""


class UnreadableRaster(AskMapError):
    hint = "Open it with gdalinfo to see what is wrong, or choose another raster."


class OutsideRaster(AskMapError):
    hint = "Choose a view inside the raster's extent."


class UnreadableAnswer(AskMapError):
    """`raw` is what the reasoner wrote, unchanged."""

    hint = "Ask again in other words, or choose the answer format that the model was trained for."

    def __init__(self, sentence: str, hint: str = "", *, raw: str = "") -> None:
        super().__init__(sentence, hint)
        self.raw = raw


class BadQuestion(AskMapError):
    hint = "Ask in one or two sentences what to look for."


class ModelMissing(AskMapError):
    hint = "Choose a folder that holds config.json and *.safetensors."


class ModelBroken(AskMapError):
    hint = "Copy or download the model again."


class ModelUnsupported(AskMapError):
    hint = "Choose a Qwen2.5-VL or Qwen3-VL reasoner and a SAM2 or SAM2.1 segmenter."


class OutOfMemory(AskMapError):
    hint = "Choose a smaller model, or a smaller view."


class DeviceMissing(AskMapError):
    hint = "Choose the device «auto» or «cpu»."


class NotWritten(AskMapError):
    hint = "Choose another folder, or free some space."


class BadData(AskMapError):
    """The message names the file, and the line or row."""

    hint = "Mend or remove what is named, then give the same command again: what was finished is kept."


class NotTeachable(AskMapError):
    hint = "Accept or reject all targets first."


class MissingPackage(AskMapError):
    hint = "Install the packages of the engine, as README.md shows."
