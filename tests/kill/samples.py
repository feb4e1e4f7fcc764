"""Samples of the page «Teach»: one that was kept is there, whole, and training reads all of them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from askmap.backend.samples.lesson import Lesson, forget, keep
from askmap.backend.samples.split_file import SampleFile
from askmap.backend.stages import Box, Point, Target
from askmap.training.sample_sets import open_samples
from case import Case
from entries import make_scene, rectangle

SAMPLES = 12
SHIP = Target(Box(2, 3, 8, 7), (Point(3.5, 4.5), Point(6.5, 5.5)))
FIRST = "Where was a ship?"


def file_in(folder: Path) -> SampleFile:
    return SampleFile(folder / "set")


def lesson(question: str, seed: int = 0) -> Lesson:
    return Lesson(make_scene(seed=seed), question, (SHIP,), rectangle(2, 3, 8, 7), "ship", "It floats.")


def prepare(folder: Path) -> None:
    keep(lesson(FIRST), file_in(folder))


def work(folder: Path) -> None:
    """Tells each finished call, in one write, beside the samples; every third is taken back."""
    told = os.open(folder / "told", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    for number in range(SAMPLES):
        row = keep(lesson(f"Where is ship {number}?", number), file_in(folder))
        os.write(told, f"{row.name} kept\n".encode())
        if number % 3 == 2:
            os.write(told, f"{row.name} going\n".encode())
            forget(row.name, file_in(folder))


def check(folder: Path) -> None:
    lines = (folder / "told").read_text().splitlines() if (folder / "told").exists() else []
    going = {line.split()[0] for line in lines if line.endswith("going")}
    kept = {line.split()[0] for line in lines} - going
    samples = {sample.name: sample for sample in open_samples(file_in(folder).folder)}
    assert kept <= set(samples), f"{sorted(kept - set(samples))} are lost"
    assert FIRST in {question for sample in samples.values() for question in sample.questions}
    for sample in samples.values():
        assert sample.read_picture().shape == make_scene().image.shape
        assert np.array_equal(sample.read_mask(), rectangle(2, 3, 8, 7))


def check_next(folder: Path) -> None:
    check(folder)
    file = file_in(folder)
    assert file.count() == len(list(open_samples(file.folder)))
    assert not list(folder.rglob(".askmap-*")), "drafts are left"


CASES = {"keep-and-forget": Case(prepare, work, check, check_next)}
