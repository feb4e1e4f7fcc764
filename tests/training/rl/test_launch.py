"""The configurations for several GPUs, as accelerate's own reader understands them."""

from __future__ import annotations

import pytest
from accelerate.commands.config.config_args import ClusterConfig, load_config_from_file
from accelerate.utils import DistributedType
from places import ROOT

LAUNCH = ROOT / "training" / "launch"


def read(name: str) -> ClusterConfig:
    return load_config_from_file(str(LAUNCH / f"{name}.yaml"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ddp", DistributedType.MULTI_GPU),
        ("fsdp2", DistributedType.FSDP),
        ("zero3", DistributedType.DEEPSPEED),
    ],
)
def test_accelerate_reads_each(name, kind):
    config = read(name)
    assert config.distributed_type == kind
    assert config.mixed_precision == "bf16"
    assert not config.use_cpu


def test_fsdp2_shards_layer_by_layer_and_gathers_whole_weights_for_a_checkpoint():
    said = read("fsdp2").fsdp_config
    assert (said["fsdp_version"], said["fsdp_auto_wrap_policy"]) == (2, "TRANSFORMER_BASED_WRAP")
    assert said["fsdp_state_dict_type"] == "FULL_STATE_DICT"
    assert not said["fsdp_activation_checkpointing"]  # transformers refuses it beside the recipe's own


def test_zero3_can_hand_out_whole_weights():
    said = read("zero3").deepspeed_config
    assert said["zero_stage"] == 3
    assert said["zero3_save_16bit_model"]
