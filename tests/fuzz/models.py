"""Folders of models: what their files claim is read, or refused by a named error before a network is made."""

from __future__ import annotations

import json
import os
import random
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import AskMapError
from askmap.backend.models.quantization import check_packed_folder
from askmap.backend.models.weights import check_folder, parameters
from askmap.backend.reasoner.preprocessing import Preparation
from askmap.backend.reasoner.prompt import user_prompt
from askmap.backend.reasoner.qwen import NETWORKS
from askmap.backend.reasoner.qwen_loading import end_tokens, network_config
from askmap.backend.segmenter.sam2 import finish_of
from askmap.backend.segmenter.transformers_network import MODEL_TYPES, empty_network
from askmap.backend.stages import Question
from tiny_reasoners import SERVED, tiny_folder
from tiny_sam3 import tracker_folder

COUNT = 200_000
LIMIT_S = 1.0

_OURS = "askmap.json"
_SEGMENTERS = ("segmenter", "sam3")
_BUILT = 0.05  # share of the inputs that a network without memory is made of
_NUMBERS = (0, -1, 1, 2, 7, 255, 10**4, 10**6, 10**9, 2**31, 2**63, 10**30, 0.5, 1e300, float("nan"))
_TEXTS = ("", "x", "\0", "\ud800", "../x", "/etc/passwd", "qwen3_vl", "sam2", "plain", "thousand", "x" * 5000)
_PATTERNS = ("(a+)+$", "[^\\s]+", "\\p{L}+|\\s+", "(", "[", "\\", "a{9999999}", "(a)\\1", "(a|a)*", "x" * 600)
_KINDS = ("NFC", "Sequence", "Split", "ByteLevel", "Replace", "Prepend", "Metaspace", "TemplateProcessing")
_ADDED = (
    "quantization_config",
    "quant_method",
    "min_pixels",
    "max_pixels",
    "image_mean",
    "eos_token_id",
    "num_labels",
    "auto_map",
    "size",
)
_WEIGHTS, _INDEX, _ADAPTER = "model.safetensors", "model.safetensors.index.json", "adapter_config.json"
_SMALL = (
    "config.json",
    "tokenizer.json",
    "generation_config.json",
    "preprocessor_config.json",
    "askmap.json",
)


def one(rng: random.Random, folder: Path) -> str:
    name = rng.choice((*SERVED, *_SEGMENTERS))
    for file, (content, size) in _template(name).items():
        _write(folder / file, content, size)
    _spoil(rng, folder)
    try:
        if name in _SEGMENTERS:
            _read_segmenter(rng, folder)
        else:
            _read_reasoner(rng, folder)
    except AskMapError as error:
        return type(error).__name__
    return "read"


def _read_reasoner(rng: random.Random, folder: Path) -> None:
    config = check_packed_folder(folder, NETWORKS)
    parameters(folder)
    preparation = Preparation.from_folder(folder)
    width, height = preparation.seen_size(rng.randrange(1, 2049), rng.randrange(1, 2049))
    assert 0 < width * height < 2**25
    if preparation.side_px is None or preparation.side_px < 500:
        preparation.pixels(np.zeros((5, 5, 3), np.uint8)) if preparation.min_pixels < 2**16 else None
    text = user_prompt(preparation.format, Question("Where could a ship moor? " * 8), preparation.template)
    preparation.decode(preparation.encode(text))
    if rng.random() < _BUILT:
        end_tokens(folder, network_config(folder, config))


def _read_segmenter(rng: random.Random, folder: Path) -> None:
    config = check_folder(folder, MODEL_TYPES)
    parameters(folder)
    finish_of(folder)
    if rng.random() < _BUILT:
        empty_network(config, folder)


@lru_cache(maxsize=6)
def _template(name: str) -> dict[str, tuple[bytes, int]]:
    """The files of a small folder and their sizes; of its weights the head alone, the rest being zeros."""
    with tempfile.TemporaryDirectory() as place:
        folder = _folder(name, Path(place))
        files = [file for file in folder.iterdir() if file.is_file()]
        return {file.name: (_head(file), file.stat().st_size) for file in files}


def _folder(name: str, place: Path) -> Path:
    if name in SERVED:
        return tiny_folder(place, name, side_px=64)
    return POCKET / "segmenter" if name == "segmenter" else tracker_folder(place)


def _head(file: Path) -> bytes:
    """All of a small file; of weights what stands before them."""
    with file.open("rb") as content:
        if file.name != _WEIGHTS:
            return content.read(1 << 20)
        length = content.read(8)
        return length + content.read(min(int.from_bytes(length, "little"), 1 << 20))


def _write(file: Path, content: bytes, size: int = 0) -> None:
    """Instead of whatever is there, which may be a pipe."""
    if file.is_symlink() or file.exists():
        if file.is_dir() and not file.is_symlink():
            return
        file.unlink()
    file.write_bytes(content)
    if size > len(content):
        os.truncate(file, size)


def _is_plain(file: Path) -> bool:
    return not file.is_symlink() and file.is_file()


def _spoil(rng: random.Random, folder: Path) -> None:
    ways = (
        _spoil_json,
        _spoil_json,
        _spoil_json,
        _spoil_header,
        _spoil_bytes,
        _spoil_tokenizer,
        _spoil_place,
    )
    for _ in range(rng.choice((1, 1, 1, 2, 4))):
        rng.choice(ways)(rng, folder)


