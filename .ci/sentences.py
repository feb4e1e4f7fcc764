"""What a person may read, taken from the sources: tr("…") in plugin/, and all that backend/ says."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

SPOKEN, SAID = "askmap", "askmap-backend"  # contexts: of tr() in plugin/, of what backend/ says
SHELL_ONLY = {"cli.py"}  # never seen in QGIS
# Which argument may be read, and what is given to these names, or what they give
SPEAKERS = {"Message": 0, "Progress": 1, "failures_as": 1, "memory_of": 1, "check_room": 2}
SPOKEN_NAMES = {"sentence", "hint", "warnings", "ways", "step", "described"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    plural: bool = False

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.source


class Sources:
    """What the sources say, and what is wrong with how they say it.

    Sorted, so that a sentence that moves from file to file stays where it is for all who translate.
    """

    def __init__(self, root: Path) -> None:
        self.problems: list[str] = []
        found = [*self._of_plugin(root), *self._of_backend(root)]
        self.messages = sorted({message.key: message for message in found}.values(), key=lambda m: m.key)
        plural = {message.key for message in found if message.plural}
        plain = {message.key for message in found if not message.plural}
        self.problems += [f"«{source}» is said with and without a number" for _, source in plural & plain]

    def _of_plugin(self, root: Path) -> Iterator[Message]:
        for path, tree in _parsed(root / "plugin"):
            late = {id(node) for f in ast.walk(tree) if isinstance(f, FUNCTIONS) for node in _body(f)}
            for call in (node for node in _in_order(tree) if _called(node) == "tr"):
                problem = _problem_of(call, id(call) in late)
                if problem:
                    self.problems.append(f"{path.relative_to(root)}:{call.lineno}: {problem}")
                else:
                    yield Message(SPOKEN, call.args[0].value, len(call.args) == 2)

    def _of_backend(self, root: Path) -> Iterator[Message]:
        trees = [tree for path, tree in _parsed(root / "backend") if path.name not in SHELL_ONLY]
        errors = _errors(trees)
        for tree in trees:
            for pattern in Module(tree, errors).patterns():
                if re.search("[A-Za-z]{2}", re.sub("{.*?}", "", pattern)):  # «{0}: {1}.» would fit anything
                    yield Message(SAID, pattern)


class Module:
    """One file of the backend, and the sentences in it that may reach a person."""

    def __init__(self, tree: ast.Module, errors: set[str]) -> None:
        self._nodes, self._errors = list(_in_order(tree)), errors

    def patterns(self) -> Iterator[str]:
        for node in self._nodes:
            for sentence in self._sentences(node):
                yield from self._patterns(sentence)

    def _sentences(self, node: ast.AST) -> Iterator[ast.AST]:
        name = _called(node)
        if name in self._errors or name == "__init__":
            yield from node.args[:2]
        elif name in SPEAKERS:
            yield from node.args[SPEAKERS[name] :][:1]
        elif isinstance(node, ast.FunctionDef) and node.name in SPOKEN_NAMES:
            yield from _returned(node)
        elif SPOKEN_NAMES & _names(node):
            yield node.value

    def _patterns(self, sentence: ast.AST) -> Iterator[str]:
        """As format strings: a field of the sentence is {0}, the next {1}."""
        if isinstance(sentence, (ast.JoinedStr, ast.Constant)):
            text = _pattern(sentence)
            if text:
                yield text
        elif isinstance(sentence, ast.IfExp):
            yield from (*self._patterns(sentence.body), *self._patterns(sentence.orelse))
        elif isinstance(sentence, (ast.Tuple, ast.Dict)):
            parts = sentence.elts if isinstance(sentence, ast.Tuple) else sentence.keys
            yield from (pattern for part in parts for pattern in self._patterns(part))
        elif isinstance(sentence, ast.GeneratorExp):
            yield from self._patterns(sentence.elt)
        elif _called(sentence) == "tuple":
            yield from (pattern for part in sentence.args for pattern in self._patterns(part))
        elif isinstance(sentence, ast.Starred):
            yield from self._patterns(sentence.value)
        elif isinstance(sentence, ast.Call):
            for function in self._nodes:
                if isinstance(function, ast.FunctionDef) and function.name == _called(sentence):
                    yield from (p for value in _returned(function) for p in self._patterns(value))


def _parsed(folder: Path) -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(folder.rglob("*.py")):
        yield path, ast.parse(path.read_text(encoding="utf-8"), str(path))


def _in_order(tree: ast.AST) -> list[ast.AST]:
    placed = [node for node in ast.walk(tree) if hasattr(node, "lineno")]
    return sorted(placed, key=lambda node: (node.lineno, node.col_offset))


def _body(function: ast.AST) -> Iterator[ast.AST]:
    """What runs when it is called: its decorators and defaults run at import."""
    parts = function.body if isinstance(function.body, list) else [function.body]
    return (node for part in parts for node in ast.walk(part))


def _names(node: ast.AST) -> set[str]:
    """What a value is given to: a keyword, or variables."""
    if isinstance(node, ast.keyword):
        return {node.arg or ""}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name) and getattr(node, "value", None)}


def _called(node: ast.AST) -> str:
    """The last part of the name of what is called; "" where nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _problem_of(call: ast.Call, late: bool) -> str:
    """Why the string of a tr() could not be translated; "" where it can."""
    literal = call.args and isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
    if not literal or len(call.args) > 2 or call.keywords:
        return "tr() wants one literal, and at most a number"
    if not late:
        return "tr() at import comes before any translation is there"
    if ("%n" in call.args[0].value) != (len(call.args) == 2):
        return "%n and a number go together"
    return ""


def _errors(trees: Iterable[ast.Module]) -> set[str]:
    """The names of AskMapError and of the classes below it."""
    bases = {
        node.name: {base.id for base in node.bases if isinstance(base, ast.Name)}
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
    }
    names: set[str] = {"AskMapError"}
    while more := {name for name, above in bases.items() if above & names} - names:
        names |= more
    return names


def _returned(function: ast.FunctionDef) -> Iterator[ast.AST]:
    return (n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value is not None)


def _pattern(sentence: ast.AST) -> str:
    if isinstance(sentence, ast.Constant):
        if not isinstance(sentence.value, str):
            return ""
        numbers = count()
        text = re.sub(r"\{[a-z_]+(:[^}]*)?\}", lambda _: f"<{next(numbers)}>", sentence.value)
        text = text.replace("{", "{{").replace("}", "}}")
        return re.sub(r"<(\d+)>", r"{\1}", text)
    text, fields = "", 0
    for part in sentence.values:
        if isinstance(part, ast.Constant):
            text += _pattern(part)
        else:
            text, fields = f"{text}{{{fields}}}", fields + 1
    return text
