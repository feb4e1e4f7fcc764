"""Supervised warm-up of the bundled pair: `askmap warmup recipes/pocket-segmenter-1.toml`.

Every batch follows from the recipe and the number of the step alone, so a run that was killed goes on from
its last checkpoint as if nothing had happened. A folder is of one recipe: run_folder.py says which keys may
change before a run goes on.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import NamedTuple, Protocol, cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.utils.data import DataLoader, Dataset

from ...backend.reasoner.preprocessing import Preparation
from ...backend.reasoner.qwen import without_bars
from ..options import counted, run_command
from ..real.stock import stock
from ..recipe_file import BadRecipe, read_as
from ..run_folder import run_in
from . import networks, reasoner, segmenter
from .batches import AskedViews
from .grow import CHECKPOINT, WEIGHTS, carry_over, widened
from .recipe import Recipe
from .sharing import ALONE, Share, shared_out
from .sizes import SIZES
from .taught import TaughtViews
from .tokenizer import new_tokenizer, spoken_texts
from .words import HeardWords, WordVectors, heard_only, with_words

Loss = Callable[..., tuple[Tensor, dict[str, float]]]


class Batches(Protocol):
    def __len__(self) -> int: ...

    def __getitem__(self, step: int) -> dict[str, Tensor]: ...


class Parts(NamedTuple):
    network: nn.Module
    batches: Batches
    loss: Loss


LOG = "log.jsonl"
WEIGHT_DECAY = 0.02
MUON_GAIN = 2.0  # its learning rate against AdamW's
GRADIENT_NORM = 1.0  # longer gradients are shortened to it
REPORT_EVERY = 25  # steps


@dataclass(frozen=True)
class Hardware:
    """Where a run computes; what it learns is the same everywhere, up to rounding."""

    device: str = "cpu"
    makers: int = 1  # processes that make batches


def warm_up(recipe: Recipe, out: Path, hardware: Hardware = Hardware()) -> nn.Module:  # noqa: B008
    """Train, or go on training, what the recipe names; the network it ends with is saved in `out`.

    Raises NotWritten where `out` holds what another recipe has made, or another run is in it.
    """
    with (
        run_in(out, recipe, made=(CHECKPOINT, LOG, f"model/{WEIGHTS}")),
        shared_out(hardware.device) as share,
    ):
        return _run(recipe, out, hardware, share)


def _run(recipe: Recipe, out: Path, hardware: Hardware, share: Share) -> nn.Module:
    network, batches, loss = (
        segmenter_parts(recipe, share)
        if recipe.part == "segmenter"
        else reasoner_parts(recipe, out / "model", share)
    )
    network.to(hardware.device)
    optimizers = _optimizers(network, recipe)
    step, began = _resume(out, network, optimizers), time.monotonic()
    log = _Log(out / LOG, recipe.steps)
    for batch in _from_step(batches, step, hardware.makers):
        for optimizer in optimizers:
            optimizer.param_groups[0]["lr"] = optimizer.defaults["lr"] * _share_of_rate(recipe, step)
        terms = learn(network, optimizers, loss, batch, share)
        step += 1
        if not share.is_first:
            continue
        log.add(step, terms, time.monotonic() - began)
        if step % recipe.save_every == 0 or step == recipe.steps:
            _save(out, step, network, optimizers)
    return network


def _open_sets(recipe: Recipe) -> None:
    """Before any batch is made: a fault of the folder is told at once, and its files are read once."""
    if recipe.real:
        stock(Path(recipe.sets), "train")
    if recipe.taught:
        TaughtViews(Path(recipe.teacher))


def segmenter_parts(recipe: Recipe, share: Share = ALONE) -> Parts:
    _open_sets(recipe)
    if recipe.tiles and not Path(recipe.tiles).is_dir():
        raise BadRecipe("«tiles» is {tiles}, but there is no such folder.", tiles=repr(recipe.tiles))
    network = networks.new_segmenter(recipe.side_px, recipe.seed, recipe.channels)
    if recipe.start:  # its side may be another, and its channels half as many
        weights = load_file(_file_of_start(recipe, WEIGHTS))
        narrow = weights["mask_decoder.iou_token.weight"].shape[1]
        if recipe.channels not in (narrow, 2 * narrow):
            raise BadRecipe(
                "«channels» is {channels}, but «start» has {narrow}: that, or twice as many.",
                channels=recipe.channels,
                narrow=narrow,
            )
        network.load_state_dict(widened(weights, network.state_dict()))
    loss = segmenter.loss_with_clicks if recipe.clicks else segmenter.loss
    return Parts(network.train(), segmenter.PromptedMasks(recipe, share), loss)


def reasoner_parts(recipe: Recipe, folder: Path, share: Share = ALONE) -> Parts:
    _open_sets(recipe)
    size = SIZES[recipe.size]
    vectors = WordVectors.read(Path(recipe.vectors)) if recipe.vectors else None
    if share.is_first and not (folder / "tokenizer.json").is_file():
        tokenizer = new_tokenizer(real=bool(recipe.sets))
        if vectors:
            tokenizer = with_words(tokenizer, vectors.frequent(), spoken_texts())
        networks.lay_out(folder, tokenizer, size)
    share.wait()
    preparation = Preparation.from_folder(folder)
    network = reasoner.WarmReasoner(preparation, size, recipe.seed)
    if recipe.start:
        carry_over(_folder_of_start(recipe), preparation, network, vectors)
    words = _heard(preparation, vectors) if vectors else HeardWords()
    network.keep_words(words.tokens)
    network.keep(recipe.learns)
    batches = AskedViews(recipe, preparation, size, share, words)
    return Parts(network.train(), batches, reasoner.loss)


def _heard(preparation: Preparation, vectors: WordVectors) -> HeardWords:
    tokens = heard_only(preparation.tokenizer, vectors, spoken_texts())
    return HeardWords(tuple(sorted(tokens)), tuple(vectors.far_words()))


def _file_of_start(recipe: Recipe, name: str) -> Path:
    """A file of the run to begin from."""
    file = Path(recipe.start) / name
    if not file.is_file():
        raise BadRecipe("«start» is {start}, but there is no {file}.", start=repr(recipe.start), file=file)
    return file


def _folder_of_start(recipe: Recipe) -> Path:
    """Of the run, or of the reasoner alone, to begin from."""
    if (Path(recipe.start) / CHECKPOINT).is_file():
        return Path(recipe.start)
    return _file_of_start(recipe, WEIGHTS).parent


def _optimizers(network: nn.Module, recipe: Recipe) -> list[torch.optim.Optimizer]:
    """Muon (arXiv:2502.16982) for hidden matrices, AdamW for the rest, at rates in a fixed proportion."""
    learning = {name: p for name, p in network.named_parameters() if p.requires_grad}
    hidden = [p for name, p in learning.items() if _is_hidden(name, p)]
    rest = [p for name, p in learning.items() if not _is_hidden(name, p)]
    adam = torch.optim.AdamW(rest, recipe.learning_rate, (0.9, 0.98), weight_decay=WEIGHT_DECAY)
    if not hidden:
        return [adam]
    muon = torch.optim.Muon(
        hidden, MUON_GAIN * recipe.learning_rate, weight_decay=WEIGHT_DECAY, adjust_lr_fn="match_rms_adamw"
    )
    return [adam, muon]


def _is_hidden(name: str, weights: Tensor) -> bool:
    return weights.ndim == 2 and (".blocks." in name or ".layers." in name)


def _from_step(batches: Batches, step: int, makers: int) -> Iterator[dict[str, Tensor]]:
    """Batches from `step` on, in their order, made by processes beside this one."""
    rest, rows = range(step, len(batches)), cast(Dataset[dict[str, Tensor]], batches)
    return iter(DataLoader(rows, batch_size=None, sampler=rest, num_workers=makers, prefetch_factor=4))


def learn(
    network: nn.Module,
    optimizers: list[torch.optim.Optimizer],
    loss: Loss,
    batch: dict[str, Tensor],
    share: Share = ALONE,
) -> dict[str, float]:
    """One step; the terms of the loss on this process's part of the batch."""
    device = next(network.parameters()).device
    batch = {name: tensor.to(device) for name, tensor in batch.items()}
    with torch.autocast(device.type, torch.bfloat16):  # 1.5 times as fast where the processor has bf16
        total, terms = loss(network, batch)
    network.zero_grad(set_to_none=True)
    total.backward()  # type: ignore[no-untyped-call]
    share.average(network)
    nn.utils.clip_grad_norm_(network.parameters(), GRADIENT_NORM)
    for optimizer in optimizers:
        optimizer.step()
    return {"loss": total.item(), **terms}