def _spoil_json(rng: random.Random, folder: Path) -> None:
    file = folder / rng.choice((*_SMALL, _OURS))
    content = _json_of(file)
    if content is not None:
        _write(file, json.dumps(_changed(rng, content)).encode())


def _json_of(file: Path) -> Any:
    """None where an earlier change has left no JSON."""
    try:
        return json.loads(_head(file)) if _is_plain(file) else {}
    except (ValueError, RecursionError):
        return None


def _changed(rng: random.Random, value: Any) -> Any:
    """With something else somewhere in it."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        name = rng.choice(list(value))
        if rng.random() < 0.1:
            return {other: inner for other, inner in value.items() if other != name}
        return {**value, name: _changed(rng, value[name])}
    if isinstance(value, list) and value and rng.random() < 0.7:
        at = rng.randrange(len(value))
        return [*value[:at], _changed(rng, value[at]), *value[at + rng.randrange(2) :]]
    if isinstance(value, dict) and rng.random() < 0.7:
        return {**value, rng.choice(_ADDED): _odd(rng)}
    return _odd(rng)


def _odd(rng: random.Random) -> Any:
    nested: Any = rng.choice((None, {}, [], 7))
    for _ in range(rng.choice((1, 3, 12))):
        nested = rng.choice(([nested], {"a": nested}, [nested, nested]))
    number = rng.choice(_NUMBERS)
    return rng.choice(
        (None, True, nested, [number] * rng.choice((3, 2000)), number, number, rng.choice(_TEXTS))
    )


def _spoil_tokenizer(rng: random.Random, folder: Path) -> None:
    file = folder / "tokenizer.json"
    content = _json_of(file)
    if not isinstance(content, dict) or not content:
        return
    place = rng.choice(("normalizer", "pre_tokenizer", "post_processor", "decoder", "added_tokens", "model"))
    if place == "added_tokens":
        added = [{"id": rng.choice((0, 5, 9999, -1)), "content": rng.choice(_TEXTS), "special": True}]
        content[place] = added * rng.choice((1, 2, 20_000))
    elif place == "model":
        content[place] = _changed(rng, content.get(place))
    else:
        content[place] = _part(rng)
    _write(file, json.dumps(content).encode())


def _part(rng: random.Random) -> dict[str, Any]:
    """Of a tokenizer, with all that any kind of it may want."""
    part = {
        "type": rng.choice(_KINDS), "content": "a" * 99, "prepend": "b", "behavior": "Isolated",
        "invert": False, "pattern": {rng.choice(("Regex", "String", "x")): rng.choice(_PATTERNS)},
        "normalizers": [], "pretokenizers": [], "add_prefix_space": False, "trim_offsets": True,
        "use_regex": rng.random() < 0.5,
    }  # fmt: skip
    return {"type": "Sequence", "pretokenizers": [part, part]} if rng.random() < 0.2 else part


def _spoil_header(rng: random.Random, folder: Path) -> None:
    """Of the weights: JSON, or the length before it."""
    file = folder / _WEIGHTS
    if not _is_plain(file):
        return
    head, size = _head(file), file.stat().st_size
    if rng.random() < 0.3:
        claimed = rng.choice((0, 1, max(0, len(head) - 9), max(0, len(head) - 7), 2**27, 2**60, 2**64 - 1))
        _write(file, claimed.to_bytes(8, "little") + head[8:], size)
        return
    try:
        text = json.dumps(_changed(rng, json.loads(head[8:]))).encode()
    except (ValueError, RecursionError):
        return
    if rng.random() < 0.05:
        text = rng.choice((b"[", b'{"a":')) * 100_000
    _write(file, len(text).to_bytes(8, "little") + text, size - len(head) + 8 + len(text))


def _spoil_bytes(rng: random.Random, folder: Path) -> None:
    file = folder / rng.choice((*_SMALL, _OURS, "prompt.txt", _WEIGHTS))
    content = bytearray(_head(file) if _is_plain(file) else b"{question}")
    left = file.stat().st_size - len(content) if _is_plain(file) else 0
    for _ in range(rng.choice((1, 5, 50)) if content else 0):
        content[rng.randrange(min(len(content), rng.choice((16, len(content)))))] = rng.randrange(256)
    kept = rng.choice((len(content), len(content), rng.randrange(len(content) + 1)))
    _write(file, bytes(content[:kept]) * rng.choice((1, 1, 1, 3)), kept + left)


def _spoil_place(rng: random.Random, folder: Path) -> None:
    """Something that is no file, no file at all, or a list of files that are elsewhere."""
    file = folder / rng.choice((*_SMALL, _OURS, "prompt.txt", _WEIGHTS, _INDEX, _ADAPTER))
    if file.is_dir() and not file.is_symlink():
        return
    file.unlink(missing_ok=True)
    way = rng.randrange(6)
    if way == 0:
        os.mkfifo(file)
    elif way == 1:
        file.mkdir()
    elif way == 2:
        file.symlink_to(rng.choice((file, folder, "/dev/zero", "/nowhere")))
    elif way == 3:
        names = (_WEIGHTS, "../x.safetensors", "/etc/passwd", "", "\0", "n" * 300, 7, None, ["x"], ".")
        listed = {f"weight.{n}": rng.choice(names) for n in range(rng.choice((0, 1, 3)))}
        _write(file, json.dumps({"weight_map": rng.choice((listed, listed, [], "x"))}).encode())
    elif way == 4:
        _write(file, b"", rng.choice((0, 9, 1 << 40)))
