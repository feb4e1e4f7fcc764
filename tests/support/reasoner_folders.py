"""Folders of reasoners, without weights."""

from __future__ import annotations

import json
from pathlib import Path

from tiny_reasoners import byte_tokenizer


def nameless_folder(folder: Path, family: str = "qwen2_5_vl", **config: object) -> Path:
    """Whose askmap.json is not there, so that its format is known by what it is called, or not at all."""
    folder_of(folder, family)
    (folder / "askmap.json").unlink()
    (folder / "config.json").write_text(json.dumps({"model_type": family, **config}))
    return folder


def folder_of(folder: Path, family: str = "qwen2_5_vl", prompt: str | None = None, **ours: object) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "config.json").write_text(json.dumps({"model_type": family}))
    byte_tokenizer().save(str(folder / "tokenizer.json"))
    (folder / "askmap.json").write_text(json.dumps({"format": "plain", **ours}))
    if prompt is not None:
        (folder / "prompt.txt").write_text(prompt)
    return folder
