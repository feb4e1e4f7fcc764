"""The list of cards in real QGIS's widgets: what each says, which one is chosen, and how they are drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.entries.entry import ACCEPTED, OPEN, REFINED, REJECTED  # noqa: E402
from askmap.backend.stages import Grid  # noqa: E402
from askmap.plugin.cards import delegate, thumbnails  # noqa: E402
from askmap.plugin.cards.delegate import LEAST_SIDE  # noqa: E402
from askmap.plugin.cards.model import area_text  # noqa: E402
from askmap.plugin.widgets.colours import colour_of, ink_on  # noqa: E402
from entries import make_entry, make_scene, rectangle, with_changes  # noqa: E402
from qgis.core import QgsApplication  # noqa: E402
from qgis.PyQt.QtCore import QEvent, Qt  # noqa: E402
from qgis.PyQt.QtGui import QFocusEvent  # noqa: E402
from reviewing import click, entry, numbers, press, shown  # noqa: E402


def test_a_card_says_what_it_is_about(cards):
    made = with_changes(entry(1), 1, state=REJECTED, note="Too\nnarrow", score=0.874)
    cards.show_entry(with_changes(made, 1, target=replace(made.findings[0].target, label="a\n<b>pier</b>")))
    (card,) = shown(cards)
    assert (card.label, card.state, card.note) == ("a <b>pier</b>", REJECTED, "Too narrow")
    assert card.measures == "87 % · 16.0 m²"
    assert card.sentence() == "1, a <b>pier</b>, 87 % · 16.0 m², Rejected, Too narrow"


def test_without_a_crs_areas_are_in_pixels(cards):
    grid = Grid(40, 30, (1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
    cards.show_entry(make_entry("a" * 32, rectangle(2, 2, 5, 6, grid), grid=grid))
    assert "12 pixel" in shown(cards)[0].measures


def test_what_the_model_is_not_sure_of_is_doubtful_until_it_is_judged(cards):
    made = entry(3)
    for number, confidence in ((1, 0.314), (2, 0.868)):
        target = replace(made.finding(number).target, confidence=confidence)
        made = with_changes(made, number, target=target)
    cards.show_entry(made)
    assert [card.is_doubtful for card in shown(cards)] == [True, False, False]
    assert ["doubtful" in card.sentence() for card in shown(cards)] == [True, False, False]
    assert shown(cards)[0].sentence().endswith("Open, doubtful")
    cards.show_entry(with_changes(made, 1, state=ACCEPTED))
    assert not shown(cards)[0].is_doubtful
    cards.show_entry(with_changes(made, 1, made=REFINED))
    assert not shown(cards)[0].is_doubtful


@pytest.mark.parametrize("role", [Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole])
def test_the_percentage_is_in_the_tooltip_of_a_card_and_of_no_other(cards, role):
    made = entry(2)
    cards.show_entry(with_changes(made, 1, target=replace(made.finding(1).target, confidence=0.314)))
    model = cards.list.model()
    assert model.index(0).data(role).startswith("Confidence 31 %")
    assert model.index(1).data(role) is None


def test_the_word_is_drawn_on_the_card_and_not_on_that_of_a_surer_target(cards, monkeypatch):
    lines = []
    monkeypatch.setattr(delegate, "draw_line", lambda pen, room, font, ink, text: lines.append(text))
    made = entry(2)
    cards.show_entry(with_changes(made, 1, target=replace(made.finding(1).target, confidence=0.314)))
    cards.list.grab()
    assert [line for line in lines if line.startswith("Open")] == ["Open · doubtful", "Open"]


@pytest.mark.parametrize(
    ("square_m", "words"),
    [
        (3.14159, "3.14 m²"),
        (9_999, "9,999 m²"),
        (12_345, "1.23 ha"),
        (999_000, "99.9 ha"),
        (5e8, "500 km²"),
    ],
)
def test_areas_are_told_in_the_unit_of_their_size(square_m, words):
    assert area_text(square_m) == words


def test_the_line_above_counts_the_verdicts(cards):
    cards.show_entry(with_changes(with_changes(entry(), 1, state=ACCEPTED), 3, state=REJECTED))
    assert cards.head.count.text().startswith("4 target")
    assert cards.head.count.text().endswith(": 1 accepted, 1 rejected, 2 open")


def test_an_answer_that_found_nothing_says_so_and_lets_draw(cards, heard):
    cards.show_entry(make_entry())
    assert "Draw one" in cards.head.count.text()
    cards.card_actions["draw"].trigger()
    press(cards, Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_Delete)
    assert heard == [("draw_wanted",)]


def test_who_comes_by_key_begins_with_the_first_card_and_who_clicks_with_none(cards):
    cards.show_entry(entry())
    for reason, number in ((Qt.FocusReason.MouseFocusReason, 0), (Qt.FocusReason.TabFocusReason, 1)):
        cards.list.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, reason))
        assert cards.number() == number
    cards.choose(2)
    cards.list.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    assert cards.number() == 2


def test_choosing_from_outside_is_silent(cards, heard):
    cards.show_entry(entry())
    for number, chosen in ((3, 3), (0, 0), (2, 2), (99, 0), (1, 1)):
        cards.choose(number)
        assert cards.number() == chosen
        assert len(cards.list.selectionModel().selectedIndexes()) == bool(chosen)
    assert heard == []


def test_a_click_chooses_and_a_double_click_zooms(cards, heard):
    cards.show_entry(entry())
    click(cards, 2)
    assert heard == [("chosen", 2)]
    click(cards, 3, double=True)
    assert ("zoom_wanted", 3) in heard


def test_choosing_what_the_filter_hides_shows_it(cards):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    cards.head.filter.setCurrentIndex(cards.head.filter.findData(OPEN))
    assert numbers(cards) == [1, 3, 4]
    cards.choose(2)
    assert cards.number() == 2


def test_filter_and_order_keep_the_choice(cards, heard):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    cards.choose(3)
    for box, value, expected in (
        (cards.head.order, "area", [4, 3, 2, 1]),
        (cards.head.order, "score", [1, 2, 3, 4]),
        (cards.head.filter, OPEN, [1, 3, 4]),
        (cards.head.filter, REJECTED, [2]),
    ):
        box.setCurrentIndex(box.findData(value))
        assert numbers(cards) == expected
        assert cards.number() == (3 if 3 in expected else 0)
    assert heard == []


def test_a_card_that_is_removed_gives_the_choice_to_its_neighbour(cards, heard):
    cards.removed.connect(cards.remove_finding)
    cards.show_entry(entry(3))
    cards.choose(2)
    press(cards, *[Qt.Key.Key_Delete] * 3)
    assert heard == [
        ("removed", 2),
        ("chosen", 3),
        ("removed", 3),
        ("chosen", 1),
        ("removed", 1),
        ("chosen", 0),
    ]
    assert numbers(cards) == []


def test_a_finding_that_comes_takes_its_place(cards):
    current = entry()
    cards.show_entry(current.without_finding(2))
    cards.choose(3)
    cards.update_findings([current.finding(2)])
    assert numbers(cards) == [1, 2, 3, 4]
    assert cards.number() == 3


def test_the_same_entry_shown_again_keeps_the_choice_and_another_does_not(cards):
    cards.show_entry(entry())
    cards.choose(3)
    cards.show_entry(entry(), make_scene())
    assert cards.number() == 3
    cards.show_entry(replace(entry(), id="b" * 32))
    assert cards.number() == 0


def test_the_same_entry_shown_again_keeps_its_pixels(cards):
    scene = make_scene()
    cards.show_entry(entry(), scene)
    cards.show_entry(entry())
    assert cards.list.model().scene() is scene
    cards.show_entry(replace(entry(), id="b" * 32))
    assert cards.list.model().scene() is None


def test_a_card_at_work_says_so(cards):
    cards.show_entry(entry())
    cards.busy(2, True)
    assert [card.is_busy for card in shown(cards)] == [False, True, False, False]
    assert "Working" in shown(cards)[1].sentence()
    cards.busy(2, False)
    assert not shown(cards)[1].is_busy


def test_icons_of_qgis_are_there(cards):
    names = ["ActionToggleEditing", "ActionCapturePolygon", "ActionArrowLeft", "ActionArrowRight"]
    names += ["ActionZoomToSelected", "ActionDeleteSelected", "ActionUndo", "ActionRedo"]
    for name in names:
        assert not QgsApplication.getThemeIcon(f"/m{name}.svg").pixmap(16, 16).isNull(), name


def test_cards_say_what_they_are_to_those_who_hear_them(cards):
    cards.show_entry(entry())
    spoken = cards.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1, ")
    assert all(w.accessibleName() for w in (cards.list, cards.note))


def test_numbers_stand_out_on_every_colour():
    assert {ink_on(colour_of(number)).name() for number in range(1, 8)} == {"#000000", "#ffffff"}


def test_cards_grow_with_the_font(cards):
    cards.show_entry(entry())
    before = cards.list.visualRect(cards.list.model().index(0)).height()
    font = cards.font()
    font.setPointSizeF(2 * font.pointSizeF())
    cards.setFont(font)
    cards.list.doItemsLayout()
    assert cards.list.visualRect(cards.list.model().index(0)).height() > before >= LEAST_SIDE


def test_a_hundred_cards_are_drawn_only_where_they_are_seen(cards, monkeypatch):
    drawn, thumbnail = [], thumbnails.thumbnail
    monkeypatch.setattr(thumbnails, "thumbnail", lambda *of: drawn.append(of) or thumbnail(*of))
    cards.show_entry(entry(12))
    cards.list.grab()
    assert 0 < len(drawn) < 12
