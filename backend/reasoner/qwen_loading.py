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

from ..errors import BadQuestion, ModelBroken
from ..formats import QUESTION
from ..message import Message
from ..models.askmap_json import Calibration, read_calibration, read_ours
from ..models.config_json import check_config
from ..models.device import check_room, dtype_on, memory_of
from ..models.loading_watch import counted
from ..models.network_check import UNREADABLE, check_finite, check_shapes
from ..models.weights import check_folder, digest, headers, is_file, model_name, parameters, read_json
from ..stages import Question
from .preprocessing import Preparation
from .qwen import NETWORKS, Decoding, QwenReasoner, without_bars

LAYER = re.compile(r"\.(layers|blocks)\.\d+\.")  # in the name of a weight
MOST_ENDS = 100  # tokens that a folder may end an answer with
SPECK = np.zeros((1, 1, 3), np.uint8)  # the picture that a model is tried out with


def load_reasoner(
    folder: Path, device: torch.device, format: str = "auto", decoding: Decoding | None = None
) -> QwenReasoner:
    """Reads nothing but the folder: ModelMissing, ModelBroken, ModelUnsupported or OutOfMemory."""
    config = check_folder(folder, NETWORKS)
    preparation = Preparation.from_folder(folder, format)
    check_room(
        parameters(folder) * dtype_on(device).itemsize,
        device,
        Message("The model in {folder}", folder=folder),
    )
    described = network_config(folder, config)
    with memory_of(device, Message("The reasoner")):
        network = _load(folder, described, device).to(device)
        check_finite(network.named_parameters(), folder)
    _check_tokenizer(network, preparation, folder)
    reasoner = QwenReasoner(
        model_name(folder),
        digest(folder),
        network,
        preparation,
        decoding or Decoding(),
        _calibration(folder, format, preparation),
    )
    _try_out(reasoner, folder)
    return reasoner


def _calibration(folder: Path, format: str, preparation: Preparation) -> Calibration | None:
    """None where the model is asked in another format than the one that its likelihoods were fitted in."""
    as_its_own = format == "auto" or read_ours(folder / "askmap.json").get("format") == preparation.format
    return read_calibration(folder) if as_its_own else None


def network_config(folder: Path, config: dict[str, Any]) -> Any:
    """The configuration of a network whose sizes are those of the weights; it costs no memory to see that."""
    kind = NETWORKS[config["model_type"]]
    try:
        described = kind.config_class.from_dict(check_config(config, folder))
        with torch.device("meta"):
            check_shapes(kind(described), headers(folder).values(), folder)
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


def _load(folder: Path, described: Any, device: torch.device) -> Any:
    """Still on the CPU, in the precision of the device."""
    try:
        with without_bars(), _weights_counted(), memory_of(device, Message("The reasoner")):
            network, found = NETWORKS[described.model_type].from_pretrained(
                folder,
                config=described,
                generation_config=GenerationConfig.from_dict({"eos_token_id": end_tokens(folder, described)}),
                dtype=dtype_on(device),
                attn_implementation="sdpa",
                local_files_only=True,
                use_safetensors=True,
                ignore_mismatched_sizes=True,  # told of below, in one sentence
                output_loading_info=True,
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
