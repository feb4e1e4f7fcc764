"""Tests use what is public: a private name may change without anyone's asking."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator

from places import ROOT

TESTS = ROOT / "tests"
PRIVATE = re.compile(r"_[a-z]\w*")  # names with two underscores on both sides are public
OWN = ("self", "cls")
PATCHES = {"setattr", "delattr", "getattr", "hasattr"}  # of monkeypatch, and Python's own
NO_PRIVATE = {"os._exit"}  # documented by Python, in spite of its underscore
KEPT = {  # file and name: how often, and why there is no public way
    # PyTorch has no public name for what tells two storages apart where neither has an address, as on "meta"
    ("training/rehearsal/test_memory.py", "storage._cdata"): 3,
    ("training/rehearsal/test_memory.py", "tensor.untyped_storage()._cdata"): 1,
    # nor a public module for a mode that sees every operation, and for the tensors in what it makes
    ("training/rehearsal/test_memory.py", "torch.utils._python_dispatch"): 1,
    ("training/rehearsal/test_memory.py", "torch.utils._pytree"): 1,
    # TRL sets it where it starts vLLM, for which a stand-in serves here
    ("training/rl/test_vllm.py", "trainer._last_loaded_step"): 1,
}


def private_uses(tree: ast.AST) -> Iterator[str]:
    """Private names of others: read, set, imported, or patched by a text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and is_of_another(node):
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom):
            source = node.module or ""
            if any(map(PRIVATE.fullmatch, source.split("."))):
                yield source
            yield from (f"{source}.{name.name}" for name in node.names if PRIVATE.fullmatch(name.name))
        elif isinstance(node, ast.Import):
            names = [name.name for name in node.names]
            yield from (name for name in names if any(map(PRIVATE.fullmatch, name.split("."))))
        elif isinstance(node, ast.Call):
            yield from patched(node)


def is_of_another(node: ast.Attribute) -> bool:
    is_own = isinstance(node.value, ast.Name) and node.value.id in OWN
    return bool(PRIVATE.fullmatch(node.attr)) and not is_own


def patched(call: ast.Call) -> Iterator[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in PATCHES:
        texts = [each.value for each in call.args if isinstance(each, ast.Constant)]
        yield from (text for text in map(str, texts) if PRIVATE.fullmatch(text.split(".")[-1]))


def test_the_guard_sees_private_names():
    source = """
from a._b import c, _d
import a._e
x._f = x.__dict__
monkeypatch.setattr(a, "_g", 1)
monkeypatch.setattr("a.b._h", 1)
self._i = getattr(x, "j")
"""
    assert set(private_uses(ast.parse(source))) == {"a._b", "a._b._d", "a._e", "x._f", "_g", "a.b._h"}


def test_tests_use_no_private_name_but_those_that_are_listed():
    used = Counter(
        (str(path.relative_to(TESTS)), name)
        for path in sorted(TESTS.rglob("*.py"))
        for name in private_uses(ast.parse(path.read_text(encoding="utf-8")))
        if name not in NO_PRIVATE
    )
    assert used == KEPT
