"""A rehearsal: checks what a run needs, and estimates its memory and time; nothing is written.

    askmap train RECIPE.toml --dry-run

Settings and folders come first, because they are quick, then every sample, then the estimates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import torch
from rich.console import Console
from rich.table import Table

from ...backend.errors import ModelMissing
from ...backend.models.weights import check_folder, parameters
from ...backend.reasoner.preprocessing import Preparation
from ...backend.segmenter.transformers_network import MODEL_TYPES
from ...backend.stages import Question
from ...backend.terminal import print_line
from ...backend.validation import shown
from ..data.samples import BadData, LazySamples, Sample, Samples, joined
from ..data.truth import known_by, true_targets
from ..evaluation.asking import spread
from ..rewards.ideal_answer import Unwritable, ideal_answer
from ..rl.recipe import PrimeRecipe
from ..rl.run import open_source
from ..sample_sets import MOST_FAULTS, faults
from ..trained import trained_config
from .launcher import SHARED, SMALL, WHOLE, check_packages, launcher_of, start_of
from .memory import GIB, VLLM_WEIGHTS, MemoryEstimate, MemorySettings, estimate
from .step_time import StepTime, estimate_step_time, measure_step_time

LOOKED_AT = 32  # samples whose prompts are counted
META_BYTES = 4  # of a weight in Meta's .pt files


@dataclass(frozen=True)
class ReasonerFolder:
    """The reasoner's config and tokenizer; the weights stay on the disk."""

    config: Mapping[str, Any]
    preparation: Preparation


@dataclass(frozen=True)
class Lengths:
    """Tokens of the longest picture and of the longest text around it, among the samples that were read."""

    image: int
    prompt: int


def rehearse(recipe: PrimeRecipe, console: Console, arguments: Sequence[str] = ("RECIPE",)) -> None:
    """Raises what a run would end with: BadRecipe, BadData, MissingPackage or a Model... error.

    `arguments` are those of `askmap train`.
    """
    recipe.passes(recipe.processes)
    check_packages(recipe)
    reasoner, judge = _reasoner(recipe), _segmenter_parameters(recipe)
    samples = check_samples(recipe, reasoner.preparation.format, console)
    recipe = recipe.for_samples(len(samples))
    lengths = _lengths(samples, reasoner.preparation)
    memory = estimate_memory(recipe, reasoner.config, lengths, judge)
    console.print(_plan(recipe, len(samples), memory))
    console.print(memory.table())
    print_line(console, fit_here(memory, recipe.vllm_memory if recipe.vllm == "colocate" else 0.0))
    print_line(console, step_time_here(recipe, samples, memory, lengths).sentence(recipe.steps))
    print_line(console, f"Start it with: {start_of(recipe, arguments)}")
    print_line(console, "This was a rehearsal: nothing was written.")


# --- settings and folders ---


def _reasoner(recipe: PrimeRecipe) -> ReasonerFolder:
    folder = Path(recipe.reasoner)
    config = trained_config(folder)
    estimate(config, MemorySettings())  # whether it describes a network at all
    return ReasonerFolder(config, Preparation.from_folder(folder, recipe.format))


def _segmenter_parameters(recipe: PrimeRecipe) -> int:
    """0 where no mask is rewarded."""
    path = Path(recipe.segmenter)
    if recipe.method != "mask":
        return 0
    if path.suffix != ".pt":
        check_folder(path, MODEL_TYPES)
        return parameters(path)
    if not path.is_file():
        raise ModelMissing("There is no file {file}.", file=path)
    return path.stat().st_size // META_BYTES


# --- samples ---


def check_samples(recipe: PrimeRecipe, format: str, console: Console) -> Samples:
    """All of them; raises BadData for the first fault, and prints the others where there are several."""
    found: list[BadData] = []
    sets = [open_source(source) for source in recipe.samples.all]
    for source, samples in zip(recipe.samples.all, sets):
        print_line(console, f"{source.path} («{source.split}») has {len(samples):,} samples.")
        usable = LazySamples(
            range(len(samples)), partial(_usable, samples, source.path, recipe.method, format)
        )
        found += faults(usable, MOST_FAULTS - len(found), place=source.path)
    for fault in found[1:]:
        print_line(console, str(fault), "red")
    if found:
        raise found[0] if len(found) == 1 else BadData("{faults}", found[0].hint, faults=_first_of(found))
    return joined(sets)


def _first_of(found: list[BadData]) -> str:
    count = f"{len(found)} or more" if len(found) == MOST_FAULTS else str(len(found))
    return f"{count} samples cannot be used; the others are named above, the first is this: {found[0]}"


def _usable(samples: Samples, place: str, method: str, format: str, index: int) -> Sample:
    """Raises BadData for a sample that the method can do nothing with."""
    sample = samples[index]
    if why := _unusable(sample, method, format):
        raise BadData("The sample «{name}» of {place} {why}.", name=shown(sample.name), place=place, why=why)
    return sample


def _unusable(sample: Sample, method: str, format: str) -> str:
    """Why, or ""."""
    if method == "mask":
        boxes = "boxes only and " if known_by(sample) == "boxes" else ""
        return "" if sample.read_mask else f"has {boxes}no mask, which the reward «mask» needs"
    if any(target.box is None for target in sample.targets or ()):
        return f"has a target without a box, which the method «{method}» needs"
    return _unwritable(sample, format) if method == "supervised" else ""


