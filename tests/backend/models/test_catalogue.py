"""The list of models that AskMap knows."""

from __future__ import annotations

import json
import math

import pytest
from askmap.backend.models.catalogue import CATALOGUE, Model, read_catalogue
from safetensors import safe_open

ENTRY = {"name": "SAM", "kind": "segmenter", "parameters": 10, "licence": "MIT", "repository": "a/b"}


def test_the_bundled_list_is_read_whole():
    models = read_catalogue()
    assert {model.kind for model in models} == {"reasoner", "segmenter"}
    assert len({model.name for model in models}) == len(models) >= 16


def test_every_model_is_bundled_or_named_with_its_owner():
    assert all(model.folder or model.repository.count("/") == 1 for model in read_catalogue())


def bundled():
    return [(model, CATALOGUE.parent / model.folder) for model in read_catalogue() if model.folder]


def test_the_bundled_pair_is_no_larger_than_listed():
    assert {model.kind for model, _ in bundled()} == {"reasoner", "segmenter"}
    for model, folder in bundled():
        with safe_open(folder / "model.safetensors", "np") as weights:
            counted = sum(math.prod(weights.get_slice(name).get_shape()) for name in weights.keys())  # noqa: SIM118
        assert 0 < counted <= model.parameters


def test_the_bundled_reasoner_counts_as_listed():
    ((model, folder),) = (pair for pair in bundled() if pair[0].kind == "reasoner")
    stated = json.loads((folder / "askmap.json").read_text(encoding="utf-8"))
    counts = {"format": model.format, "coordinates": model.coordinates, "side_px": model.side_px}
    assert {name: stated[name] for name in counts} == counts


def test_memory_is_two_bytes_a_parameter_and_headroom():
    need = {model.name: model.memory_gb for model in read_catalogue()}
    assert need["Qwen2.5-VL 7B"] == pytest.approx(7 * 1.25 * 2 + 2)
    assert need["SAM2.1 large"] == pytest.approx(0.2244 * 2 + 1)


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "oracle"},
        {"kind": "reasoner"},
        {"kind": "reasoner", "format": "plain", "coordinates": "miles"},
        {"format": "plain"},
        {"parameters": 0},
        {"folder": "pocket/segmenter"},
        {"repository": ""},
    ],
)
def test_an_entry_that_contradicts_itself_is_refused(change):
    with pytest.raises(ValueError, match="SAM"):
        Model(**{**ENTRY, **change})


def test_an_unknown_key_is_refused(tmp_path):
    path = tmp_path / "models.json"
    path.write_text('{"models": [{"name": "SAM", "price": 3}]}', encoding="utf-8")
    with pytest.raises(TypeError, match="price"):
        read_catalogue(path)
