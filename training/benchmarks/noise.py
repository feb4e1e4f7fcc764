"""Networks of published shapes with noise for weights: a figure of speed needs no trained ones.

They are laid out as folders that the backend reads. The tokenizer is `pocket`'s small one; the network's
vocabulary is as large as published, so the output head costs what it would. The answers of noise cannot be
read, and an unreadable answer costs no masks: rewards are given made-up answers instead.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import AutoModelForImageTextToText, Qwen2_5_VLConfig, Sam2Config, Sam2Model
from transformers.models.sam2.configuration_sam2 import Sam2HieraDetConfig, Sam2VisionConfig

from ...backend.engine.protocols import POCKET
from ...backend.formats import SQUARE_PX
from ...backend.reasoner.preprocessing import Preparation
from ...backend.reasoner.qwen import without_bars
from ...backend.stages import Box, Point, Target
from ..data.samples import Picture, Sample, Samples
from ..pocket.networks import special_tokens
from ..rewards.ideal_answer import ideal_answer
from ..rewards.reward import Reward
from ..rl.judge import Judging
from .plain_trl import RewardFunction

TOKENIZER = POCKET / "reasoner" / "tokenizer.json"
MOVED = 0.03  # of the frame's sides, at most: how far a made-up answer is off

# config.json of Qwen/Qwen2.5-VL-3B-Instruct
THREE_B: Mapping[str, Any] = {
    "text_config": {
        "vocab_size": 151_936,
        "hidden_size": 2048,
        "intermediate_size": 11_008,
        "num_hidden_layers": 36,
        "num_attention_heads": 16,
        "num_key_value_heads": 2,
        "max_position_embeddings": 128_000,
        "tie_word_embeddings": True,
        "rope_parameters": {"rope_type": "default", "rope_theta": 1e6, "mrope_section": [16, 24, 24]},
    },
    "vision_config": {
        "depth": 32,
        "hidden_size": 1280,
        "intermediate_size": 3420,
        "num_heads": 16,
        "patch_size": 14,
        "window_size": 112,
        "fullatt_block_indexes": [7, 15, 23, 31],
        "out_hidden_size": 2048,
    },
}
# config.json of facebook/sam2.1-hiera-small, where it differs from tiny, transformers' default
SMALL: Mapping[str, Any] = {
    "blocks_per_stage": [1, 2, 11, 2],
    "global_attention_blocks": [7, 10, 13],
}


def lay_out_reasoner(folder: Path, shapes: Mapping[str, Any], side_px: int, device: torch.device) -> None:
    """A Qwen2.5-VL in bfloat16, answering in Think2Seg-RS's format; the noise is made on `device`."""
    numbers = special_tokens(Tokenizer.from_file(str(TOKENIZER)))
    config = Qwen2_5_VLConfig(
        **shapes,
        image_token_id=numbers["<|image_pad|>"],
        video_token_id=numbers["<|video_pad|>"],
        vision_start_token_id=numbers["<|vision_start|>"],
        vision_end_token_id=numbers["<|vision_end|>"],
        tie_word_embeddings=True,
    )
    with torch.random.fork_rng(), device:
        torch.manual_seed(0)
        network = AutoModelForImageTextToText.from_config(config, dtype=torch.bfloat16)  # type: ignore[no-untyped-call]
    network.generation_config.eos_token_id = numbers["<|im_end|>"]
    network.save_pretrained(folder)
    shutil.copyfile(TOKENIZER, folder / "tokenizer.json")
    (folder / "askmap.json").write_text(json.dumps({"format": "think2seg", "side_px": side_px}))


def lay_out_segmenter(folder: Path, backbone: Mapping[str, Any]) -> None:
    """A SAM2.1 in float32."""
    vision = Sam2VisionConfig(backbone_config=Sam2HieraDetConfig(**backbone))
    with torch.random.fork_rng():
        torch.manual_seed(0)
        Sam2Model(Sam2Config(vision_config=vision)).save_pretrained(folder)


# --- answers in its place ---


def made_up_answer(noise: str, sample: Sample, preparation: Preparation) -> str:
    """The truth, moved, in the reasoner's format; half of them unfenced, so that a group's worth differs.

    The same noise always gives the same answer.
    """
    rng = random.Random(zlib.crc32(noise.encode()))
    height, width = sample.read_picture().shape[:2]
    across, down = (side * rng.uniform(-MOVED, MOVED) for side in preparation.frame(width, height))
    truth = [preparation.to_frame(target, width, height) for target in sample.targets or ()]
    moved = [_moved(target, across, down) for target in truth]
    return ideal_answer(sample.thought, moved, preparation.format, fence=rng.random() < 0.5)


def _moved(target: Target, across: float, down: float) -> Target:
    assert target.box is not None
    box = target.box
    return replace(
        target,
        box=Box(box.x0 + across, box.y0 + down, box.x1 + across, box.y1 + down),
        points=tuple(Point(point.x + across, point.y + down) for point in target.points),
    )


def shown_answers(reward: RewardFunction, samples: Samples, preparation: Preparation) -> RewardFunction:
    """The peer's reward, reading `made_up` answers."""

    @wraps(reward)
    def shown(completions: list[Any], number: list[int], **columns: Any) -> list[float | None]:
        noises = [messages[0]["content"] for messages in completions]
        texts = [made_up_answer(text, samples[n], preparation) for text, n in zip(noises, number)]
        messages = [[{"role": "assistant", "content": text}] for text in texts]
        return reward(completions=messages, number=number, **columns)

    return shown


@dataclass(frozen=True, eq=False)
class ShownJudge:
    """A judge, reading `made_up` answers."""

    judge: Judging

    @property
    def preparation(self) -> Preparation:
        return self.judge.preparation

    def rewards(self, sample: Sample, picture: Picture, texts: Sequence[str]) -> list[Reward]:
        answers = [made_up_answer(text, sample, self.preparation) for text in texts]
        return self.judge.rewards(sample, picture, answers)


@without_bars()
def main() -> None:
    """A 3B at 840 x 840, into the folder that is named."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    lay_out_reasoner(Path(sys.argv[1]), THREE_B, SQUARE_PX, device)


if __name__ == "__main__":
    main()
