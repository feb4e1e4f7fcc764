"""The cards of findings under mouse and keys, in real QGIS's widgets."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.findings import ACCEPTED, OPEN, REJECTED, Finding  # noqa: E402
from askmap.backend.outlines import mask_geometry  # noqa: E402
from askmap.backend.stages import Box, Grid, Point, Scene, Target  # noqa: E402
from askmap.plugin.card import CARD, LEAST_SIDE  # noqa: E402
from askmap.plugin.card_list import area_text  # noqa: E402
from askmap.plugin.cards import Cards  # noqa: E402
from askmap.plugin.colours import colour_of, ink_on  # noqa: E402
from askmap.plugin.thumbnails import Thumbnails, image_of, thumbnail  # noqa: E402
from entries import make_entry, make_scene, rectangle, utm_grid, with_changes  # noqa: E402
from qgis.core import QgsApplication  # noqa: E402
from qgis.PyQt.QtCore import QEvent, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QFocusEvent, QKeyEvent  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QToolButton  # noqa: E402

SIGNALS = [
    "state_wanted",
    "states_wanted",
    "edit_wanted",
    "draw_wanted",
    "removed",
    "zoom_wanted",
    "chosen",
    "hovered",
    "note_written",
    "undo_wanted",
    "redo_wanted",
]


def entry(count=4):
    """Rectangles, each larger than the one before, each with a lower score."""
    masks = [rectangle(2, 2, 4 + 2 * i, 4 + 2 * i) for i in range(count)]
    made = make_entry("a" * 32, *masks)
    for number in range(1, count + 1):
        made = with_changes(made, number, score=1 - number / 200)
    return made


@pytest.fixture
def cards(desk):
    cards = Cards(desk.mainWindow())
    cards.setGeometry(0, 0, 320, 500)
    cards.show()
    return cards


@pytest.fixture
def heard(cards):
    heard = []
    for name in SIGNALS:
        getattr(cards, name).connect(lambda *values, name=name: heard.append((name, *values)))
    return heard


def shown(cards):
    """What the cards say, in their order."""
    model = cards.list.model()
    return [model.index(row).data(CARD) for row in range(model.rowCount())]


def numbers(cards):
    return [card.number for card in shown(cards)]


def press(cards, *keys):
    for key in keys:
        QTest.keyClick(cards.list, key)


def click(cards, number, double=False):
    place = cards.list.visualRect(cards.list.model().index(numbers(cards).index(number))).center()
    for way in [QTest.mouseClick, QTest.mouseDClick][: 2 if double else 1]:
        way(cards.list.viewport(), Qt.MouseButton.LeftButton, pos=place)


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
    assert cards.count.text().startswith("4 target")
    assert cards.count.text().endswith(": 1 accepted, 1 rejected, 2 open")


def test_an_answer_that_found_nothing_says_so_and_lets_draw(cards, heard):
    cards.show_entry(make_entry())
    assert "Draw one" in cards.count.text()
    cards.deeds["draw"].trigger()
    press(cards, Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_Delete)
    assert heard == [("draw_wanted",)]


def test_without_an_answer_there_is_nothing_to_do(cards, heard):
    cards.show_entry(entry())
    cards.clear()
    press(cards, *"ARODNP", Qt.Key.Key_Return)
    assert heard == []
    assert not cards.note.isEnabled()
    assert not cards.all_button.isEnabled()


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        ("A", ("state_wanted", 2, ACCEPTED)),
        ("R", ("state_wanted", 2, REJECTED)),
        ("O", ("state_wanted", 2, OPEN)),
        ("E", ("edit_wanted", 2)),
        ("D", ("draw_wanted",)),
        ("N", ("chosen", 3)),
        ("P", ("chosen", 1)),
        (Qt.Key.Key_Down, ("chosen", 3)),
        (Qt.Key.Key_Up, ("chosen", 1)),
        (Qt.Key.Key_Delete, ("removed", 2)),
        (Qt.Key.Key_Return, ("zoom_wanted", 2)),
        (Qt.Key.Key_Enter, ("zoom_wanted", 2)),
    ],
)
def test_each_key_does_one_thing(cards, heard, key, signal):
    cards.show_entry(entry())
    cards.choose(2)
    press(cards, key)
    assert heard[0] == signal


def test_undo_and_redo_are_the_cards_own_while_they_have_the_keyboard(cards, heard):
    cards.show_entry(entry())
    cards.set_undo(True, True)
    held = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(cards.list, Qt.Key.Key_Z, held)
    QTest.keyClick(cards.list, Qt.Key.Key_Z, held | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(cards.list, Qt.Key.Key_Y, held)
    assert heard == [("undo_wanted",), ("redo_wanted",), ("redo_wanted",)]


def test_what_cannot_be_undone_is_not_wanted(cards, heard):
    cards.set_undo(False, True)
    QTest.keyClick(cards.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert heard == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_A])
def test_a_shortcut_of_qgis_does_not_take_the_key_away(cards, key):
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(cards.list, event)
    assert event.isAccepted()


def test_keys_with_ctrl_stay__with_qgis(cards, heard):
    cards.show_entry(entry())
    cards.choose(1)
    QTest.keyClick(cards.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert [signal for signal in heard if signal[0] == "state_wanted"] == []


def test_after_a_verdict_the_next_open_one_is_chosen(cards, heard):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    cards.choose(1)
    press(cards, "A")
    assert heard == [("state_wanted", 1, ACCEPTED), ("chosen", 3)]
    assert cards.number() == 3


def test_one_key_after_the_other_reviews_them_all(cards, heard):
    current = entry()

    def decide(number, state):
        cards.update_findings([replace(current.finding(number), state=state)])

    cards.state_wanted.connect(decide)
    cards.show_entry(current)
    cards.choose(3)
    press(cards, *"ARAR")
    assert [card.state for card in shown(cards)] == [ACCEPTED, REJECTED, ACCEPTED, REJECTED]
    assert cards.number() == 2
    assert [signal[1] for signal in heard if signal[0] == "chosen"] == [4, 1, 2]


def test_reviewing_what_is_open_leaves_only_what_is_open(cards):
    current = entry()
    cards.state_wanted.connect(
        lambda number, state: cards.update_findings([replace(current.finding(number), state=state)])
    )
    cards.show_entry(current)
    cards.filter.setCurrentIndex(cards.filter.findData(OPEN))
    cards.choose(2)
    press(cards, "A", "R")
    assert numbers(cards) == [1, 4]
    assert cards.number() == 4


def test_keys_written_into_a_note_decide_nothing(cards, heard):
    cards.show_entry(entry())
    cards.choose(2)
    QTest.keyClicks(cards.note, "A rare one, REDO N P")
    QTest.keyClick(cards.note, Qt.Key.Key_Delete)
    QTest.keyClick(cards.note, Qt.Key.Key_Return)
    assert heard == [("note_written", 2, "A rare one, REDO N P")]


def test_a_note_is_written_when_another_card_is_chosen(cards, heard):
    cards.show_entry(entry())
    cards.choose(2)
    QTest.keyClicks(cards.note, "Ask Ana")
    cards.choose(3)
    assert heard == [("note_written", 2, "Ask Ana")]
    assert cards.note.text() == ""


def test_a_note_in_the_making_survives_what_sam2_brings(cards, heard):
    current = entry()
    cards.show_entry(current)
    cards.choose(2)
    QTest.keyClicks(cards.note, "Ask")
    cards.update_findings([replace(current.finding(2), score=0.3)])
    cards.update_findings([replace(current.finding(1), note="other")])
    QTest.keyClicks(cards.note, " Ana")
    assert cards.note.text() == "Ask Ana"
    assert heard == []


def test_escape_takes_back_what_was_typed(cards, heard):
    cards.show_entry(with_changes(entry(), 2, note="Good"))
    cards.choose(2)
    QTest.keyClicks(cards.note, " or bad")
    QTest.keyClick(cards.note, Qt.Key.Key_Escape)
    assert cards.note.text() == "Good"
    assert heard == []


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
    cards.filter.setCurrentIndex(cards.filter.findData(OPEN))
    assert numbers(cards) == [1, 3, 4]
    cards.choose(2)
    assert cards.number() == 2


def test_filter_and_order_keep_the_choice(cards, heard):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    cards.choose(3)
    for box, value, expected in (
        (cards.order, "area", [4, 3, 2, 1]),
        (cards.order, "score", [1, 2, 3, 4]),
        (cards.filter, OPEN, [1, 3, 4]),
        (cards.filter, REJECTED, [2]),
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


def test_all_open_ones_are_accepted_at_once(cards, heard):
    cards.show_entry(with_changes(entry(), 2, state=REJECTED))
    QTest.mouseClick(cards.all_button, Qt.MouseButton.LeftButton)
    assert heard == [("states_wanted", [1, 3, 4], ACCEPTED)]


def test_a_card_at_work_says_so(cards):
    cards.show_entry(entry())
    cards.busy(2, True)
    assert [card.is_busy for card in shown(cards)] == [False, True, False, False]
    assert "Working" in shown(cards)[1].sentence()
    cards.busy(2, False)
    assert not shown(cards)[1].is_busy


def test_the_mouse_over_a_card_is_told_and_its_leaving(cards, heard):
    cards.show_entry(entry())
    cards.list.entered.emit(cards.list.model().index(1))
    QApplication.sendEvent(cards.list.viewport(), QEvent(QEvent.Type.Leave))
    assert heard == [("hovered", 2), ("hovered", 0)]


def test_every_button_says_which_key_does_the_same(cards):
    buttons = [b for b in cards.deeds.findChildren(QToolButton) if b.defaultAction()]
    assert len(buttons) == 11
    assert all("(" in button.toolTip() for button in buttons)


def test_icons_of_qgis_are_there(cards):
    names = ["ActionToggleEditing", "ActionCapturePolygon", "ActionArrowLeft", "ActionArrowRight"]
    names += ["ActionZoomToSelected", "ActionDeleteSelected", "ActionUndo", "ActionRedo"]
    for name in names:
        assert not QgsApplication.getThemeIcon(f"/m{name}.svg").isNull()
        assert QgsApplication.getThemeIcon(f"/m{name}.svg").availableSizes() or name


def test_cards_say_what_they_are_to_those_who_hear_them(cards):
    cards.show_entry(entry())
    spoken = cards.list.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("1, ")
    assert all(w.accessibleName() for w in (cards.list, cards.note))


def pixel(image, x, y):
    return QColor(image.pixel(x, y))


def test_a_thumbnail_shows_the_scene_around_the_outline():
    grid = utm_grid(100, 100)
    mask = rectangle(40, 40, 60, 60, grid)
    image = np.full((100, 100, 3), 60, np.uint8)
    image[mask] = (200, 100, 50)
    scene = Scene(image, np.ones((100, 100), np.bool_), grid, "")
    box = Target(Box(40, 40, 60, 60))
    finding = Finding(1, box, mask_geometry(mask, grid), 0.5)
    drawn = thumbnail(finding, grid, scene, 70)
    assert (drawn.width(), drawn.height()) == (70, 70)
    assert pixel(drawn, 35, 35).getRgb()[:3] == (200, 100, 50)
    assert pixel(drawn, 2, 2).getRgb()[:3] == (60, 60, 60)
    edge = round(35 - 10 * 70 / 28)
    assert pixel(drawn, edge, 35).getRgb()[:3] == pytest.approx(colour_of(1).getRgb()[:3], abs=40)


def test_a_thumbnail_is_sharp_on_a_sharp_screen():
    finding = Finding(1, Target(points=(Point(5, 5),)), b"", 0.5)
    drawn = thumbnail(finding, utm_grid(), make_scene(), 64, 2.0)
    assert (drawn.width(), drawn.devicePixelRatio()) == (128, 2.0)


def test_where_no_data_is_a_thumbnail_is_transparent():
    finding = Finding(1, Target(points=(Point(0, 0),)), b"", 0.5)
    drawn = thumbnail(finding, utm_grid(), make_scene(), 64)
    assert drawn.pixelColor(2, 2).alpha() == 0  # outside of the scene
    assert drawn.pixelColor(34, 34).alpha() == 0  # in its corner without data
    assert drawn.pixelColor(60, 60).alpha() == 255


def test_a_thumbnail_of_a_rotated_scene_follows_its_pixels():
    grid = Grid(100, 100, (8.0, 6.0, 500_000.0, 6.0, -8.0, 5_000_000.0), "EPSG:32633")
    mask = rectangle(40, 20, 60, 40, grid)
    finding = Finding(2, Target(Box(40, 20, 60, 40)), mask_geometry(mask, grid), 0.5)
    drawn = thumbnail(finding, grid, None, 70)
    painted = [(x, y) for x in range(70) for y in range(70) if drawn.pixelColor(x, y).alpha() > 200]
    assert min(painted) == pytest.approx((10, 10), abs=2)
    assert max(painted) == pytest.approx((60, 60), abs=2)


def test_a_thumbnail_is_drawn_anew_only_for_another_outline():
    made = entry(1)
    thumbnails = Thumbnails(made.grid, make_scene())
    first = thumbnails.of(made.findings[0], 64, 1.0)
    assert thumbnails.of(replace(made.findings[0], note="x"), 64, 1.0) is first
    other = replace(made.findings[0], outline=mask_geometry(rectangle(1, 1, 20, 9), made.grid))
    assert thumbnails.of(other, 64, 1.0) is not first


@pytest.mark.parametrize("width", [1, 2, 3, 5])
def test_pictures_of_any_width_keep_their_pixels(width):
    pixels = np.random.default_rng(0).integers(0, 256, (4, width, 3), np.uint8)
    drawn = image_of(pixels)
    seen = [[drawn.pixelColor(x, y).getRgb()[:3] for x in range(width)] for y in range(4)]
    assert np.array_equal(np.array(seen), pixels)


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


def test_a_hundred_cards_are_drawn_only_where_they_are_seen(cards):
    cards.show_entry(entry(12))
    cards.list.grab()
    assert 0 < len(cards._model._thumbnails._drawn) < 12
