"""One HTML page that runs and fetches nothing, whatever a model, a file or a user wrote into it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from ..text import printable

_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"


def html_document(title: str, sections: Iterable[str], style: str, language: str = "en") -> str:
    """The whole document; the sections are HTML already."""
    return (
        f'<!doctype html>\n<html lang="{shown(language)}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{shown(title)}</title>\n<style>{style}</style></head>\n"
        f"<body><h1>{shown(title)}</h1>\n{''.join(sections)}</body></html>\n"
    )


def shown(text: str) -> str:
    """Foreign text as HTML that shows it and does nothing else."""
    return escape(printable(text))
