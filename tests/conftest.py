"""What all tests share: QGIS's tests must run, and run one after another."""

from __future__ import annotations

from collections.abc import Generator

import pytest


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests in real QGIS want the screen and the keyboard for themselves: one worker runs them all."""
    for item in items:
        if item.get_closest_marker("qgis"):
            item.add_marker(pytest.mark.xdist_group("qgis"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test in QGIS is a failed one: a run without QGIS must not look like a good one."""
    report = yield
    if report.skipped and item.get_closest_marker("qgis") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"a test in real QGIS must run, but this one was skipped: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole file that skips because it cannot import qgis."""
    report = yield
    if report.skipped and "qgis" in str(report.longrepr).lower():
        report.outcome = "failed"
        report.longrepr = f"QGIS is needed to read these tests: {report.longrepr}"
    return report
