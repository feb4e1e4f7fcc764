"""One name is one thing: no public class of one module is called as that of another."""

from __future__ import annotations

import ast
from collections import defaultdict

import pytest
from places import ROOT

PACKAGES = ("backend", "plugin", "training")


def public_classes(source: str) -> list[str]:
    return [
        node.name
        for node in ast.parse(source).body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]


def places_of_classes() -> dict[str, list[str]]:
    """The files in which each public class is defined, by its name."""
    places = defaultdict(list)
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            for name in public_classes(path.read_text(encoding="utf-8")):
                places[name].append(str(path.relative_to(ROOT)))
    return places


def test_no_two_public_classes_have_one_name():
    assert {name: files for name, files in places_of_classes().items() if len(files) > 1} == {}


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("class Part: pass\nclass _Own: pass\n", ["Part"]),
        ("def make():\n    class Inner: pass\n", []),
        ("@frozen\nclass Grid(Base):\n    class Cell: pass\n", ["Grid"]),
    ],
)
def test_the_guard_sees_public_classes_alone(source, names):
    assert public_classes(source) == names
