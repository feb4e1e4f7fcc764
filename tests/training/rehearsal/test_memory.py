"""The estimate of a GRPO step's memory, held against published counts and against what torch really keeps."""

from __future__ import annotations

import json
import weakref
from dataclasses import replace
from typing import Any

import pytest
import torch
from askmap.backend.errors import ModelBroken, ModelUnsupported
from askmap.backend.reasoner.qwen import NETWORKS
from askmap.training.data.reading import ReadOptions
from askmap.training.rehearsal.memory import GIB, VLLM_WEIGHTS, BadMemorySettings, MemorySettings, estimate
from askmap.training.rl.recipe import PrimeRecipe, SampleSource
from askmap.training.rl.run import new_trainer, open_source
from peft import LoraConfig, get_peft_model
from qwen_configs import QWEN_2_5_3B, QWEN_2_5_7B
from rich.console import Console
from tiny_reasoners import tiny_folder
from torch.autograd.graph import saved_tensors_hooks
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

QWEN_3_4B = {
    "model_type": "qwen3_vl",
    "tie_word_embeddings": True,
    "text_config": {
        "hidden_size": 2560, "intermediate_size": 9728, "num_hidden_layers": 36, "num_attention_heads": 32,
        "num_key_value_heads": 8, "head_dim": 128, "vocab_size": 151936,
        "rope_parameters": {"rope_type": "default", "rope_theta": 5e6, "mrope_section": [24, 20, 20]},
    },
    "vision_config": {
        "depth": 24, "hidden_size": 1024, "intermediate_size": 4096, "num_heads": 16, "patch_size": 16,
        "out_hidden_size": 2560, "num_position_embeddings": 2304, "deepstack_visual_indexes": [5, 11, 17],
    },
}  # fmt: skip
LORA = MemorySettings(lora_rank=64)


@pytest.mark.parametrize(
    ("config", "count"),
    [(QWEN_2_5_3B, 3_754_622_976), (QWEN_2_5_7B, 8_292_166_656), (QWEN_3_4B, 4_437_815_808)],
)
def test_parameters_are_those_of_the_published_checkpoints(config, count):
    assert estimate(config, LORA).parameters == count


def test_lora_of_the_3b_fits_a_card_of_24_gb():
    assert estimate(QWEN_2_5_3B, LORA).total < 24e9
    assert estimate(QWEN_2_5_3B, replace(LORA, micro_batch=2)).total < 24e9


def test_without_checkpointing_it_does_not_fit():
    assert estimate(QWEN_2_5_3B, replace(LORA, checkpointing=False)).total > 24e9


def test_what_always_stands_is_worked_by_hand():
    # 3,754,622,976 weights in bf16; all learn in float32: themselves, gradient, two moments
    n = 3_754_622_976
    standing = estimate(QWEN_2_5_3B, MemorySettings(reference=True)).standing
    assert standing["weights that stay"] == 0
    assert standing["weights that learn"] == standing["gradients"] == 4 * n
    assert standing["AdamW"] == 8 * n
    assert standing["reference"] == 4 * n  # TRL loads it in the type of what learns
    assert standing["copies of autocast"] == 2 * n
    assert standing["SAM2"] == 4 * 46_000_000


def test_lora_needs_no_reference_and_keeps_the_weights_in_bf16():
    standing = estimate(QWEN_2_5_3B, replace(LORA, reference=True)).standing
    assert standing["weights that stay"] == 2 * 3_754_622_976
    assert standing["reference"] == 0


def test_the_cache_is_worked_by_hand():
    # 36 layers, keys and values of 2 heads x 128, 900 + 250 + 1024 tokens, 8 rollouts, bf16; 1/36 to grow
    cache = 36 * 2 * 2 * 128 * (900 + 250 + 1024) * 8 * 2
    assert estimate(QWEN_2_5_3B, LORA).rollouts["key-value cache"] == cache + cache // 36


