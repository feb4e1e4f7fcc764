"""What config.json says in published Qwen folders."""

from __future__ import annotations

from typing import Any

TOWER_2_5 = {
    "depth": 32, "hidden_size": 1280, "intermediate_size": 3420, "num_heads": 16, "patch_size": 14,
    "out_hidden_size": 2048,
}  # fmt: skip


QWEN_2_5_3B: dict[str, Any] = {  # its config.json has the language part's keys at the top
    "model_type": "qwen2_5_vl", "hidden_size": 2048, "intermediate_size": 11008, "num_hidden_layers": 36,
    "num_attention_heads": 16, "num_key_value_heads": 2, "vocab_size": 151936, "tie_word_embeddings": True,
    "rope_scaling": {"type": "mrope", "mrope_section": [16, 24, 24]}, "vision_config": TOWER_2_5,
}  # fmt: skip


QWEN_2_5_7B = {
    **QWEN_2_5_3B, "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28,
    "num_attention_heads": 28, "num_key_value_heads": 4, "vocab_size": 152064, "tie_word_embeddings": False,
    "vision_config": {**TOWER_2_5, "out_hidden_size": 3584},
}  # fmt: skip