def _unwritable(sample: Sample, format: str) -> str:
    try:
        ideal_answer(sample.thought, true_targets(sample), format)
    except Unwritable as error:
        return f"cannot be imitated: {error}"
    return ""


def _lengths(samples: Samples, preparation: Preparation) -> Lengths:
    found = [_tokens(sample, preparation) for sample in spread(samples, LOOKED_AT)]
    return Lengths(max(image for image, _ in found), max(prompt for _, prompt in found))


def _tokens(sample: Sample, preparation: Preparation) -> tuple[int, int]:
    """Of its picture, and of its longest question with what stands around it."""
    height, width = sample.read_picture().shape[:2]
    asked = (Question(text, earlier=sample.earlier) for text in sample.questions)
    framed = (preparation.question_in_frame(question, width, height) for question in asked)
    return preparation.image_tokens(width, height), max(
        len(preparation.prompt_tokens(question, 0)) for question in framed
    )


# --- estimates ---


def estimate_memory(
    recipe: PrimeRecipe, config: Mapping[str, Any], lengths: Lengths, segmenter_parameters: int
) -> MemoryEstimate:
    """Of one GPU. A pass holds several prompts where a micro-batch is more than one group."""
    settings = memory_settings(recipe, lengths, segmenter_parameters)
    prompts = max(1, recipe.micro_batch // recipe.rollouts)
    wider = replace(
        settings, image_tokens=settings.image_tokens * prompts, prompt_tokens=settings.prompt_tokens * prompts
    )
    return replace(estimate(config, settings), learning=estimate(config, wider).learning)


def memory_settings(recipe: PrimeRecipe, lengths: Lengths, segmenter_parameters: int) -> MemorySettings:
    """All of a process's rollouts of a step are sampled at once, unless labels or vLLM write them."""
    imitates = recipe.imitates
    return MemorySettings(
        image_tokens=lengths.image,
        prompt_tokens=lengths.prompt,
        new_tokens=recipe.new_tokens,
        questions=max(1, recipe.questions // recipe.processes) if recipe.samples_here else 1,
        rollouts=recipe.questions * recipe.rollouts // recipe.processes if recipe.samples_here else 1,
        micro_batch=max(1, recipe.micro_batch // recipe.rollouts) if imitates else recipe.micro_batch,
        shared_prefix=True,
        lora_rank=recipe.lora.rank,
        train_tower=recipe.train_tower,
        weight_bytes=2 if recipe.bf16 else 4,
        samples_here=recipe.samples_here,
        vllm=recipe.vllm == "colocate",
        checkpointing=recipe.checkpointing,
        reference=recipe.kl > 0 and not imitates,
        segmenter_parameters=segmenter_parameters,
        processes=recipe.processes if launcher_of(recipe) == SHARED else 1,
    )


def _plan(recipe: PrimeRecipe, samples: int, memory: MemoryEstimate) -> Table:
    batch = recipe.questions * recipe.rollouts
    table = Table("The run", "", show_header=False)
    table.columns[1].justify = "right"
    for name, value in (
        ("method", recipe.method),
        ("samples", f"{samples:,}"),
        ("a step", f"{recipe.questions} questions x {recipe.rollouts} rollouts = {batch:,}"),
        ("processes", f"{recipe.processes}"),
        ("launcher that this supposes", launcher_text(recipe)),
        ("micro-batches a step and process", f"{recipe.passes(recipe.processes)} of {recipe.micro_batch}"),
        ("steps", f"{recipe.steps:,}"),
        ("epochs", f"{recipe.steps / (samples // recipe.questions):.2f}"),
        ("parameters", f"{memory.parameters:,}"),
        ("of them trained, or in adapters", f"{memory.trained:,}"),
    ):
        table.add_row(name, value)
    return table


def launcher_text(recipe: PrimeRecipe) -> str:
    """The launcher for which the memory of one GPU is estimated."""
    how = {SHARED: "shared out to all", WHOLE: "all of it on each GPU"}
    config = launcher_of(recipe)
    return f"accelerate with {config}: {how[config]}" if config else "none: one process"


def fit_here(memory: MemoryEstimate, vllm_share: float = 0.0) -> str:
    """`vllm_share` of the GPU is vLLM's alone, for its own weights and cache."""
    need = f"The peak of {memory.total / GIB:.1f} GiB is an estimate"
    if not torch.cuda.is_available():
        return f"{need}; there is no GPU here to compare it with."
    gpu = torch.cuda.get_device_properties(0)
    vllm = memory.standing[VLLM_WEIGHTS]
    fits = (
        memory.total - vllm <= (1 - vllm_share) * gpu.total_memory and vllm <= vllm_share * gpu.total_memory
    )
    text = f"{need}; it {'fits' if fits else 'does not fit'} the {gpu.name} here, which has "
    taken = f", {vllm_share:.0%} of them vLLM's" if vllm_share else ""
    return f"{text}{gpu.total_memory / GIB:.1f} GiB{taken}."


def step_time_here(
    recipe: PrimeRecipe, samples: Samples, memory: MemoryEstimate, lengths: Lengths
) -> StepTime:
    if memory.parameters < SMALL:
        return measure_step_time(recipe, samples)
    return estimate_step_time(recipe, memory.parameters, lengths.image + lengths.prompt)