def test_a_prompt_is_read_once_whatever_number_of_rollouts_it_has():
    # a layer of 1150 tokens: three times the MLP's 11,008 and two residuals of 2048, in bf16; a block of the
    # tower of 3600 patches: three times 3420 and twice 1280; two questions that are read together take twice
    text, tower = (3 * 11_008 + 2 * 2048) * 1150 * 2, (3 * 3420 + 2 * 1280) * 3600 * 2
    assert (text, tower) == (85_376_000, 92_304_000)
    for rollouts in (8, 16):
        settings = replace(LORA, questions=2, rollouts=rollouts)
        assert estimate(QWEN_2_5_3B, settings).rollouts["reading the prompts"] == 2 * tower


def test_logits_of_a_whole_micro_batch_are_worked_by_hand():
    # 2 x 1024 tokens, 151,936 words: bf16, a float32 softmax and its gradient
    settings = replace(LORA, micro_batch=2, logits_tokens=0)
    assert estimate(QWEN_2_5_3B, settings).learning["logits"] == 2 * 1024 * 151_936 * (2 + 4 + 4)


def test_kept_inputs_are_worked_by_hand():
    # 36 layers x 2048 x 2174 tokens and 32 blocks x 1280 x 3600 patches, in bf16
    inputs = 36 * 2048 * 2174 * 2 + 32 * 1280 * 3600 * 2
    assert estimate(QWEN_2_5_3B, LORA).learning["activations"] == inputs


def test_a_shared_prefix_counts_the_picture_once():
    # 36 x 2048 x (1150 + 4 * 1024), and 32 x 1280 x 3600 once, not four times
    settings = replace(LORA, micro_batch=4, shared_prefix=True)
    inputs = 36 * 2048 * (1150 + 4 * 1024) * 2 + 32 * 1280 * 3600 * 2
    assert estimate(QWEN_2_5_3B, settings).learning["activations"] == inputs


def test_two_processes_share_what_stands_but_not_sam2():
    one = estimate(QWEN_2_5_3B, MemorySettings()).standing
    two = estimate(QWEN_2_5_3B, MemorySettings(processes=2)).standing
    for part in ("weights that learn", "gradients", "AdamW"):
        assert two[part] == one[part] // 2
    assert two["SAM2"] == one["SAM2"]
    assert two["gathered layers"] > one["gathered layers"] == 0


def test_all_weights_are_gathered_while_sampling_where_processes_share_them():
    # 3,754,622,976 weights in bf16, of which the embedding (151,936 x 2048) and two of the largest layers
    # (text: 2048 x (2048 + 256 + 256 + 2048 + 3 x 11,008 + 2) + 2048 + 2 x 256) are gathered at all times
    layer = 2048 * (2048 + 256 + 256 + 2048 + 3 * 11_008 + 2) + 2048 + 2 * 256
    always = 2 * (2 * layer + 151_936 * 2048)
    made = estimate(QWEN_2_5_3B, MemorySettings(processes=2))
    assert made.standing["gathered layers"] == always
    assert made.rollouts["all other layers, gathered"] == 2 * 3_754_622_976 - always
    assert "all other layers, gathered" not in made.learning


@pytest.mark.parametrize("settings", [{"processes": 1}, {"processes": 2, "samples_here": False}])
def test_nothing_is_gathered_where_one_holds_all_or_another_samples(settings):
    assert estimate(QWEN_2_5_3B, MemorySettings(**settings)).rollouts["all other layers, gathered"] == 0


def test_a_shared_reference_is_shared_in_float32():
    made = estimate(QWEN_2_5_3B, MemorySettings(processes=2, reference=True))
    assert made.standing["reference"] == 2 * 3_754_622_976


def test_vllm_on_the_same_gpu_holds_its_own_weights():
    made = estimate(QWEN_2_5_3B, MemorySettings(processes=2, vllm=True))
    assert made.standing[VLLM_WEIGHTS] == 2 * 3_754_622_976  # not shared out


@pytest.mark.parametrize("bf16", [True, False])
def test_the_reference_is_what_trl_really_loads(tmp_path, bf16):
    """Of a tiny reasoner, by a trainer that is built as a run builds it."""
    folder = tiny_folder(tmp_path / "tiny", "qwen3_vl")
    recipe = PrimeRecipe(
        "bop", str(folder), SampleSource("landscapes", "in", reading=ReadOptions(first=1_000_000, count=2)),
        steps=1, questions=1, rollouts=2, micro_batch=2, new_tokens=4, kl=0.1, bf16=bf16, checkpointing=False,
    )  # fmt: skip
    trainer = new_trainer(recipe, open_source(recipe.samples), tmp_path)
    real = sum(w.numel() * w.element_size() for w in trainer.ref_model.parameters())
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    settings = MemorySettings(reference=True, weight_bytes=2 if bf16 else 4)
    assert estimate(config, settings).standing["reference"] == real


