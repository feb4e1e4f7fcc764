"""Where a project's history lies: PROJECT_askmap.gpkg, beside the project's file."""

from __future__ import annotations

from pathlib import Path

from ..errors import HistoryUnusable

MARK = "_askmap"  # behind the project's name
HISTORY, PROJECTS = ".gpkg", (".qgz", ".qgs")


def history_at(place: Path) -> Path:
    """Of a project's file, of the one in a folder, or of the history itself; HistoryUnusable."""
    found = _found(place)
    if len(found) > 1:
        raise HistoryUnusable(
            "The folder {folder} holds {count} histories.",
            "Give the file of one project.",
            folder=place,
            count=len(found),
        )
    if not found:
        raise HistoryUnusable(
            "There is no history of AskMap at {place}.",
            "Give a project's file beside which one lies, its folder, or the history's own .gpkg.",
            place=place,
        )
    return found[0]


def _found(place: Path) -> list[Path]:
    try:
        if place.is_dir():
            return sorted(place.glob(f"*{MARK}{HISTORY}"))
        path = place.with_name(f"{place.stem}{MARK}{HISTORY}") if _is_project(place) else place
        return [path] if path.is_file() else []
    except (OSError, ValueError) as error:
        raise HistoryUnusable(
            "{file} cannot be read: {reason}.",
            file=place,
            reason=getattr(error, "strerror", None) or str(error),
        ) from error


def _is_project(place: Path) -> bool:
    return place.suffix.lower() in PROJECTS
