"""What a user may read, taken from the sources: tr("…") in plugin/, and the templates of backend/."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from string import Formatter

OF_PLUGIN, OF_BACKEND = (
    "askmap",
    "askmap-backend",
)  # contexts: of tr() in plugin/, of the templates of backend/
SHELL_ONLY = {"cli.py"}  # never seen in QGIS
DEFINES = "message.py"  # the class itself, which makes messages of templates that others give
NO_FIELDS = {"hint", "raw"}  # of an error, beside its fields
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
                    yield Message(OF_PLUGIN, call.args[0].value, len(call.args) == 2)

    def _of_backend(self, root: Path) -> Iterator[Message]:
        templates = Templates(root, "backend", "training")
        self.problems += templates.problems
        for path, template in templates.found:
            has_words = re.search("[A-Za-z]{2}", re.sub("{.*?}", "", template))  # unlike «{place}: {error}.»
            if path.parts[0] == "backend" and path.name not in SHELL_ONLY and has_words:
                yield Message(OF_BACKEND, template)


class Templates:
    """The literals that are given to error classes and to Message, and those that these classes hold."""

    def __init__(self, root: Path, *folders: str) -> None:
        self.found: list[tuple[Path, str]] = []  # the file, relative to the root, and what it says
        self.problems: list[str] = []
        trees = {path.relative_to(root): tree for folder in folders for path, tree in _parsed(root / folder)}
        self._classes = _error_classes(trees.values())
        for path, tree in trees.items():
            self._bound = _bound_texts(tree)
            for node in _in_order(tree) if path.name != DEFINES else ():
                for problem in self._problems_of(node, path):
                    self.problems.append(f"{path}:{node.lineno}: {problem}")

    def _problems_of(self, node: ast.AST, path: Path) -> Iterator[str]:
        name = _called(node)
        if isinstance(node, ast.ClassDef) and node.name in self._classes:
            self.found += [(path, text) for text in _held(node).values()]
        elif name == "Message":
            yield from self._call(node, path, node.args[0] if node.args else None, set())
        elif name in self._classes:
            own = self._classes[name].get("sentence")
            yield from self._call(node, path, node.args[0] if node.args else own, NO_FIELDS)
            yield from self._hint(node, path)
        elif name == "Progress" and any(map(_is_text, node.args[1:2])):
            yield "a step is a Message"

    def _call(self, call: ast.Call, path: Path, template: object, others: set[str]) -> Iterator[str]:
        text = template if isinstance(template, str) else _literal(template)
        if text is None or any(isinstance(each, ast.Starred) for each in call.args):
            yield "a template is a literal"
            return
        self.found.append((path, text))
        fields, given = (
            {name for name, _ in fields_of(text)},
            {keyword.arg for keyword in call.keywords} - others,
        )
        if fields != given:
            yield f"«{text}» has the fields {sorted(fields)}, not {sorted(map(str, given))}"

    def _hint(self, call: ast.Call, path: Path) -> Iterator[str]:
        hints = [*call.args[1:2], *(keyword.value for keyword in call.keywords if keyword.arg == "hint")]
        for hint in hints:
            text = _literal(hint)
            if text is not None:
                self.found.append((path, text))
            elif _is_text(hint) or _called(hint) not in ("", "Message") or _named(hint) in self._bound:
                yield "a hint is a literal or a Message"


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


def _called(node: ast.AST) -> str:
    """The last part of the name of what is called; "" where nothing is."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _named(node: ast.AST) -> str:
    return getattr(node, "id", "")


def _problem_of(call: ast.Call, late: bool) -> str:
    """Why the string of a tr() could not be translated; "" where it can."""
    if not call.args or _literal(call.args[0]) is None or len(call.args) > 2 or call.keywords:
        return "tr() wants one literal, and at most a number"
    if not late:
        return "tr() at import comes before any translation is there"
    if ("%n" in call.args[0].value) != (len(call.args) == 2):
        return "%n and a number go together"
    return ""


def _error_classes(trees: Iterable[ast.Module]) -> dict[str, dict[str, str]]:
    """AskMapError and the classes below it by their names, with the templates that they hold."""
    nodes = [node for node in chain.from_iterable(map(ast.walk, trees)) if isinstance(node, ast.ClassDef)]
    bases = {node.name: set(map(_named, node.bases)) for node in nodes}
    found = {"AskMapError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return {node.name: _held(node) for node in nodes if node.name in found} | {"AskMapError": {}}


def _held(node: ast.ClassDef) -> dict[str, str]:
    """The sentence and the hint that all errors of a class have."""
    assigned = (part for part in node.body if isinstance(part, ast.Assign))
    texts = {target.id: _literal(part.value) for part in assigned for target in part.targets}
    return {name: texts[name] for name in ("sentence", "hint") if texts.get(name)}


def _literal(node: object) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return node.value if is_text else None


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or _literal(node) is not None


def fields_of(text: str) -> set[tuple[str, str]]:
    """What stands in {…}: names and formats; an unreadable {…} counts as a field of its own."""
    try:
        return {(name, form) for _, name, form, _ in Formatter().parse(text) if name is not None}
    except ValueError:
        return {(text, "")}


def _bound_texts(tree: ast.Module) -> set[str]:
    """The names, other than those of classes, that stand for a text without a template."""
    held = {id(part) for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for part in node.body}
    assigned = (node for node in ast.walk(tree) if isinstance(node, ast.Assign) and id(node) not in held)
    return {_named(target) for node in assigned if _is_text(node.value) for target in node.targets} - {""}