def _share_of_rate(recipe: Recipe, step: int) -> float:
    """Up in a line, down in half a cosine to a hundredth."""
    rising = min(1.0, (step + 1) / recipe.warm_steps)
    falling = 0.505 + 0.495 * math.cos(math.pi * step / recipe.steps)
    return rising * falling


def _resume(out: Path, network: nn.Module, optimizers: list[torch.optim.Optimizer]) -> int:
    """The number of steps already done; 0 where no checkpoint is."""
    path = out / CHECKPOINT
    if not path.is_file():
        return 0
    saved = torch.load(path, map_location=next(network.parameters()).device, weights_only=True)
    network.load_state_dict(saved["network"])
    for optimizer, state in zip(optimizers, saved["optimizers"], strict=True):
        optimizer.load_state_dict(state)
    return int(saved["step"])


def _save(out: Path, step: int, network: nn.Module, optimizers: list[torch.optim.Optimizer]) -> None:
    """Written beside its place and renamed, so that a power cut leaves the older one."""
    states = [optimizer.state_dict() for optimizer in optimizers]
    state = {"step": step, "network": network.state_dict(), "optimizers": states}
    torch.save(state, out / "checkpoint.new")
    os.replace(out / "checkpoint.new", out / CHECKPOINT)
    if isinstance(network, reasoner.WarmReasoner):
        network.reasoner.save_pretrained(out / "model")  # beside what networks.lay_out wrote
    else:
        network.save_pretrained(out / "model")  # type: ignore[operator]
        (out / "model" / "askmap.json").write_text(json.dumps(asdict(segmenter.POSTPROCESSING)))


