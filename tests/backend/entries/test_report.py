"""backend/entries/report.py: everything is said, and nothing that anybody wrote comes to life."""

from __future__ import annotations

import base64
import re
from dataclasses import fields, replace
from html.parser import HTMLParser

import pytest
from askmap.backend.entries.entry import ACCEPTED, FAILED, MADE, OUTCOMES, STATES, UNKNOWN
from askmap.backend.entries.report import Chapter, html, markdown, write_report
from askmap.backend.entries.report_tables import ReportTexts, crs_name, place_text, plain_number, time_text
from askmap.backend.errors import NotWritten
from askmap.backend.geo.outlines import crs_of
from askmap.backend.geo.png import to_png
from askmap.backend.stages import Grid, Question, Turn
from entries import make_entry, make_scene, rectangle, utm_grid, with_changes
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rasters import full_disk

NAMES = {name: f"«{name}»" for name in (*STATES, *MADE, *OUTCOMES)}
OTHERS = {"states": NAMES, "language": "en", "format_number": plain_number}
WORDS = ReportTexts(**{field.name: field.name for field in fields(ReportTexts)} | OTHERS)
PICTURE = to_png(make_scene().image)

EVIL = [
    "<script>alert(1)</script>",
    "a | b | c",
    "`rm -rf` and ``` fences",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
    "<http://evil.example> https://evil.example www.evil.example",
    "# no heading\n---\n1. no list\n- none\n    no code\n> no quotation",
    "&lt;b&gt; &amp; \\< \\\\",
    "*no* _emphasis_ ~~none~~ $x$ [^1]",
    '"onload="alert(1)',
    "]]></style></title>",
]


def _markdown_of(entry):
    return markdown([Chapter(entry)], WORDS, [""])


def entry_with(text):
    """An entry that says it wherever a model, a person or a file may."""
    entry = make_entry("a" * 32, rectangle(2, 3, 9, 8), thought=text, source=text)
    finding = entry.finding(1)
    entry = with_changes(entry, 1, note=text, target=replace(finding.target, label=text))
    made = replace(
        entry.provenance,
        reasoner=text,
        segmenter=text,
        warnings=(text,),
        settings={"format": text},
        times_s={text: 1.0},
        device=text,
    )
    earlier = (Turn(text, ()),)
    question = Question(text, earlier=earlier) if text.strip() else entry.question
    return replace(entry, question=question, provenance=made, outcome=FAILED, fault=text)


class Page(HTMLParser):
    """Which tags and attributes a page has, and its words."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}

    def handle_data(self, words):
        self.text += words


def rendered(text):
    """Markdown as a reader shows it: the kinds of its parts, and its words."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    parts = [part for token in tokens for part in (token, *(token.children or ()))]
    words = "\n".join(token.content for token in parts if token.type == "text")
    return {token.type for token in parts}, words


OURS = {"heading", "paragraph", "bullet_list", "list_item", "strong", "blockquote"}
OURS |= {"table", "thead", "tbody", "tr", "th", "td"}
OURS = {f"{name}_{end}" for name in OURS for end in ("open", "close")}
OURS |= {"inline", "text", "hardbreak", "softbreak", "text_special"}


@pytest.mark.parametrize("text", EVIL)
def test_what_anybody_wrote_stays_text_in_html(text):
    plain = Page(html([Chapter(entry_with("word"))], WORDS))
    page = Page(html([Chapter(entry_with(text))], WORDS))
    assert page.tags == plain.tags
    assert page.attributes == plain.attributes
    assert page.text.count(text) >= plain.text.count("word") == 13


@pytest.mark.parametrize("text", EVIL)
def test_what_anybody_wrote_stays_text_in_markdown(text):
    text_of_report = markdown([Chapter(entry_with(text))], WORDS, [""])
    kinds, words = rendered(text_of_report)
    assert kinds <= OURS
    assert "".join(text.split()) in "".join(words.split())
    assert not re.search(
        r"https?://|www\.", text_of_report
    )  # which GitHub makes links of without being asked


