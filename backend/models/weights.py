"""A model is a folder: config.json and *.safetensors, checked before anything is loaded. Needs no torch.

No pickle and no code from a folder is ever run. The layout of a safetensors file: 8 bytes with the length of
a JSON header, the header, then the tensors' bytes without gaps (huggingface.co/docs/safetensors).
"""

from __future__ import annotations

import hashlib
import json
import math
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from ..errors import ModelBroken, ModelMissing, ModelUnsupported
from ..validation import shown
from .config_json import check_config

INDEX, SINGLE = "model.safetensors.index.json", "model.safetensors"
PICKLED = (".bin", ".pt", ".pth", ".ckpt")
ROLES = ("reasoner", "segmenter", "model")  # folders that our own training writes; they name no model
MOST_CONFIG_BYTES = 1 << 20  # of each small file of JSON
MOST_INDEX_BYTES = MOST_HEADER_BYTES = 1 << 24  # of the largest published models they have some 2^18
MOST_TENSORS, MOST_DIMENSIONS, MOST_NUMBERS = 100_000, 8, 1 << 48
LONGEST_NAME = 255
CHUNK_BYTES = 1 << 24
BYTES_OF = {
    "F64": 8, "I64": 8, "U64": 8, "F32": 4, "I32": 4, "U32": 4, "F16": 2, "BF16": 2, "I16": 2, "U16": 2,
    "I8": 1, "U8": 1, "BOOL": 1, "F8_E4M3": 1, "F8_E5M2": 1,
}  # fmt: skip

FLOATS = ("F64", "F32", "F16", "BF16")

Header = Mapping[str, Any]


def check_folder(folder: Path, types: Collection[str]) -> dict[str, Any]:
    """The config.json of a model that can be loaded; ModelMissing, ModelBroken or ModelUnsupported."""
    config = read_config(folder, types)
    check_config(config, folder)
    headers(folder)
    return config


def read_config(folder: Path, types: Collection[str]) -> dict[str, Any]:
    """config.json of a folder with a model of one of these types; what stands in it is not checked."""
    if not os.path.isdir(folder):
        raise ModelMissing("There is no folder {folder}.", folder=folder)
    if not (folder / "config.json").is_file() and (folder / "adapter_config.json").is_file():
        raise ModelUnsupported(
            "{folder} holds an adapter only.", "Merge it into its model first.", folder=folder
        )
    config = read_json(folder / "config.json")
    kind = config.get("model_type")
    if kind not in tuple(types):
        raise ModelUnsupported(
            "{folder} holds a model of the type «{kind}», not {names}.",
            folder=folder,
            kind=shown(kind),
            names=" or ".join(types),
        )
    if (folder / "adapter_config.json").exists():
        raise ModelUnsupported(
            "{folder} holds an adapter beside its model.",
            "Merge it into the model, or remove adapter_config.json.",
            folder=folder,
        )
    return config


def read_json(path: Path, most_bytes: int = MOST_CONFIG_BYTES) -> dict[str, Any]:
    """Of a model's folder; ModelMissing or ModelBroken."""
    try:
        content = json.loads(read_text(path, most_bytes))
    except (ValueError, RecursionError) as error:
        raise ModelBroken("The file {path} is not JSON.", path=path) from error
    if not isinstance(content, dict):
        raise ModelBroken("The file {path} holds no JSON object.", path=path)
    return content


def read_text(path: Path, most_bytes: int) -> str:
    """Of a file of a model's folder, in UTF-8; ModelMissing or ModelBroken."""
    if not is_file(path):
        raise ModelMissing("The model's folder lacks {name}: {parent}.", name=path.name, parent=path.parent)
    try:
        if path.stat().st_size > most_bytes:
            raise ModelBroken("The file {path} is too large for a file of its kind.", path=path)
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise ModelBroken("The file {path} is not UTF-8.", path=path) from error
    except OSError as error:
        raise ModelBroken(
            "The file {path} cannot be read: {reason}.", path=path, reason=error.strerror or error
        ) from error


def is_file(path: Path) -> bool:
    """A plain one, also behind a link; no folder or pipe, and False for a name that none can have."""
    try:
        return path.is_file()
    except OSError:
        return False


def weight_files(folder: Path) -> tuple[Path, ...]:
    """The one file, or those that the index names; that they are there, not that they are whole."""
    if is_file(folder / INDEX):
        files = tuple(folder / name for name in sorted(set(_weight_map(folder).values())))
    elif is_file(folder / SINGLE):
        return (folder / SINGLE,)
    else:
        raise _without_weights(folder)
    for file in files:
        if not is_file(file):
            raise ModelMissing(
                "The index of {folder} names {name}, which is not there.",
                folder=folder,
                name=shown(file.name),
            )
    return files


def headers(folder: Path) -> dict[Path, Header]:
    """What each file of weights holds, checked against its size and against the index."""
    found = {file: header_of(file) for file in weight_files(folder)}
    if is_file(folder / INDEX):
        for tensor, name in _weight_map(folder).items():
            if tensor not in found[folder / name]:
                raise ModelBroken(
                    "The index of {folder} looks for {tensor} in {name}, which lacks it.",
                    folder=folder,
                    tensor=tensor,
                    name=name,
                )
    return found


def parameters(folder: Path) -> int:
    """How many numbers the weights are."""
    tensors = [tensor for header in headers(folder).values() for tensor in header.values()]
    return sum(math.prod(tensor["shape"]) for tensor in tensors)


