"""Where the networks compute, in which precision, and whether they fit there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

from ..errors import DeviceMissing, OutOfMemory
from ..message import Message
from .system_memory import all_here, free_here

HEADROOM = 1.2  # activations and cache beside the weights; an estimate for one picture and its answer

# What torch writes in a plain RuntimeError where it has no OutOfMemoryError: on the CPU, and on Apple's GPU
_NO_MEMORY = ("can't allocate memory", "not enough memory", "out of memory")


def choose_device(name: str = "auto") -> torch.device:
    """ "auto" = the first of CUDA, MPS and CPU that is there; DeviceMissing."""
    if name == "auto":
        return torch.device("cuda" if _has_cuda() else "mps" if _has_mps() else "cpu")
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceMissing("There is no device «{name}».", name=name) from error
    cuda = device.type == "cuda" and _has_cuda() and (device.index or 0) < torch.cuda.device_count()
    if not (cuda or device.type == "cpu" or (device.type == "mps" and _has_mps())):
        raise DeviceMissing("This computer has no device «{name}» that torch can use.", name=name)
    return device


def dtype_on(device: torch.device) -> torch.dtype:
    """bfloat16 as the models were trained, float16 where a GPU lacks it, float32 on the CPU."""
    if device.type == "cuda":
        return torch.bfloat16 if _has_bf16(device) else torch.float16
    return torch.float16 if device.type == "mps" else torch.float32


def chosen_dtype(name: str, device: torch.device) -> torch.dtype | None:
    """None = "auto", what dtype_for says; DeviceMissing where the device does not compute so."""
    if name == "auto":
        return None
    if name == "bfloat16" and not _has_bf16(device):
        raise DeviceMissing(
            "The device {device} does not compute in {dtype}.",
            "Choose the precision «auto» or «float32».",
            device=device,
            dtype=name,
        )
    return {"bfloat16": torch.bfloat16, "float32": torch.float32}[name]


def _has_bf16(device: torch.device) -> bool:
    """A processor without instructions for it computes so, too, though not faster."""
    if device.type == "cuda":
        with torch.cuda.device(device):
            return bool(torch.cuda.is_bf16_supported(False))
    if device.type == "mps":
        try:
            torch.zeros(1, dtype=torch.bfloat16, device=device)
        except (RuntimeError, TypeError):  # macOS before 14
            return False
    return True


def dtype_for(device: torch.device, stored: str, numbers: int) -> torch.dtype:
    """For so many weights that are stored as `stored`, a type of safetensors.

    As dtype_on; but what learned in bfloat16 computes so on a CPU, too, where it has instructions for that
    (the first word of 425 million weights came 1.9 times as fast), or where only half the memory is free.
    """
    usual = dtype_on(device)
    if device.type != "cpu" or stored != "BF16":
        return usual
    whole, free = numbers * usual.itemsize * HEADROOM, free_bytes(device)
    half_fits_alone = free is not None and whole / 2 <= free < whole
    return torch.bfloat16 if computes_in_bf16() or half_fits_alone else usual


def computes_in_bf16() -> bool:
    """Whether this processor has instructions for it; without them each number is widened first."""
    return bool(torch.cpu._is_avx512_bf16_supported() or torch.cpu._is_amx_tile_supported())


def described(device: torch.device) -> Message:
    """The device as the user knows it, with all the memory that it has: «cuda: NVIDIA H200, 150.1 GB»."""
    if device.type == "cuda":
        name, whole = torch.cuda.get_device_name(device), torch.cuda.mem_get_info(device)[1]
        return Message("{device}: {name}, {gb:.1f} GB", device=device, name=name, gb=whole / 1e9)
    if device.type == "mps":
        gb = torch.mps.recommended_max_memory() / 1e9
        return Message("{device}: {gb:.1f} GB", device=device, gb=gb)
    memory = all_here()
    return _processor(device, torch.get_num_threads(), memory / 1e9 if memory else None)


def _processor(device: torch.device, threads: int, gb: float | None) -> Message:
    if gb is None:
        if threads == 1:
            return Message("{device}: 1 thread", device=device)
        return Message("{device}: {threads} threads", device=device, threads=threads)
    if threads == 1:
        return Message("{device}: 1 thread, {gb:.1f} GB", device=device, gb=gb)
    return Message("{device}: {threads} threads, {gb:.1f} GB", device=device, threads=threads, gb=gb)


def check_room(needed: int, device: torch.device, what: Message, dtype: torch.dtype | None = None) -> None:
    """OutOfMemory when `needed` bytes of weights will not fit; no-op where the free memory is unknown.

    The hint counts in `dtype`, or in what the device usually computes in.
    """
    free = free_bytes(device)
    if free is not None and needed * HEADROOM > free:
        raise OutOfMemory(
            "{what} needs {needed:,.1f} GB, and {free:,.1f} GB are free on {device}.",
            Message(
                "A model of at most {billions:.1f} billion parameters would fit.",
                billions=free / HEADROOM / (dtype or dtype_on(device)).itemsize / 1e9,
            ),
            what=what,
            needed=needed * HEADROOM / 1e9,
            free=free / 1e9,
            device=device,
        )


def free_bytes(device: torch.device) -> int | None:
    """What can still be taken; None where the system does not say."""
    if device.type == "cuda":
        torch.cuda.empty_cache()  # an engine that was unloaded leaves its memory with torch
        return torch.cuda.mem_get_info(device)[0]
    if device.type == "mps":
        return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
    return free_here()


@contextmanager
def memory_of(device: torch.device, what: Message) -> Iterator[None]:
    """Torch's ways of saying that memory ran out, as OutOfMemory."""
    try:
        yield
    except RuntimeError as error:  # torch.OutOfMemoryError is one
        if isinstance(error, torch.OutOfMemoryError) or any(phrase in str(error) for phrase in _NO_MEMORY):
            raise OutOfMemory(
                "{what} did not fit into the memory of {device}.", what=what, device=device
            ) from error
        raise


def _has_cuda() -> bool:
    return bool(torch.cuda.is_available())


def _has_mps() -> bool:
    return bool(torch.backends.mps.is_available())
