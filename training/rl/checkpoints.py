"""Checkpoints that a power cut cannot spoil, and the folder that a run ends with."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState
from peft import PeftModel, get_peft_model, get_peft_model_state_dict, set_peft_model_state_dict
from torch import Tensor
from transformers import TrainerCallback

from ...backend.errors import NotWritten
from ...backend.models.askmap_json import read_knows, write_calibration, write_format, write_knows
from ...backend.models.weights import stored_type
from ..trained import class_in

MARK = "whole"  # an empty file, written after everything else of a checkpoint
FIRST = "checkpoint-"  # as transformers names them
COMPANIONS = (
    "tokenizer.json", "tokenizer_config.json", "preprocessor_config.json", "chat_template.jinja",
    "vocab.json", "merges.txt", "generation_config.json", "askmap.json", "prompt.txt",
)  # fmt: skip
PRECISIONS = {"F16": torch.float16, "BF16": torch.bfloat16}  # whatever else is stored leaves as float32


class WholeCheckpoints(TrainerCallback):
    """Marks a checkpoint once all of it lies on the disk, and only then lets older ones go."""

    def __init__(self, keep: int) -> None:
        self._keep = keep

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        PartialState().wait_for_everyone()  # each process has written its part
        if state.is_world_process_zero:
            os.sync()
            (Path(args.output_dir) / f"{FIRST}{state.global_step}" / MARK).touch()
            for old in _checkpoints(Path(args.output_dir))[: -self._keep]:
                (old / MARK).unlink(missing_ok=True)
                shutil.rmtree(old)


def last_whole(folder: Path) -> str | None:
    """The newest checkpoint that was finished, if any. Writes nothing, because all processes ask."""
    whole = [path for path in _checkpoints(folder) if (path / MARK).is_file()]
    return str(whole[-1]) if whole else None


def _checkpoints(folder: Path) -> list[Path]:
    """From the oldest to the newest; a copy under another name, such as checkpoint-50-good, is the user's."""
    numbered = [path for path in folder.glob(f"{FIRST}*") if path.name.removeprefix(FIRST).isdecimal()]
    return sorted(numbered, key=lambda path: int(path.name.removeprefix(FIRST)))


def export(trainer: Any, source: Path, folder: Path, format: str) -> Path:
    """The trained reasoner with the files it came with, and the format that it was trained in.

    It is written beside its place and renamed.

    Raises NotWritten. Every process calls it, because each may hold a part of the weights.
    """
    state = trainer.accelerator.get_state_dict(trainer.model_wrapped)
    if trainer.accelerator.is_main_process:
        network = _merged(trainer.accelerator.unwrap_model(trainer.model), state, source)
        try:
            _write(network, source, folder, format)
        except OSError as error:
            raise NotWritten(
                "{path} cannot be written: {reason}.", path=folder, reason=error.strerror or error
            ) from error
    trainer.accelerator.wait_for_everyone()
    return folder


def _merged(trained: Any, state: dict[str, Tensor], source: Path) -> Any:
    """The family's own class in float32 with what was learned; `trained` may lie in pieces elsewhere."""
    fresh = class_in(source).from_pretrained(
        source, dtype=torch.float32, local_files_only=True, use_safetensors=True
    )
    if not isinstance(trained, PeftModel):
        fresh.load_state_dict(state)
        return fresh
    adapted = get_peft_model(fresh, trained.peft_config["default"])
    set_peft_model_state_dict(adapted, get_peft_model_state_dict(trained, state_dict=state))
    return adapted.merge_and_unload()


def _write(network: Any, source: Path, folder: Path, format: str) -> None:
    new = _beside(folder, "new")
    shutil.rmtree(new, ignore_errors=True)
    network.to(stored_precision(source)).save_pretrained(new)
    for name in COMPANIONS:
        if (source / name).is_file():
            shutil.copy2(source / name, new / name)
    write_format(new, format)
    _forget_what_was_measured(new)
    os.sync()
    _exchange(new, folder)


def _forget_what_was_measured(folder: Path) -> None:
    """It was measured of other weights; what they were taught stays."""
    write_calibration(folder, None)
    if knows := read_knows(folder):
        write_knows(folder, replace(knows, figures={}))


def stored_precision(folder: Path) -> torch.dtype:
    return PRECISIONS.get(stored_type(folder), torch.float32)


def _beside(folder: Path, name: str) -> Path:
    """What a kill has left there is replaced by the next run; no name that a user would give a backup."""
    return folder.with_name(f".askmap-{folder.name}.{name}")


def _exchange(new: Path, folder: Path) -> None:
    old = _beside(folder, "old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(new, folder)
    shutil.rmtree(old, ignore_errors=True)
