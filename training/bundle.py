"""A trained folder to what is bundled: weights in half precision, nothing that only training needs.

python -m askmap.training.bundle runs/pocket-reasoner/model resources/pocket/reasoner
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

KEPT = ("config.json", "generation_config.json", "tokenizer.json", "askmap.json", "prompt.txt")


def bundle(trained: Path, out: Path) -> None:
    """Half precision halves the download; on the CPU it is read back into single precision."""
    out.mkdir(parents=True, exist_ok=True)
    for name in KEPT:
        if (trained / name).is_file():
            shutil.copyfile(trained / name, out / name)
    weights = load_file(trained / "model.safetensors")
    halves = {name: _half(tensor) for name, tensor in weights.items()}
    save_file(halves, out / "model.safetensors", metadata={"format": "pt"})
    (out / "model.safetensors").chmod(0o644)


def _half(tensor: torch.Tensor) -> torch.Tensor:
    return tensor.half() if tensor.is_floating_point() else tensor


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m askmap.training.bundle", description=__doc__)
    parser.add_argument("trained", type=Path)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    bundle(arguments.trained, arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
