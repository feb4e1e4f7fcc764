"""The sentences of the sources and their translations, by reading both."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import re
import sys
from types import ModuleType

import pytest
from askmap.backend import errors
from places import ROOT

WORDED = {  # what shows its argument to a person
    *("QAction", "QCheckBox", "QGroupBox", "QLabel", "QPushButton", "QRadioButton", "QToolButton"),
    *("addAction", "addItem", "addItems", "addMenu", "addRow", "addTab", "pushMessage"),
    *("setAccessibleName", "setPlaceholderText", "setStatusTip", "setText", "setTitle", "setToolTip"),
    *("setWhatsThis", "setWindowTitle"),
}
WORDED |= {*errors.KINDS, "Progress"}
NAMES = {"AskMap", "SAM2", "QGIS"}  # the same in every language
OTHER_WORDS = {  # for a view, the part of the map that is asked about, and for a picture, its pixels
    "en": r"\b(scenes?|images?|window)\b",
    "de": "[Ss]zene|Ansicht|Fenster",
    "es": r"\b([Ee]scena|[Vv]entana|extensión)\b",
    "fr": r"\b([Ss]cène|[Ff]enêtre|[Ee]mprise)\b",
    "pt": r"\b([Cc]ena|[Jj]anela|extensão)\b",
    "zh": "场景|图片|窗口",
}
WHOLE_RASTER = "Choose a view inside the raster's extent."  # where «extent» is the right word


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    """.ci/translations, which has no ending because it is a command."""
    sys.path.insert(0, str(ROOT / ".ci"))
    loader = importlib.machinery.SourceFileLoader("translations", str(ROOT / ".ci" / "translations"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("translations", loader))
    loader.exec_module(module)
    sys.path.remove(str(ROOT / ".ci"))
    return module


@pytest.fixture
def sources(translations, tmp_path):
    """Call it with the text of a file of the plugin and of one of the backend."""

    def sources(plugin: str = "", backend: str = ""):
        for folder, text in (("plugin", plugin), ("backend", backend), ("training", "")):
            (tmp_path / folder).mkdir(exist_ok=True)
            (tmp_path / folder / "file.py").write_text(text, encoding="utf-8")
        return translations.Sources(tmp_path)

    return sources


def said(sources) -> list[str]:
    return [message.source for message in sources.messages]


def amiss(translations, source: str, *forms: str, plural: bool = False, language: str = "de") -> str:
    message = translations.Message("askmap", source, plural)
    return " ".join(translations.problems([message], language, {message.key: forms}))


def test_every_sentence_is_there_in_every_language(translations, capsys):
    translations.check()
    assert capsys.readouterr().out == ""


def test_literals_are_collected_once_and_sorted(sources):
    found = sources('def f():\n    g(tr("b"), tr("a"))\n    tr("b") + tr("one "\n "two")')
    assert said(found) == ["a", "b", "one two"]
    assert found.problems == []


def test_a_number_makes_plural_forms(sources):
    found = sources('def f(n):\n    tr("%n target(s)", n)')
    assert [message.plural for message in found.messages] == [True]


@pytest.mark.parametrize(
    "call",
    ['tr(f"{x} targets")', "tr(words)", "tr()", 'tr("a", 1, 2)', 'tr(text="a")', 'tr("a" + "b")']
    + ['tr("%n target(s)")', 'tr("some targets", 3)'],
)
def test_a_string_that_cannot_be_translated_is_complained_about(sources, call):
    found = sources(f"def f(x, words):\n    {call}")
    assert [problem.split(":")[:2] for problem in found.problems] == [["plugin/file.py", "2"]]
    assert found.messages == []


@pytest.mark.parametrize("line", ['NAME = tr("a")', 'class A:\n    name = tr("a")', 'def f(a=tr("a")): pass'])
def test_a_string_that_is_translated_at_import_is_complained_about(sources, line):
    assert "at import" in " ".join(sources(line).problems)


def test_a_string_with_and_without_a_number_is_complained_about(sources):
    found = sources('def f(n):\n    tr("%n", n)\n    tr("%n")\n    tr("a")')
    assert len(found.problems) == 1
    assert said(found) == ["%n", "a"]


def test_the_templates_of_errors_and_messages_are_collected(sources):
    backend = """