@given(st.text(max_size=60))
@example("0)")
@example("a\n\n\tb")
@example("\\")
def test_any_text_reads_as_it_is(text):
    kinds, words = rendered(markdown([Chapter(entry_with(text))], WORDS, [""]))
    assert kinds <= OURS
    shown = re.sub(r"[\x00-\x1f\x7f-\x9f]", "", "".join(text.split()))
    assert shown in re.sub(r"\s", "", words)
    assert (
        Page(html([Chapter(entry_with(text))], WORDS)).tags
        <= Page(html([Chapter(entry_with("a"))], WORDS)).tags
    )


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_report_says_all_that_is_needed_to_judge_and_to_ask_again(form):
    entry = make_entry("a" * 32, rectangle(2, 3, 9, 8), rectangle(20, 10, 30, 25))
    entry = with_changes(entry, 2, state=ACCEPTED, note="Seen on site.")
    chapters = [Chapter(entry)]
    text = (
        Page(html(chapters, WORDS)).text if form == "html" else rendered(markdown(chapters, WORDS, [""]))[1]
    )
    for fact in (
        "Where could a ship moor?",
        "2026-01-02 03:04:05 UTC",
        "harbour.tif",
        "40 × 30 px",
        "Ships lie in harbours.",
        "ship 1",
        "«accepted»",
        "«open»",
        "Seen on site.",
        "600 m²",
        "ab" * 32,
        "cd" * 32,
        "temperature = 0.0",
        "reasoning 1.50",
        "0.90",
    ):
        assert fact in text


def test_nothing_found_is_said():
    assert "nothing" in Page(html([Chapter(make_entry())], WORDS)).text


def test_html_holds_its_pictures_and_loads_nothing():
    page = html([Chapter(make_entry(), PICTURE)], WORDS)
    assert base64.b64encode(PICTURE).decode() in page
    assert "default-src 'none'; img-src data:" in page
    assert re.findall(r'(?:src|href)="(?!data:)', page) == []


def test_markdown_has_its_pictures_beside_it(tmp_path):
    path = tmp_path / "my <report> 100%.md"
    write_report([Chapter(make_entry(), PICTURE), Chapter(make_entry())], path, WORDS)
    assert (tmp_path / "my <report> 100%_pictures" / "1.png").read_bytes() == PICTURE
    assert len(list(tmp_path.rglob("*"))) == 3
    tokens = MarkdownIt("commonmark").parse(path.read_text())
    (image,) = [part for token in tokens for part in (token.children or ()) if part.type == "image"]
    assert image.attrs["src"] == "my%20%3Creport%3E%20100%25_pictures/1.png"


def test_other_endings_are_refused(tmp_path):
    with pytest.raises(NotWritten, match="no «.pdf» reports"):
        write_report([Chapter(make_entry())], tmp_path / "report.pdf", WORDS)


@pytest.mark.parametrize("ending", [".md", ".html"])
def test_a_full_disk_leaves_an_older_report(tmp_path, ending):
    path = tmp_path / f"report{ending}"
    path.write_text("older")
    with full_disk(), pytest.raises(NotWritten):
        write_report([Chapter(make_entry(), PICTURE)], path, WORDS)
    assert path.read_text() == "older"


@pytest.mark.parametrize(
    ("crs", "name"),
    [
        ("EPSG:32633", "WGS 84 / UTM zone 33N (EPSG:32633)"),
        ("EPSG:4326", "WGS 84 (EPSG:4326)"),
        ("", ""),
        ('LOCAL_CS["Undefined Cartesian SRS",UNIT["metre",1]]', "Undefined Cartesian SRS"),
    ],
)
@pytest.mark.parametrize("form", ["WKT1", "WKT2_2019"])
def test_a_coordinate_system_has_a_name(crs, name, form):
    wkt = crs_of(crs).ExportToWkt([f"FORMAT={form}"]) if crs.startswith("EPSG") else crs
    assert crs_name(wkt) == name


