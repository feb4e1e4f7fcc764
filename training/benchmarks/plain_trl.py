"""The peer that our training is measured against: TRL's own GRPOTrainer, as one who knows TRL writes it.

Rollouts by `generate`, each completion's whole prompt passed again to learn from it, and a mask reward that
encodes the picture once per completion, as the published code of Think2Seg-RS does. It reads a reasoner's
folder as the backend does: the same tokens and, to the bit, the same pixels, so that both train on the same.

Nothing here is tuned to be slow: batches, precision and checkpointing are the recipe's.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from datasets import Dataset
from peft import LoraConfig
from PIL import Image
from transformers import (
    PreTrainedTokenizerBase,
    PreTrainedTokenizerFast,
    ProcessorMixin,
    Qwen2_5_VLProcessor,
    Qwen3VLProcessor,
)
from transformers.models.qwen2_vl.image_processing_pil_qwen2_vl import Qwen2VLImageProcessorPil
from trl.trainer.grpo_config import GRPOConfig
from trl.trainer.grpo_trainer import GRPOTrainer

from ...backend.reasoner.preprocessing import Preparation
from ...backend.reasoner.prompt import user_prompt
from ...backend.segmenter.overlap import overlap_of
from ...backend.segmenter.sam2 import Sam2Segmenter
from ...backend.stages import Question
from ..data.samples import Sample, Samples
from ..data.truth import true_mask
from ..evaluation.asking import scene_of
from ..rewards.format_checks import read_completion
from ..rewards.mask import MaskReward, mask_reward, mask_targets
from ..rl.recipe import Lora, PrimeRecipe

# Both families write their turns so; Preparation.prompt_tokens is the same in tokens
TURNS = (
    "{% for message in messages %}<|im_start|>{{ message.role }}\n"
    "{% if message.content is string %}{{ message.content }}{% else %}{% for part in message.content %}"
    "{% if part.type == 'image' %}<|vision_start|><|image_pad|><|vision_end|>{% else %}{{ part.text }}"
    "{% endif %}{% endfor %}{% endif %}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)

# As TRL calls it: with completions, and every column of the set by its name; None would be «not mine»
RewardFunction = Callable[..., list[float | None]]


class StillQwen2_5(Qwen2_5_VLProcessor):
    """Without the part for video, for which transformers needs torchvision."""

    def __init__(self, image_processor: Any, tokenizer: Any, chat_template: str | None = None) -> None:
        super().__init__(image_processor, tokenizer, chat_template=chat_template)  # type: ignore[no-untyped-call]


class StillQwen3(Qwen3VLProcessor):
    """Without the part for video, for which transformers needs torchvision."""

    def __init__(self, image_processor: Any, tokenizer: Any, chat_template: str | None = None) -> None:
        super().__init__(image_processor, tokenizer, chat_template=chat_template)  # type: ignore[no-untyped-call]


PROCESSORS = {"qwen2_5_vl": StillQwen2_5, "qwen3_vl": StillQwen3}


def plain_trainer(
    recipe: PrimeRecipe, samples: Samples, reward: RewardFunction, folder: Path, device: torch.device
) -> Any:
    """TRL's trainer, ready to `train()`; `folder` is where TRL would write."""
    preparation = Preparation.from_folder(Path(recipe.reasoner))
    return GRPOTrainer(
        recipe.reasoner,
        reward_funcs=[reward],
        args=_settings(recipe, folder, device),
        train_dataset=lessons(samples, preparation),
        processing_class=processor(Path(recipe.reasoner), preparation),
        peft_config=_adapters(recipe.lora),
    )


