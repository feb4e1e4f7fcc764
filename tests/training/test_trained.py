"""Which families are trained, and what is said of the others."""

from __future__ import annotations

import pytest
from askmap.backend.errors import ModelUnsupported
from askmap.backend.reasoner.qwen import NETWORKS
from askmap.training.trained import TRAINED, class_in, trained_config
from tiny_reasoners import FAMILIES, SERVED, tiny_folder


def test_what_is_trained_is_loaded_too():
    assert tuple(TRAINED) == FAMILIES
    assert tuple(NETWORKS) == SERVED


@pytest.mark.parametrize("family", SERVED)
def test_a_family_is_trained_or_says_that_it_is_not(family, tmp_path):
    folder = tiny_folder(tmp_path, family)
    if family in FAMILIES:
        assert trained_config(folder)["model_type"] == family
        assert class_in(folder) is NETWORKS[family]
        return
    with pytest.raises(ModelUnsupported, match=f"trains no model of the type «{family}»") as raised:
        trained_config(folder)
    assert "Qwen3-VL" in raised.value.hint
