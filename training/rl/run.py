"""From a recipe to a trained reasoner on disk: load, train or go on training, export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from accelerate import PartialState
from peft import LoraConfig
from torch.utils.tensorboard import SummaryWriter
from transformers import PreTrainedTokenizerFast, PrinterCallback
from transformers.integrations import TensorBoardCallback
from trl import GRPOConfig

from ...backend.reasoner.preprocessing import Preparation
from ...backend.segmenter.sam2 import load_segmenter
from ..data.samples import Samples, joined
from ..run_folder import run_in
from ..sample_sets import open_samples
from ..trained import class_in
from .checkpoints import WholeCheckpoints, export, last_whole
from .judge import Judge
from .recipe import PrimeRecipe, SampleSource
from .step_lines import StepLines
from .trainer import PrimeTrainer

CHECKPOINTS = "checkpoints"
REASONER = "reasoner"  # the folder that a run ends with


def train(recipe: PrimeRecipe, out: Path) -> Path:
    """The folder with the trained reasoner, as `askmap ask --reasoner` and QGIS load it.

    Raises NotWritten where `out` holds what another recipe has made, or another run is in it, before anything
    is loaded.
    """
    with run_in(out, recipe, made=(CHECKPOINTS, REASONER)):
        samples = open_source(recipe.samples)
        recipe = recipe.for_samples(len(samples))
        trainer = new_trainer(recipe, samples, out)
        trainer.train(resume_from_checkpoint=last_whole(out / CHECKPOINTS))
        format = trainer.judge.preparation.format
        return export(trainer, Path(recipe.reasoner), out / REASONER, format)


def open_source(source: SampleSource) -> Samples:
    """Raises BadData."""
    return joined([open_samples(Path(one.path), one.split, one.layout, one.reading) for one in source.all])


def new_trainer(recipe: PrimeRecipe, samples: Samples, out: Path) -> PrimeTrainer:
    """Loads both networks; raises what loading raises."""
    folder = Path(recipe.reasoner)
    preparation = Preparation.from_folder(folder, recipe.format)
    state = PartialState(cpu=not torch.cuda.is_available())
    segmenter = load_segmenter(Path(recipe.segmenter), state.device) if recipe.method == "mask" else None
    tokenizer = PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_object=preparation.tokenizer,
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        extra_special_tokens={"image_token": "<|image_pad|>"},  # TRL asks for it where a vLLM server writes
    )
    trainer = PrimeTrainer(
        load_network(recipe, folder),
        recipe,
        samples,
        Judge(recipe, preparation, segmenter),
        args=trainer_settings(recipe, out, state.num_processes),
        processing_class=tokenizer,
        peft_config=adapters(recipe),
        callbacks=[WholeCheckpoints(recipe.keep), StepLines(recipe), *_curves(out, state)],
    )
    trainer.remove_callback(PrinterCallback)  # StepLines has a line for people
    return trainer


def _curves(out: Path, state: PartialState) -> list[TensorBoardCallback]:
    return [TensorBoardCallback(SummaryWriter(str(out / "tensorboard")))] if state.is_main_process else []


def load_network(recipe: PrimeRecipe, folder: Path) -> Any:
    """Trained weights are fp32, because a step of 1e-6 is lost in bf16; those that rest may be bf16."""
    resting = recipe.lora.rank > 0 and recipe.bf16
    network = class_in(folder).from_pretrained(
        folder,
        dtype=torch.bfloat16 if resting else torch.float32,
        attn_implementation="sdpa",
        local_files_only=True,
        use_safetensors=True,
    )
    if not recipe.train_tower:
        rest(network.model.visual)
    return network


def rest(tower: Any) -> None:
    """Freezes it without a backward pass: checkpointing asks for the gradients of embedded patches too."""
    tower.requires_grad_(False)
    tower.forward = torch.no_grad()(tower.forward)


def adapters(recipe: PrimeRecipe) -> LoraConfig | None:
    if not recipe.lora.rank:
        return None
    return LoraConfig(
        r=recipe.lora.rank,
        lora_alpha=recipe.lora.alpha,
        lora_dropout=recipe.lora.dropout,
        target_modules="all-linear",
        exclude_modules=None if recipe.train_tower else r".*visual.*",
        task_type="CAUSAL_LM",
    )


def trainer_settings(recipe: PrimeRecipe, out: Path, processes: int) -> GRPOConfig:
    """What TRL calls these things; it wants siblings, so an imitated question stands twice in its rows."""
    imitates = recipe.imitates
    passes = recipe.passes(processes)
    group = 2 if imitates else recipe.rollouts
    rows = group * recipe.questions // (processes * passes)
    return GRPOConfig(
        output_dir=str(out / CHECKPOINTS),
        max_steps=recipe.steps,
        per_device_train_batch_size=rows,
        gradient_accumulation_steps=passes,
        num_generations=group,
        max_completion_length=recipe.new_tokens,
        temperature=recipe.temperature,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type=recipe.schedule,
        warmup_steps=recipe.warm_steps,
        weight_decay=recipe.weight_decay,
        max_grad_norm=recipe.gradient_norm,
        beta=0.0 if imitates else recipe.kl,
        use_bias_correction_kl=False,  # k3 alone, as published; TRL's own multiplies it by the ratio
        epsilon=recipe.clip,
        loss_type="grpo",
        bf16=recipe.bf16,
        activation_checkpointing=recipe.checkpointing,
        use_cpu=not torch.cuda.is_available(),
        seed=recipe.seed,
        save_steps=recipe.save_every,
        logging_steps=1,
        report_to="none",  # curves are written by the callback that gets our folder
        disable_tqdm=True,
        ddp_find_unused_parameters=False,  # a pass with a picture uses all that learn
        use_vllm=bool(recipe.vllm),
        vllm_mode=recipe.vllm or "colocate",
        vllm_server_base_url=recipe.vllm_server if recipe.vllm == "server" else None,
        vllm_gpu_memory_utilization=recipe.vllm_memory,
        vllm_importance_sampling_correction=False,  # wants one more pass; vLLM's words count as ours
    )