def bytes_loaded(folder: Path, number_bytes: int) -> int:
    """Of memory, where weights get `number_bytes` each, and what is packed into whole numbers stays so."""
    tensors = [tensor for header in headers(folder).values() for tensor in header.values()]
    each = {kind: number_bytes if kind in FLOATS else size for kind, size in BYTES_OF.items()}
    return sum(math.prod(tensor["shape"]) * each[tensor["dtype"]] for tensor in tensors)


def stored_type(folder: Path) -> str:
    """In which most of a folder's numbers lie on the disk; its config.json may say something else."""
    numbers: Counter[str] = Counter()
    for header in headers(folder).values():
        for tensor in header.values():
            numbers[tensor["dtype"]] += math.prod(tensor["shape"])
    return numbers.most_common(1)[0][0]


def digest(path: Path) -> str:
    """SHA-256, hexadecimal, over a folder's config.json and weights in order of name, or over one file."""
    files = (path,) if is_file(path) else (path / "config.json", *weight_files(path))
    total = hashlib.sha256()
    for file in files:
        stat = file.stat()
        total.update(_digest(file, stat.st_mtime_ns, stat.st_size))
    return total.hexdigest()


@lru_cache(maxsize=64)
def _digest(file: Path, mtime_ns: int, size: int) -> bytes:
    """Of one file; gigabytes take seconds, so an untouched file is read once in a process."""
    total = hashlib.sha256()
    for chunk in chunks(file):
        total.update(chunk)
    return total.digest()


def chunks(file: Path) -> Iterator[bytes]:
    """All of a file, CHUNK_BYTES at a time."""
    with file.open("rb") as content:
        while chunk := content.read(CHUNK_BYTES):
            yield chunk


def _weight_map(folder: Path) -> dict[str, str]:
    """Tensor to file name; a name that leads out of the folder is refused."""
    found = read_json(folder / INDEX, MOST_INDEX_BYTES).get("weight_map")
    names = list(found.values()) if isinstance(found, dict) else []
    if not 0 < len(names) <= MOST_TENSORS or not all(map(_is_name, names)):
        raise ModelBroken("The file {folder} names no files of weights.", folder=folder / INDEX)
    return dict(found or {})


def _is_name(name: object) -> bool:
    """Of a file in the same folder."""
    return (
        isinstance(name, str)
        and 0 < len(name) <= LONGEST_NAME
        and Path(name).name == name
        and "\0" not in name
    )


def _without_weights(folder: Path) -> ModelMissing | ModelUnsupported:
    if any(file.suffix in PICKLED for file in folder.iterdir()):
        return ModelUnsupported(
            "{folder} holds its weights as pickles, which could run any code.",
            "Choose a folder with *.safetensors.",
            folder=folder,
        )
    return ModelMissing("{folder} holds no {name}.", folder=folder, name=SINGLE)


def header_of(file: Path) -> Header:
    """Name to dtype, shape and offsets; ModelBroken unless the file holds exactly what it announces."""
    header, held = _read_header(file)
    header.pop("__metadata__", None)
    if not 0 < len(header) <= MOST_TENSORS:
        raise ModelBroken("{file} holds no weights.", file=file)
    try:
        places = sorted(_checked_place(tensor) for tensor in header.values())
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelBroken("{file} is no safetensors file.", file=file) from error
    end = places[-1][1]
    if end != held:
        raise ModelBroken(
            "{file} is cut off or damaged: it holds {held:,} bytes of weights, not {end:,}.",
            file=file,
            held=held,
            end=end,
        )
    if [start for start, _ in places] != [0, *(end for _, end in places[:-1])]:
        raise ModelBroken("{file} is damaged: some of its weights overlap.", file=file)
    return header


def _read_header(file: Path) -> tuple[dict[str, Any], int]:
    """The JSON header, and how many bytes follow it."""
    try:
        size = file.stat().st_size
        with file.open("rb") as content:
            length = int.from_bytes(content.read(8), "little")
            if not 2 <= length <= min(size - 8, MOST_HEADER_BYTES):
                raise ModelBroken("{file} is cut off or no safetensors file.", file=file)
            header = json.loads(content.read(length))
    except (ValueError, RecursionError) as error:
        raise ModelBroken("{file} is no safetensors file.", file=file) from error
    except OSError as error:
        raise ModelBroken(
            "{file} cannot be read: {reason}.", file=file, reason=error.strerror or error
        ) from error
    if not isinstance(header, dict):
        raise ModelBroken("{file} is no safetensors file.", file=file)
    return header, size - 8 - length


def _checked_place(tensor: Mapping[str, Any]) -> tuple[int, int]:
    """Where the tensor's bytes lie; ValueError when its shape needs another number of them."""
    start, end = tensor["data_offsets"]
    shape = tensor["shape"]
    if not isinstance(shape, list) or len(shape) > MOST_DIMENSIONS:
        raise ValueError("a tensor has some sides")
    for number in (start, end, *shape):
        if type(number) is not int or not 0 <= number <= MOST_NUMBERS:
            raise ValueError("sides and places are whole numbers")
    if math.prod(shape) * BYTES_OF[tensor["dtype"]] != end - start:
        raise ValueError("the shape does not fit the bytes")
    return start, end


def model_name(path: Path) -> str:
    """What the user calls it: the folder's name, behind the one above where that alone says nothing.

    In a hub's cache a folder is called after its revision: models--OWNER--NAME/snapshots/REVISION.
    """
    if path.parent.name == "snapshots" and path.parts[-3].startswith("models--"):
        return path.parts[-3].rpartition("--")[2]
    return f"{path.parent.name} {path.name}" if path.name in ROLES else path.name
