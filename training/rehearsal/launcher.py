"""Which launcher a recipe is meant for, and whether what a run needs is there before anything is loaded.

    recipe                            launcher
    one process                       none: askmap train RECIPE
    several, all weights learn        accelerate with fsdp2.yaml: they are shared out, with AdamW's moments
    several, adapters alone learn     accelerate with ddp.yaml: each GPU holds the whole reasoner

zero3.yaml shares out as fsdp2.yaml does, by DeepSpeed, which is to be installed besides.
"""

from __future__ import annotations

import os
import shlex
import shutil
import socket
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit

import torch

from ...backend.errors import AskMapError, MissingPackage
from ...backend.message import Message
from ...backend.models.weights import parameters
from ..recipe_file import BadRecipe
from ..rl.recipe import PrimeRecipe
from ..trained import trained_config
from .memory import MemorySettings, estimate

LAUNCH = Path(__file__).parents[1] / "launch"
SHARED, WHOLE = "fsdp2.yaml", "ddp.yaml"
MODULE = "askmap.training.prime"
SMALL = 50_000_000  # parameters that take a step within seconds, also on a CPU; `pocket` has 2 million
SERVER_WAIT_S = 5.0  # for a vLLM server to take the call
SHARES = ("ACCELERATE_USE_FSDP", "ACCELERATE_USE_DEEPSPEED")  # accelerate's own, for what it starts


class NotStartable(AskMapError):
    hint = "See «several GPUs» in README.md."


@dataclass(frozen=True)
class Machine:
    """The GPUs and processes that a run would have here and now."""

    gpus: int  # that this process sees
    processes: int  # that were started together
    shares: bool  # they share out what stands (FSDP, DeepSpeed)
    gpu_bytes: int = 0  # memory of one GPU

    @classmethod
    def here(cls, environment: Mapping[str, str] = os.environ) -> Machine:
        """Of this process, from the environment that its launcher has set."""
        gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
        return cls(
            gpus=gpus,
            processes=int(environment.get("WORLD_SIZE", "1")),
            shares=any(environment.get(name, "").lower() in ("1", "true") for name in SHARES),
            gpu_bytes=torch.cuda.get_device_properties(0).total_memory if gpus else 0,
        )


def launcher_of(recipe: PrimeRecipe) -> str:
    """The name of a file in training/launch/; "" where one process does it."""
    if recipe.processes == 1:
        return ""
    return WHOLE if recipe.lora.rank else SHARED


def start_of(recipe: PrimeRecipe, arguments: Sequence[str]) -> str:
    """The command of a run."""
    if launcher_of(recipe):
        return command_for(recipe, arguments)
    return shlex.join(["askmap", "train", *arguments])


def command_for(recipe: PrimeRecipe, arguments: Sequence[str], processes: int = 0) -> str:
    """What to type; `arguments` are those of `askmap train`."""
    config = launcher_of(recipe) or WHOLE
    count = processes or recipe.processes
    start = [
        *_accelerate(),
        "launch",
        "--config_file",
        _short(LAUNCH / config),
        "--num_processes",
        str(count),
    ]
    return shlex.join([*start, "-m", MODULE, *arguments])


def check_startable(recipe: PrimeRecipe, arguments: Sequence[str], machine: Machine) -> None:
    """Raises NotStartable, MissingPackage or BadRecipe with what to do; loads nothing."""
    if recipe.processes > machine.processes == 1:
        raise NotStartable(
            "The recipe is meant for {processes} processes, one a GPU, and this is a single one.",
            Message(
                "Type: {command} (or set «processes» in a recipe of your own).",
                command=command_for(recipe, arguments),
            ),
            processes=recipe.processes,
        )
    if recipe.bf16 and not machine.gpus and not _is_small(recipe):
        raise NotStartable(
            "The recipe trains in bf16 on a GPU with CUDA, and there is none here.",
            "Run it where there is one, or set «bf16» to false in your recipe; --dry-run works here too.",
        )
    if machine.processes == 1 and machine.gpus > 1:
        raise NotStartable(
            "A single process can train on one GPU only, and sees {gpus}.",
            Message(
                "Type: {command} (or show it one: CUDA_VISIBLE_DEVICES=0).",
                command=command_for(recipe, arguments, machine.gpus),
            ),
            gpus=machine.gpus,
        )
    if launcher_of(recipe) == SHARED and not machine.shares and _whole_bytes(recipe) > machine.gpu_bytes > 0:
        raise NotStartable(
            "This launcher puts all weights and what they learn with onto each GPU, where they do not fit.",
            Message("Type: {command}", command=command_for(recipe, arguments)),
        )
    if recipe.vllm:
        check_vllm(recipe, machine)


def check_packages(recipe: PrimeRecipe) -> None:
    """Raises MissingPackage."""
    if recipe.vllm and find_spec("vllm") is None:
        raise MissingPackage(
            "The recipe samples through vLLM, which is not installed.",
            "Install vllm, or take «vllm» out of the recipe.",
        )


def check_vllm(recipe: PrimeRecipe, machine: Machine) -> None:
    """Raises NotStartable, MissingPackage or BadRecipe."""
    check_packages(recipe)
    if not machine.gpus:
        raise NotStartable(
            "vLLM needs a GPU with CUDA, and there is none here.", "Run it where there is one."
        )
    if recipe.vllm == "server" and not _answers(recipe.vllm_server):
        raise NotStartable(
            "No vLLM server answers at {vllm_server}.",
            Message(
                "Type on a GPU of its own: trl vllm-serve --model {reasoner}",
                reasoner=shlex.quote(recipe.reasoner),
            ),
            vllm_server=recipe.vllm_server,
        )


def _is_small(recipe: PrimeRecipe) -> bool:
    """False also where its folder cannot be read: that is not the first thing to mend."""
    folder = Path(recipe.reasoner)
    try:
        trained_config(folder)
        return parameters(folder) < SMALL
    except AskMapError:
        return False


def _whole_bytes(recipe: PrimeRecipe) -> int:
    """Of what stands on a GPU that shares nothing."""
    config = trained_config(Path(recipe.reasoner))
    reference = recipe.kl > 0 and not recipe.imitates
    settings = MemorySettings(lora_rank=recipe.lora.rank, reference=reference, segmenter_parameters=0)
    return sum(estimate(config, settings).standing.values())


def _answers(address: str) -> bool:
    """Whether something takes the call; BadRecipe where nothing can be called by that address."""
    try:
        url = urlsplit(address)
        host, port = url.hostname, url.port or (443 if url.scheme == "https" else 80)
    except ValueError:  # a port that is no number
        host, port = None, 0
    if host is None:
        raise BadRecipe(
            "«vllm_server» is {address}, but it should be like http://127.0.0.1:8000.", address=repr(address)
        )
    try:
        socket.create_connection((host, port), SERVER_WAIT_S).close()
    except OSError:
        return False
    return True


def _accelerate() -> list[str]:
    """As the user's shell finds it; beside this Python where it does not."""
    if shutil.which("accelerate"):
        return ["accelerate"]
    beside = Path(sys.executable).with_name("accelerate")
    if beside.is_file():
        return [_short(beside)]
    return [_short(Path(sys.executable)), "-m", "accelerate.commands.accelerate_cli"]


def _short(path: Path) -> str:
    """As seen from where the user stands, where it lies below."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)