def test_places_and_times_are_for_people():
    assert place_text(utm_grid()).startswith("40 × 30 px, x 500000 … 500080, y 3999940 … 4000000, ")
    assert place_text(Grid(5, 5, (1, 0, 0, 0, -1, 0))) == "5 × 5 px, x 0 … 5, y -5 … 0"
    assert time_text("2026-01-02T03:04:05.123456+00:00") == "2026-01-02 03:04:05 UTC"
    assert time_text("some day") == "some day"


def test_pictures_in_a_folder_of_the_user_are_not_replaced(tmp_path):
    (tmp_path / "a_pictures").mkdir()
    (tmp_path / "a_pictures" / "1.png").write_bytes(b"the user's")
    with pytest.raises(NotWritten, match="belongs to something else"):
        write_report([Chapter(make_entry(), PICTURE)], tmp_path / "a.md", WORDS)
    assert (tmp_path / "a_pictures" / "1.png").read_bytes() == b"the user's"
    assert not (tmp_path / "a.md").exists()


def test_an_older_report_is_replaced_with_its_pictures(tmp_path):
    for _ in range(2):
        write_report([Chapter(make_entry(), PICTURE)], tmp_path / "a.md", WORDS)
    assert (tmp_path / "a_pictures" / "1.png").read_bytes() == PICTURE


def test_pictures_that_an_older_report_does_not_show_are_the_users_and_stay(tmp_path):
    folder, path = tmp_path / "a_pictures", tmp_path / "a.md"
    write_report([Chapter(make_entry(), PICTURE)], path, WORDS)
    (folder / "2.png").write_bytes(b"the user's")
    for _ in range(2):
        write_report([Chapter(make_entry(), PICTURE)] * 2, path, WORDS)
        assert (folder / "2.png").read_bytes() == b"the user's"
        assert "](<a_pictures/1.png>)" in path.read_text(encoding="utf-8")
        assert "](<a_pictures/2_2.png>)" in path.read_text(encoding="utf-8")
        assert sorted(file.name for file in folder.iterdir()) == ["1.png", "2.png", "2_2.png"]


def test_the_pictures_of_the_users_own_page_stay(tmp_path):
    (tmp_path / "a_pictures").mkdir()
    (tmp_path / "a_pictures" / "1.png").write_bytes(b"the user's")
    (tmp_path / "a.md").write_bytes(b"![](a_pictures/1.png) \xff")
    write_report([Chapter(make_entry(), PICTURE)], tmp_path / "a.md", WORDS)
    assert (tmp_path / "a_pictures" / "1.png").read_bytes() == b"the user's"


@pytest.mark.parametrize("written", [lambda entry: html([Chapter(entry)], WORDS), _markdown_of])
def test_what_the_model_does_not_know_is_not_told_as_nothing_found(written):
    nothing = make_entry()
    unknown = replace(nothing, outcome=UNKNOWN)
    assert ("nothing" in written(nothing), "unknown" in written(nothing)) == (True, False)
    assert "nothing" not in written(unknown)
    assert "unknown" in written(unknown).replace("«unknown»", "")


@pytest.mark.parametrize("written", [html, lambda chapters, words: markdown(chapters, words, [""])])
def test_a_confidence_has_a_column_where_the_model_states_one(written):
    entry = make_entry("a" * 32, *(rectangle(x, 3, x + 5, 8) for x in (2, 12, 22)))
    assert "doubtful" not in written([Chapter(entry)], WORDS)
    assert "confidence" not in written([Chapter(entry)], WORDS)
    for number, confidence in ((1, 0.314), (2, 0.868)):
        target = replace(entry.finding(number).target, confidence=confidence)
        entry = with_changes(entry, number, target=target)
    text = written([Chapter(entry)], WORDS)
    assert "confidence" in text
    assert "0.31 (doubtful)" in text
    assert "0.87" in text
    assert text.count("doubtful") == 1