def _settings(recipe: PrimeRecipe, folder: Path, device: torch.device) -> GRPOConfig:
    """Trained weights in float32, under autocast where the recipe says bf16; those that rest in bf16 then."""
    precision = "bfloat16" if recipe.bf16 and recipe.lora.rank else "float32"
    return GRPOConfig(
        output_dir=str(folder),
        max_steps=recipe.steps,
        per_device_train_batch_size=recipe.micro_batch,
        gradient_accumulation_steps=recipe.passes(1),
        num_generations=recipe.rollouts,
        max_completion_length=recipe.new_tokens,
        temperature=recipe.temperature,
        learning_rate=recipe.learning_rate,
        lr_scheduler_type=recipe.schedule,
        warmup_steps=recipe.warm_steps,
        weight_decay=recipe.weight_decay,
        max_grad_norm=recipe.gradient_norm,
        beta=recipe.kl,
        epsilon=recipe.clip,
        loss_type="grpo",
        activation_checkpointing=recipe.checkpointing,
        use_cpu=device.type == "cpu",
        bf16=recipe.bf16,
        model_init_kwargs={"dtype": precision, "attn_implementation": "sdpa"},
        seed=recipe.seed,
        logging_strategy="no",
        save_strategy="no",
        report_to="none",
        disable_tqdm=True,
    )


def _adapters(lora: Lora) -> LoraConfig | None:
    """On every linear layer but the output head; None where all weights are trained."""
    if lora.rank == 0:
        return None
    return LoraConfig(
        r=lora.rank,
        lora_alpha=lora.alpha,
        lora_dropout=lora.dropout,
        target_modules="all-linear",
        task_type="CAUSAL_LM",
    )


# --- what TRL reads ---


def lessons(samples: Samples, preparation: Preparation) -> Dataset:
    """A row a sample: the user's turn, the picture as the reasoner sees it, and the sample's number."""
    return Dataset.from_list([_lesson(n, sample, preparation) for n, sample in enumerate(samples)])


def _lesson(number: int, sample: Sample, preparation: Preparation) -> dict[str, Any]:
    asked = user_prompt(preparation.format, Question(sample.questions[0]), preparation.template)
    return {
        "prompt": [{"role": "user", "content": asked}],
        "image": Image.fromarray(preparation.seen(sample.read_picture())),
        "number": number,
    }


def processor(folder: Path, preparation: Preparation) -> ProcessorMixin:
    """transformers' own for the family, for pictures that Preparation has `seen`."""
    pictures = Qwen2VLImageProcessorPil(
        patch_size=preparation.patch_px,
        merge_size=preparation.merge,
        temporal_patch_size=preparation.temporal,
        image_mean=list(preparation.mean),
        image_std=list(preparation.std),
        do_resize=False,
    )
    system = preparation.system()
    turns = (f"<|im_start|>system\n{system}<|im_end|>\n" if system else "") + TURNS
    return PROCESSORS[preparation.family](pictures, _tokenizer(folder), chat_template=turns)


def _tokenizer(folder: Path) -> PreTrainedTokenizerBase:
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]
        tokenizer_file=str(folder / "tokenizer.json"),
        eos_token="<|im_end|>",
        pad_token="<|endoftext|>",
        padding_side="left",
    )


# --- what TRL rewards ---


def mask_reward_function(
    samples: Samples, preparation: Preparation, segmenter: Sam2Segmenter, settings: MaskReward
) -> RewardFunction:
    """Think2Seg-RS's reward, completion by completion: read it, encode its picture, segment, compare."""

    def mask_reward(completions: list[Any], number: list[int], **_: Any) -> list[float | None]:
        texts = [messages[0]["content"] for messages in completions]
        return [_reward(text, samples[n], preparation, segmenter, settings) for text, n in zip(texts, number)]

    return mask_reward


def _reward(
    text: str, sample: Sample, preparation: Preparation, segmenter: Sam2Segmenter, settings: MaskReward
) -> float:
    picture = sample.read_picture()
    size = (picture.shape[1], picture.shape[0])
    completion = read_completion(text, preparation.format, preparation.frame(*size))
    encoded = segmenter.encode(scene_of(picture, sample.name))
    targets = mask_targets(completion, settings) or ()
    drawn = segmenter.segment(encoded, [preparation.to_scene(target, *size) for target in targets])
    overlap = overlap_of(drawn.union, true_mask(sample, picture))
    return mask_reward(completion, overlap, settings).total
