"""Folders of models as other programs leave them, made of the bundled ones."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from askmap.backend.engine.protocols import POCKET

SEGMENTER = POCKET / "segmenter"
LARGE_BYTES = 1 << 20
MAIN = "ab" * 20  # a revision


def put_in_hub_cache(cache: Path, repository: str, revision: str = MAIN, model: Path = SEGMENTER) -> Path:
    """The folder of the snapshot, whose files are links to blobs called by their digests."""
    place = cache / f"models--{repository.replace('/', '--')}"
    snapshot, blobs = place / "snapshots" / revision, place / "blobs"
    snapshot.mkdir(parents=True)
    blobs.mkdir(exist_ok=True)
    for file in model.iterdir():
        blob = blobs / blob_name(file)
        shutil.copy(file, blob)
        os.symlink(os.path.relpath(blob, snapshot), snapshot / file.name)
    (place / "refs").mkdir(exist_ok=True)
    (place / "refs" / "main").write_text(revision)
    return snapshot


def blob_name(file: Path) -> str:
    content = file.read_bytes()
    if len(content) >= LARGE_BYTES:
        return hashlib.sha256(content).hexdigest()
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def put_in_folder(models: Path, repository: str, model: Path = SEGMENTER) -> Path:
    """OWNER/NAME, as LM Studio keeps them."""
    folder = models / repository
    shutil.copytree(model, folder)
    return folder