def test_the_total_is_the_larger_moment_and_what_stands_and_a_margin():
    made = estimate(QWEN_2_5_3B, LORA)
    peak = sum(made.standing.values()) + max(sum(made.rollouts.values()), sum(made.learning.values()))
    assert made.total == peak + int(0.05 * peak)


def test_the_table_says_every_part_and_the_peak():
    console = Console(width=100)
    made = estimate(QWEN_2_5_3B, LORA)
    with console.capture() as shown:
        console.print(made.table())
    words = shown.get()
    assert all(part in words for part in [*made.standing, *made.rollouts, *made.learning])
    assert f"{made.total / GIB:.2f}" in words.split("peak")[1]


def test_what_is_no_reasoner_is_refused():
    with pytest.raises(ModelUnsupported, match="«llama»"):
        estimate({"model_type": "llama"}, LORA)
    with pytest.raises(ModelBroken, match="describes no network"):
        estimate({**QWEN_2_5_3B, "hidden_size": "wide"}, LORA)


@pytest.mark.parametrize(
    "wrong", [{"questions": 0}, {"rollouts": 0}, {"processes": 0}, {"lora_rank": -1}, {"new_tokens": 0}]
)
def test_settings_that_mean_nothing_are_refused(wrong):
    with pytest.raises(BadMemorySettings):
        MemorySettings(**wrong)


# --- against networks that are there ---

SIDE = 16  # patches along a picture: 8 x 8 tokens
IMAGE_TOKENS, PROMPT_TOKENS, NEW_TOKENS = 64, 40, 100
IMAGE, VIDEO, START, END = 290, 291, 292, 293
TOWERS: dict[str, dict[str, Any]] = {
    "qwen2_5_vl": {"window_size": 112, "fullatt_block_indexes": [3, 7], "patch_size": 14},
    "qwen3_vl": {"num_position_embeddings": 256, "deepstack_visual_indexes": [2], "patch_size": 14},
}


def small(family: str, wide: int) -> dict[str, Any]:
    """`wide` multiplies every width."""
    text = {
        "vocab_size": 300, "hidden_size": 64 * wide, "intermediate_size": 176 * wide, "num_hidden_layers": 8,
        "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16 * wide, "bos_token_id": None,
        "rope_parameters": {
            "rope_type": "default", "rope_theta": 1e4, "mrope_section": [4 * wide, 2 * wide, 2 * wide],
        },
    }  # fmt: skip
    tower = {
        "depth": 8, "hidden_size": 96 * wide, "intermediate_size": 256 * wide, "num_heads": 4,
        "out_hidden_size": 64 * wide,
    }  # fmt: skip
    return {
        "model_type": family, "text_config": text, "vision_config": {**tower, **TOWERS[family]},
        "image_token_id": IMAGE, "video_token_id": VIDEO, "vision_start_token_id": START,
        "vision_end_token_id": END, "tie_word_embeddings": True,
    }  # fmt: skip


def asked() -> dict[str, torch.Tensor]:
    """One picture, a prompt and a completion."""
    text = torch.arange(PROMPT_TOKENS + NEW_TOKENS - 2)
    tokens = torch.cat([torch.tensor([START] + [IMAGE] * IMAGE_TOKENS + [END]), text])[None]
    return {
        "input_ids": tokens,
        "pixel_values": torch.zeros(SIDE * SIDE, 3 * 2 * 14 * 14, dtype=torch.bfloat16),
        "image_grid_thw": torch.tensor([[1, SIDE, SIDE]]),
        "mm_token_type_ids": (tokens == IMAGE).int(),
    }