class Missing(AskMapError):
    sentence = "{name} is gone."
    hint = "Look there."
class Lost(Missing):
    hint = "Look here."
def f(path, report):
    report(Progress(0.5, Message("Reasoning on")))
    with failures_as(Lost, Message("{scene} is damaged.", scene=path)):
        raise Missing("No {path} of {count:,} " "bytes.", hint=Message("Make {a}.", a=1), path=path, count=2)
    raise Lost("It fell.", "Go on.", raw="x") if path else Missing(name=path)
"""
    found = sources(backend=backend)
    assert found.problems == []
    assert said(found) == [
        *("Go on.", "It fell.", "Look here.", "Look there.", "Make {a}.", "No {path} of {count:,} bytes."),
        *("Reasoning on", "{name} is gone.", "{scene} is damaged."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        *('AskMapError(f"{x} is gone.")', "AskMapError(x)", "AskMapError(str(x))", "AskMapError()"),
        *('AskMapError("a" if x else "b")', 'Message(f"{x}")', "Message(x)", 'AskMapError(*["a"])'),
        *('AskMapError("{y} is gone.")', 'AskMapError("{y} is gone.", x=x)', 'AskMapError("Gone.", x=x)'),
        *('Message("{y} is gone.", **x)', 'AskMapError("{} is gone.", x)', 'Message("{ is gone.", x=x)'),
        *('AskMapError("Gone.", f"See {x}.")', 'AskMapError("Gone.", hint=str(x))'),
        *('AskMapError("Gone.", hint=HINT)', 'Progress(0.5, "Going")', 'Progress(0.5, f"Going {x}")'),
        'AskMapError("Gone.", hint=_hint(x))',
    ],
)
@pytest.mark.parametrize("folder", ["backend", "training"])
def test_a_text_that_is_no_template_is_complained_about(translations, tmp_path, folder, line):
    for name in ("plugin", "backend", "training"):
        (tmp_path / name).mkdir()
    (tmp_path / folder / "file.py").write_text(f'HINT = "See there."\ndef f(x):\n    {line}')
    found = translations.Sources(tmp_path)
    assert {tuple(problem.split(":")[:2]) for problem in found.problems} == {(f"{folder}/file.py", "3")}


def test_every_error_of_the_program_is_raised_with_a_template(translations):
    assert translations.Sources(ROOT).problems == []


def test_of_training_nothing_is_translated(translations, tmp_path):
    for name in ("plugin", "backend", "training"):
        (tmp_path / name).mkdir()
    (tmp_path / "training" / "file.py").write_text('AskMapError("It fell.")')
    assert translations.Sources(tmp_path).messages == []


def test_bugs_and_what_says_nothing_of_its_own_are_not_collected(sources):
    backend = 'raise ValueError(f"a bug in {x}")\nraise AskMapError("{a}: {b}.", a=1, b=2)'
    assert said(sources(backend=backend)) == []


def test_what_was_translated_stays_and_what_nobody_says_any_more_goes(translations, tmp_path):
    message, new = translations.Message("askmap", "Cut & <b>"), translations.Message("askmap", "New")
    path = tmp_path / "askmap_de.ts"
    known = {message.key: ("Schnitt & <b>",), ("askmap", "Old"): ("Alt",)}
    path.write_text(translations.as_xml([message, new], "de", known), encoding="utf-8")
    assert translations.read(path) == {message.key: ("Schnitt & <b>",), new.key: ("",)}
    assert path.read_text(encoding="utf-8").count('type="unfinished"') == 1


def test_plural_forms_come_back_as_they_were_written(translations, tmp_path):
    message = translations.Message("askmap", "%n target(s)", True)
    path = tmp_path / "askmap_de.ts"
    path.write_text(translations.as_xml([message], "de", {message.key: ("%n Ziel", "%n Ziele")}), "utf-8")
    assert translations.read(path) == {message.key: ("%n Ziel", "%n Ziele")}


def test_a_good_translation_is_not_complained_about(translations):
    assert amiss(translations, "&Draw {a}…", "{a} &zeichnen…") == ""
    assert amiss(translations, "%n box(es)", "%n Rahmen", "%n Rahmen", plural=True) == ""
    assert amiss(translations, "&Draw", "绘制(&D)", language="zh") == ""


@pytest.mark.parametrize(
    ("source", "form", "word"),
    [
        ("{a} of {b}", "{a} von {c}", "field"),
        ("{a}", "{a", "field"),
        ("%n target(s)", "Ziele", "field"),
        ("Save as…", "Speichern unter", "ellipsis"),
        ("&Save", "Speichern", "mnemonic"),
        ("Cut && paste", "&Ausschneiden", "mnemonic"),
        ("<b>Save</b>", "<i>Speichern</i>", "tag"),
        ("Save ", "Speichern", "space"),
        ("one\ntwo", "eins zwei", "line break"),
        ("Save", "", "not translated"),
    ],
)
def test_a_translation_that_differs_in_more_than_words_is_complained_about(translations, source, form, word):
    assert word in amiss(translations, source, form)


def test_a_missing_plural_form_and_a_vanished_sentence_are_complained_about(translations):
    assert "not translated" in amiss(translations, "%n box(es)", "%n Rahmen", plural=True)
    assert "any more" in " ".join(translations.problems([], "de", {("askmap", "Old"): ("Alt",)}))


@pytest.mark.parametrize("path", sorted((ROOT / "plugin").rglob("*.py")), ids=lambda path: path.name)
def test_no_widget_says_a_bare_literal(path):
    bare = [
        literal.value
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", getattr(call.func, "attr", "")) in WORDED
        for literal in [*call.args, *(k.value for k in call.keywords if k.arg in ("text", "toolTip"))]
        if isinstance(literal, ast.Constant) and isinstance(literal.value, str)
    ]
    assert [words for words in bare if any(map(str.isalpha, words)) and words not in NAMES] == []


def test_no_error_of_the_plugin_says_a_bare_text():
    calls = [
        (path.name, call)
        for path in sorted((ROOT / "plugin").rglob("*.py"))
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {*errors.KINDS, "Progress"}
    ]
    assert [f"{name}:{call.lineno}" for name, call in calls if any(map(is_bare, words_of(call)))] == []


def words_of(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "hint")]


def is_bare(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


@pytest.mark.parametrize("language", OTHER_WORDS)
def test_what_is_asked_about_is_a_view_and_its_pixels_are_a_picture(translations, language):
    sources = translations.Sources(ROOT).messages
    known = translations.read(ROOT / "resources" / "i18n" / f"askmap_{language}.ts")
    words = [(message.source, message.source) for message in sources]
    if language != "en":
        words = [(source, form) for (_, source), forms in known.items() for form in forms]
    said = [form for source, form in words if source != WHOLE_RASTER]
    assert [form for form in said if re.search(OTHER_WORDS[language], form)] == []


def test_what_draws_the_masks_is_the_segmenter_and_sam2_is_what_its_files_hold(translations):
    of_plugin = [m.source for m in translations.Sources(ROOT).messages if m.context == "askmap"]
    assert [words for words in of_plugin if "SAM2" in words and "segmenter" not in words] == []


@pytest.mark.parametrize("page", ["docs/guide.md", "README.md"])
def test_guide_and_readme_use_the_words_of_the_interface(page):
    paragraphs = (ROOT / page).read_text(encoding="utf-8").split("\n\n")
    spoken = " ".join(words for words in paragraphs if not words.startswith(("```", "    ")))
    assert re.findall(r"\bscenes?\b", spoken) == []
    assert re.findall(r"SAM2's|SAM2 (?:draws|drew|is drawing)", spoken) == []
