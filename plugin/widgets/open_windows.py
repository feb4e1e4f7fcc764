"""Windows of one kind that are open beside the map, not modal; each is deleted once it is closed."""

from __future__ import annotations

from typing import Generic, TypeVar

from qgis.PyQt.QtWidgets import QDialog

Window = TypeVar("Window", bound=QDialog)


class OpenWindows(Generic[Window]):
    def __init__(self) -> None:
        self._windows: list[Window] = []

    def show(self, window: Window) -> None:
        self.keep(window)
        window.show()

    def keep(self, window: Window) -> None:
        """One that shows itself."""
        self._windows.append(window)
        window.finished.connect(lambda _: self._forget(window))

    def open_now(self) -> list[Window]:
        return list(self._windows)

    def close(self) -> None:
        for window in self.open_now():
            window.close()  # which takes it out of the list

    def _forget(self, window: Window) -> None:
        self._windows.remove(window)
        window.deleteLater()