def kept_bytes(network: Any, body: Any) -> int:
    """What autograd keeps of a forward pass, each storage once, the network's own weights left out."""
    own = {t.untyped_storage().data_ptr() for t in (*network.parameters(), *network.buffers())}
    kept: dict[int, torch.Tensor] = {}  # the tensors themselves, so that no storage is used again

    def keep(tensor: torch.Tensor) -> torch.Tensor:
        where = tensor.untyped_storage().data_ptr()
        if where not in own:
            kept.setdefault(where, tensor)
        return tensor

    with saved_tensors_hooks(keep, lambda tensor: tensor):
        body(**asked(), use_cache=False)
    return sum(tensor.untyped_storage().nbytes() for tensor in kept.values())


def built(family: str, wide: int = 1) -> Any:
    kind = NETWORKS[family]
    return kind(kind.config_class.from_dict(small(family, wide))).to(torch.bfloat16).train()


def estimated_step_time(family: str, wide: int = 1, **ours: Any) -> Any:
    tokens = {"image_tokens": IMAGE_TOKENS, "prompt_tokens": PROMPT_TOKENS, "new_tokens": NEW_TOKENS}
    return estimate(small(family, wide), MemorySettings(**tokens, **ours))


@pytest.mark.parametrize("train_tower", [True, False])
@pytest.mark.parametrize("family", sorted(TOWERS))
def test_kept_activations_are_those_of_a_real_network(family, train_tower):
    network = built(family)
    network.model.visual.requires_grad_(train_tower)
    real = kept_bytes(network, network.model)
    made = estimated_step_time(family, train_tower=train_tower, trained_bytes=2, checkpointing=False)
    assert made.learning["activations"] == pytest.approx(real, rel=0.12)


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")  # peft asks
@pytest.mark.parametrize("trained_bytes", [2, 4])
@pytest.mark.parametrize("family", sorted(TOWERS))
def test_kept_activations_and_adapters_of_lora_are_those_of_peft(family, trained_bytes):
    wanted = LoraConfig(r=8, target_modules="all-linear")
    network = get_peft_model(built(family), wanted, autocast_adapter_dtype=trained_bytes == 4)
    made = estimated_step_time(family, lora_rank=8, trained_bytes=trained_bytes, checkpointing=False)
    assert made.trained == sum(p.numel() for p in network.parameters() if p.requires_grad)
    real = kept_bytes(network, network.base_model.model.model)
    assert made.learning["activations"] == pytest.approx(real, rel=0.12)


class Peak(TorchDispatchMode):
    """How many bytes the storages that are born under it hold at most at one time."""

    def __init__(self, known: list[torch.Tensor]) -> None:
        super().__init__()
        self.most = 0
        self._sizes = {tensor.untyped_storage()._cdata: 0 for tensor in known}

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        made = function(*args, **(kwargs or {}))
        for tensor in tree_leaves(made):
            if isinstance(tensor, torch.Tensor):
                self._see(tensor.untyped_storage())
        return made

    def _see(self, storage: torch.UntypedStorage) -> None:
        if storage._cdata not in self._sizes:
            self._sizes[storage._cdata] = storage.nbytes()
            weakref.finalize(storage, self._sizes.pop, storage._cdata)
            self.most = max(self.most, sum(self._sizes.values()))


@pytest.mark.filterwarnings("ignore:`is_gradient_checkpointing` is deprecated:FutureWarning")  # peft asks
@pytest.mark.parametrize("train_tower", [True, False])
@pytest.mark.parametrize("family", sorted(TOWERS))
def test_a_pass_forth_and_back_takes_no_more_than_reckoned_and_not_much_less(family, train_tower):
    network, inputs = built(family, wide=4), asked()
    layers = "all-linear" if train_tower else r".*language_model.*_proj"
    learner = get_peft_model(network, LoraConfig(r=8, target_modules=layers))
    network.activation_checkpointing_enable({"use_reentrant": False})
    network.disable_input_require_grads()  # else a backward pass runs through a frozen tower too
    peak = Peak([*learner.parameters(), *learner.buffers(), *inputs.values()])
    with peak:
        logits = learner(**inputs, use_cache=False, logits_to_keep=NEW_TOKENS).logits
        logits.float().log_softmax(-1).mean().backward()
    made = estimated_step_time(family, wide=4, lora_rank=8, train_tower=train_tower, logits_tokens=0)
    total = sum(made.learning.values()) + made.standing["gradients"]
    assert peak.most <= total <= 1.35 * peak.most
