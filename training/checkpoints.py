"""Checkpoints that a power cut cannot spoil, and the folder that a run ends with."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import torch
from transformers import TrainerCallback

MARK = "whole"  # an empty file, written after everything else of a checkpoint
FIRST = "checkpoint-"  # as transformers names them
WORDS = (
    "tokenizer.json", "tokenizer_config.json", "preprocessor_config.json", "chat_template.jinja", "vocab.json",
    "merges.txt", "askmap.json", "prompt.txt",
)  # fmt: skip


class WholeCheckpoints(TrainerCallback):  # type: ignore[misc]
    """Marks a checkpoint once all of it lies on the disk."""

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:
        if state.is_world_process_zero:
            (Path(args.output_dir) / f"{FIRST}{state.global_step}" / MARK).touch()


def last_whole(folder: Path) -> str | None:
    """The newest checkpoint that was finished; None where there is none. Halves of others are removed."""
    found = sorted(folder.glob(f"{FIRST}*"), key=lambda path: int(path.name.removeprefix(FIRST)))
    for path in found:
        if not (path / MARK).is_file():
            shutil.rmtree(path)
    whole = [path for path in found if path.is_dir()]
    return str(whole[-1]) if whole else None


def export(trainer: Any, source: Path, folder: Path) -> Path:
    """The trained reasoner with the files it came with; written beside its place and renamed."""
    state = trainer.accelerator.get_state_dict(trainer.model)
    network = trainer.accelerator.unwrap_model(trainer.model)
    if trainer.accelerator.is_main_process:
        new = folder.with_name(folder.name + ".new")
        shutil.rmtree(new, ignore_errors=True)
        _merged(network, state).save_pretrained(new)
        for name in WORDS:
            if (source / name).is_file():
                shutil.copy2(source / name, new / name)
        _exchange(new, folder)
    trainer.accelerator.wait_for_everyone()
    return folder


def _merged(network: Any, state: dict[str, torch.Tensor]) -> Any:
    """The family's own class, adapters worked into its weights, in the precision it was stored in."""
    if hasattr(network, "merge_and_unload"):
        return network.merge_and_unload().to(_stored(network.config))
    network.load_state_dict(state)
    return network.to(_stored(network.config))


def _stored(config: Any) -> torch.dtype:
    """fp32 masters leave a run as bf16, but where they came in fp16 or fp32."""
    named = getattr(config, "stored_dtype", None)
    return getattr(torch, named) if named else torch.float32


def _exchange(new: Path, folder: Path) -> None:
    old = folder.with_name(folder.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if folder.exists():
        os.replace(folder, old)
    os.replace(new, folder)
    shutil.rmtree(old, ignore_errors=True)
