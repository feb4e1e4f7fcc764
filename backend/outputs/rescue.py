"""An answer may have taken minutes: where it cannot be written as was asked, it is kept elsewhere."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from ..errors import NotWritten
from ..stages import Answer
from .vector import write_answer


def rescue(answer: Answer, wanted: Path) -> Path:
    """A GeoPackage with all of it, beside what was wanted or among the temporary files; no file is replaced.

    Raises NotWritten where nothing can be written there either.
    """
    for folder in (wanted.parent, Path(tempfile.gettempdir())):
        with suppress(NotWritten, OSError):
            return _written(answer, folder, f"{wanted.stem[:80]}_rescued")
    raise NotWritten("The answer could not be kept elsewhere either.")


def _written(answer: Answer, folder: Path, stem: str) -> Path:
    path = next(_made(folder, stem))
    try:
        return write_answer(answer, path)
    except NotWritten:
        path.unlink(missing_ok=True)
        raise


def _made(folder: Path, stem: str) -> Iterator[Path]:
    """An empty file that was not there before."""
    for number in count(1):
        path = folder / f"{stem}{'' if number == 1 else f'_{number}'}.gpkg"
        with suppress(FileExistsError):
            path.touch(exist_ok=False)
            yield path
