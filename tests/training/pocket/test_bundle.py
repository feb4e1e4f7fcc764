import shutil

import torch
from askmap.backend.engine.protocols import POCKET
from askmap.training.bundle import bundle
from safetensors.torch import load_file, save_file


def test_a_bundle_is_half_the_size_and_holds_what_the_backend_needs(tmp_path):
    trained = tmp_path / "trained"
    shutil.copytree(POCKET / "reasoner", trained)
    (trained / "optimizer.pt").write_bytes(b"only training needs this")
    save_file({"a": torch.ones(8), "count": torch.tensor([3])}, trained / "model.safetensors")
    bundle(trained, tmp_path / "out")
    weights = load_file(tmp_path / "out" / "model.safetensors")
    assert weights["a"].dtype == torch.float16
    assert weights["count"].dtype == torch.int64
    kept = {path.name for path in (tmp_path / "out").iterdir()}
    assert kept == {path.name for path in (POCKET / "reasoner").iterdir()} - {"README.md"}


def test_the_bundled_pair_is_at_most_20_mb():
    assert sum(path.stat().st_size for path in POCKET.rglob("*") if path.is_file()) <= 20_000_000