class _Log:
    """The mean of every term over the last steps: a line on the screen, a line of JSON in the file."""

    def __init__(self, path: Path, steps: int) -> None:
        self._path, self._steps = path, steps
        self._rows: list[dict[str, float]] = []

    def add(self, step: int, terms: dict[str, float], seconds: float) -> None:
        self._rows.append(terms)
        if step % REPORT_EVERY and step != self._steps:
            return
        means = {k: sum(row.get(k, 0.0) for row in self._rows) / len(self._rows) for k in terms}
        line = {"step": step, "seconds": round(seconds, 1), **{k: round(v, 4) for k, v in means.items()}}
        self._rows.clear()
        with self._path.open("a", encoding="utf-8") as log:
            log.write(json.dumps(line) + "\n")
        print(" ".join(f"{k} {v}" for k, v in line.items()), flush=True)


def _recipe_path(recipe: Path) -> Path:
    """The user's file, else ours of that name."""
    ours = Path(__file__).parents[1] / recipe
    return ours if ours.is_file() and not recipe.is_file() else recipe


@without_bars()
def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="askmap warmup", description=__doc__)
    parser.add_argument("recipe", type=Path, help="a file, or one of recipes/*.toml, which come with AskMap")
    parser.add_argument(
        "--out", type=Path, help="folder of checkpoint, log and model; runs/RECIPE if not said"
    )
    parser.add_argument("--threads", type=counted, default=1, help="torch's threads; more are seldom faster")
    parser.add_argument("--device", choices=("cpu", "cuda"), default="cpu", help="where to compute")
    parser.add_argument("--makers", type=counted, default=1, help="processes that make batches")
    arguments = parser.parse_args(argv)
    torch.set_num_threads(arguments.threads)
    out = arguments.out or Path("runs") / arguments.recipe.stem
    hardware = Hardware(arguments.device, arguments.makers)
    return run_command(lambda: warm_up(read_as(Recipe, _recipe_path(arguments.recipe)), out, hardware))


if __name__ == "__main__":
    sys.exit(main())
