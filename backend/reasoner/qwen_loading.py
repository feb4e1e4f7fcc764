"""A folder to a QwenReasoner: config, weights and tokenizer are checked against each other first."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from transformers import GenerationConfig
from transformers.utils import logging

from ..errors import BadQuestion, ModelBroken, ModelUnsupported
from ..formats import QUESTION
from ..message import Message
from ..models.adapter import Adapter, digest_over, read_adapter
from ..models.askmap_json import Calibration, read_calibration, read_ours
from ..models.config_json import QUANTIZATION, check_config
from ..models.device import check_room, chosen_dtype, dtype_for, memory_of
from ..models.loading_watch import counted
from ..models.network_check import UNREADABLE, check_count, check_finite, check_shapes
from ..models.quantization import (
    Quantization,
    bytes_at_work,
    cannot_compute,
    check_packed_folder,
    check_quantization,
    quantization_of,
)
from ..models.weights import (
    digest,
    headers,
    is_file,
    model_name,
    parameters,
    read_json,
    stored_type,
)
from ..stages import Question
from .lora import add_adapter
from .preprocessing import Preparation
from .qwen import NETWORKS, Decoding, QwenReasoner, without_bars

LAYER = re.compile(r"\.(layers|blocks)\.\d+\.")  # in the name of a weight
MOST_ENDS = 100  # tokens that a folder may end an answer with
SPECK = np.zeros((1, 1, 3), np.uint8)  # the picture that a model is tried out with


def load_reasoner(
    folder: Path,
    device: torch.device,
    format: str = "auto",
    decoding: Decoding | None = None,
    base: Path | None = None,
    dtype: str = "auto",
) -> QwenReasoner:
    """Of a model's folder, or of an adapter's over its `base`; reads nothing else.

    DeviceMissing, ModelMissing, ModelBroken, ModelUnsupported or OutOfMemory.
    """
    chosen = chosen_dtype(dtype, device)
    model, adapter = (base, read_adapter(folder)) if base else (folder, None)
    config = check_packed_folder(model, NETWORKS)
    packed = quantization_of(config, model)
    if packed:
        _check_packed(packed, device, model, adapter)
    preparation = Preparation.from_folder(model, format, folder if adapter else None)
    computed = chosen or dtype_for(device, stored_type(model), parameters(model))
    needed = _needed(model, config, computed.itemsize, packed)
    check_room(needed, device, Message("The model in {folder}", folder=model), computed)
    described = network_config(model, config)
    with memory_of(device, Message("The reasoner")):
        network = _load(model, described, device, computed)
        if adapter:
            add_adapter(network, adapter)
        network = network if packed else network.to(device)
        check_finite(network.named_parameters(), model)
    _check_tokenizer(network, preparation, model)
    reasoner = QwenReasoner(
        model_name(folder),
        digest_over(adapter, model) if adapter else digest(model),
        network,
        preparation,
        decoding or Decoding(),
        _calibration(folder, format, preparation),
    )
    _try_out(reasoner, model)
    return reasoner


def _check_packed(packed: Quantization, device: torch.device, folder: Path, adapter: Adapter | None) -> None:
    check_quantization(packed, device.type, folder)
    if adapter:
        raise ModelUnsupported(
            "The adapter in {adapter} would change the weights of {folder}, which are quantized.",
            "Fetch the model's unquantized folder: the adapter finds it.",
            adapter=adapter.folder,
            folder=folder,
        )


def _needed(folder: Path, config: dict[str, Any], number_bytes: int, packed: Quantization | None) -> int:
    """Bytes of memory; of whole weights they are known before a network is thought of."""
    if packed is None:
        return parameters(folder) * number_bytes
    described = network_config(folder, config)
    with torch.device("meta"):
        numbers = sum(weight.numel() for weight in NETWORKS[described.model_type](described).parameters())
    return bytes_at_work(folder, number_bytes, numbers, packed)


def _calibration(folder: Path, format: str, preparation: Preparation) -> Calibration | None:
    """None where the model is asked in another format than the one that its likelihoods were fitted in."""
    as_its_own = format == "auto" or read_ours(folder / "askmap.json").get("format") == preparation.format
    return read_calibration(folder) if as_its_own else None


def network_config(folder: Path, config: dict[str, Any]) -> Any:
    """The configuration of a network whose sizes are those of the weights; it costs no memory to see that."""
    kind, packed = NETWORKS[config["model_type"]], config.get(QUANTIZATION)
    check = check_count if packed else check_shapes
    try:
        whole = {key: value for key, value in config.items() if key != QUANTIZATION}
        described = kind.config_class.from_dict(check_config(whole, folder))
        with torch.device("meta"):
            check(kind(described), headers(folder).values(), folder)
        if packed:
            described.quantization_config = packed
    except UNREADABLE as error:
        raise ModelBroken(
            "The config.json in {folder} does not describe its weights.", folder=folder
        ) from error
    return described


def end_tokens(folder: Path, described: Any) -> list[int]:
    """The tokens that end an answer: of generation_config.json, all of which that is read."""
    file = folder / "generation_config.json"
    settings = read_json(file) if is_file(file) else {}
    found = settings.get("eos_token_id", getattr(described.get_text_config(), "eos_token_id", None))
    listed = found if isinstance(found, list) else [] if found is None else [found]
    if len(listed) > MOST_ENDS or not all(type(number) is int and number >= 0 for number in listed):
        raise ModelBroken("The file {file} names no valid tokens as «eos_token_id».", file=file)
    return listed


def _try_out(reasoner: QwenReasoner, folder: Path) -> None:
    """The first word about a speck: what config.json says beside the sizes shows only in use."""
    preparation = reasoner.preparation
    small = replace(preparation, side_px=preparation.patch_px * preparation.merge, template=QUESTION)
    try:
        with memory_of(reasoner.network.device, Message("The reasoner")):
            next(replace(reasoner, preparation=small).tokens(SPECK, Question("?")), None)
    except (BadQuestion, *UNREADABLE) as error:
        if hasattr(reasoner.network.config, QUANTIZATION):  # some kernels want layers of certain sizes
            raise cannot_compute(reasoner.network.device.type, folder) from error
        raise ModelBroken(
            "The config.json in {folder} does not describe its weights.", folder=folder
        ) from error


@contextmanager
def _weights_counted() -> Iterator[None]:
    """transformers shows a bar for the weights: what it counts there is how far the loading is."""

    def count(bar: Callable[..., Any], arguments: tuple[Any, ...], options: dict[str, Any]) -> Any:
        items = arguments[0] if arguments else None
        return counted(items, len(items)) if isinstance(items, Collection) else bar(*arguments, **options)

    before = logging.set_tqdm_hook(count)
    try:
        yield
    finally:
        logging.set_tqdm_hook(before)


def _load(folder: Path, described: Any, device: torch.device, dtype: torch.dtype) -> Any:
    """Still on the CPU, but for packed weights, which cannot be moved."""
    placed = {"device_map": {"": device}} if hasattr(described, QUANTIZATION) else {}
    try:
        with without_bars(), _weights_counted(), memory_of(device, Message("The reasoner")):
            network, found = NETWORKS[described.model_type].from_pretrained(
                folder,
                config=described,
                generation_config=GenerationConfig.from_dict({"eos_token_id": end_tokens(folder, described)}),
                dtype=dtype,
                attn_implementation="sdpa",
                local_files_only=True,
                use_safetensors=True,
                ignore_mismatched_sizes=True,  # told of below, in one sentence
                output_loading_info=True,
                **placed,
            )
    except UNREADABLE as error:
        raise ModelBroken(
            "The config.json in {folder} does not describe its weights.", folder=folder
        ) from error
    left_over = [name for name in found["unexpected_keys"] if LAYER.search(name)]
    if found["missing_keys"] or found["mismatched_keys"] or left_over:
        raise ModelBroken("The weights in {folder} do not fit its config.json.", folder=folder)
    return network.eval().requires_grad_(False)


def _check_tokenizer(network: Any, preparation: Preparation, folder: Path) -> None:
    """A tokenizer of another model would give words that are not there, or no image at all."""
    words = network.get_input_embeddings().weight.shape[0]
    known = max(preparation.tokenizer.get_vocab(with_added_tokens=True).values())
    if known >= words or preparation.token("<|image_pad|>") != network.config.image_token_id:
        raise ModelBroken(
            "The tokenizer.json in {folder} does not fit the model's config.json.", folder=folder
        )
