"""How long an installation takes: told before it begins, measured while it runs."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.packages.resolution import Package, Resolution  # noqa: E402
from askmap.plugin.install import progress as of_progress  # noqa: E402
from askmap.plugin.install.failures import megabytes, too_little_room  # noqa: E402
from askmap.plugin.install.progress import (  # noqa: E402
    DownloadProgress,
    Pace,
    duration_text,
    keep_speed,
    read_speed,
    report_download,
)
from askmap.plugin.runtime.installed_packages import InstallFolder  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401
from qgis.PyQt.QtCore import QLocale  # noqa: E402

MB = 1_000_000


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


def test_sizes_are_written_as_the_locale_writes_them():
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert megabytes(2_048_400_000) == "2.048"
        assert "2.048 MB" in str(too_little_room(2_048_400_000, 5))
    finally:
        QLocale.setDefault(before)


def test_nothing_is_told_before_anything_was_measured(clock):
    pace = Pace(clock=clock)
    pace.note(10 * MB)
    clock.now = 1.0  # too short to tell
    assert pace.seconds_left(100 * MB) is None


def test_an_earlier_speed_is_believed_until_there_is_one_of_its_own(clock):
    pace = Pace(before=10.0 * MB, clock=clock)
    assert pace.seconds_left(100 * MB) == 10
    clock.now = 20.0
    pace.note(20 * MB)
    assert pace.measured == MB
    assert pace.seconds_left(100 * MB) == 80


def test_what_is_there_already_takes_no_time(clock):
    pace = Pace(before=MB, clock=clock)
    pace.note(120 * MB)
    assert pace.seconds_left(100 * MB) == 0


def test_the_speed_is_kept_in_the_profile_and_an_odd_file_is_none(tmp_path, clock):
    folder = InstallFolder(tmp_path)
    assert read_speed(folder) is None
    pace = Pace(clock=clock)
    keep_speed(folder, pace)
    assert read_speed(folder) is None
    clock.now = 10.0
    pace.note(70 * MB)
    keep_speed(folder, pace)
    assert read_speed(folder) == 7 * MB
    for text in ("", "fast", "nan", "inf", "-3", "0"):
        folder.speed.write_text(text)
        assert read_speed(folder) is None
    keep_speed(InstallFolder(tmp_path / "away"), pace)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "about 5 second(s)"),
        (43, "about 45 second(s)"),
        (100, "about 2 minute(s)"),
        (3600, "about 60 minute(s)"),
    ],
)
def test_a_duration_is_rounded_as_one_would_say_it(seconds, text):
    assert duration_text(seconds) == text


def test_the_step_says_bytes_and_the_time_that_is_left(tmp_path, monkeypatch, clock):
    monkeypatch.setattr(of_progress.time, "monotonic", clock)
    progress = DownloadProgress(
        Resolution((Package("torch", "2", 190 * MB, ()), Package("scipy", "1", 10 * MB, ()))), tmp_path
    )
    progress.pace = Pace(clock=clock)
    reports = []
    clock.now = 10.0
    progress.read_line("Downloading scipy (10MB)")
    progress.read_line("Downloaded scipy")
    report_download(reports.append, progress)
    assert reports[0].step == "Fetching the packages: 10 of 200 MB, about 3 minute(s) left"
