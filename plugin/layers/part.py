"""The layers of answers and the files behind them, as one part of the plugin."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Callable

from qgis.PyQt.QtCore import QObject

from ...backend.entries.entry import Entry
from ..context import Context
from .files import LayerFiles
from .sync import LayerSync


@dataclass(frozen=True, eq=False)
class LayersPart:
    sync: LayerSync
    files: LayerFiles

    def close(self) -> None:
        self.sync.close()
        self.files.forget()


def build(
    context: Context, entry_of: Callable[[str], Entry], folder: Callable[[], Path], parent: QObject
) -> LayersPart:
    sync = LayerSync(entry_of, parent)
    files = LayerFiles(context.file_worker, entry_of, folder, context.settings)
    files.added.connect(sync.refresh)
    files.failed.connect(context.error_bar.show_error)
    return LayersPart(sync, files)
