"""What a hub says of a model: its revision, its files, their sizes and digests. All of it is a stranger's.

The hub's answer is that of huggingface.co, which mirrors repeat: /api/models/OWNER/NAME/revision/REVISION.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from ..errors import HubFailed, ServerFailed
from ..network.redirects import Tick
from ..resources import resources
from ..text import printable
from .pages import Hub

MOST_BYTES = 16 << 20  # of the answer; repositories of a hundred files have some 30 kB
MOST_FILES = 1000
MOST_FILE_BYTES = 1 << 42
REPOSITORY = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
REVISION = re.compile(r"[\w./-]{1,200}", re.ASCII)
_SHA256, _GIT = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{40}")
_NAME = re.compile(r"[\w][\w .+()-]{0,199}", re.ASCII)  # in the folder itself, on any disk
# Weights without code, and what says how they are used; pickles, programs and pictures stay where they are
WANTED = re.compile(r".*\.(safetensors|json|txt|jinja)|(README|LICEN[CS]E|NOTICE)(\..*)?", re.IGNORECASE)
UNWANTED = re.compile(r"consolidated.*|.*\.askmap\.json", re.IGNORECASE)  # the same weights in another layout
WEIGHTS = ("model.safetensors", "model.safetensors.index.json")


@dataclass(frozen=True)
class HubFile:
    """As the hub says; what it does not say is ""."""

    name: str
    bytes: int
    sha256: str = ""  # of large files
    git_sha1: str = ""  # of «blob SIZE\0» and the content, as git counts it


@dataclass(frozen=True)
class HubListing:
    """One revision of a model, as far as AskMap wants it."""

    repository: str  # "owner/name"
    revision: str  # the commit
    licence: str  # "" = the hub does not say
    files: tuple[HubFile, ...]

    @property
    def bytes(self) -> int:
        return sum(file.bytes for file in self.files)

    def path(self, file: HubFile) -> str:
        """Of the file's page at the hub."""
        return f"{self.repository}/resolve/{self.revision}/{quote(file.name)}"


def usual_hub() -> str:
    """That of the environment, as other programs read it, or of resources/servers.json."""
    listed = json.loads(resources("servers.json").read_text(encoding="utf-8"))
    return str(os.environ.get("HF_ENDPOINT") or listed["hub"]).rstrip("/")


def is_hub(text: str) -> bool:
    """Whether it is an address such as https://hub.example, without a login in it."""
    try:
        parts = urlsplit(text)
        is_url = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
        return is_url and (parts.port is None or parts.port > 0) and not parts.query and text.isascii()
    except ValueError:
        return False


def is_repository(text: str) -> bool:
    return bool(REPOSITORY.fullmatch(text)) and ".." not in text


def list_files(hub: Hub, repository: str, revision: str, tick: Tick) -> HubListing:
    """HubFailed where the hub does not answer, refuses, or has nothing that AskMap loads."""
    if not REVISION.fullmatch(revision):
        raise _nothing(hub, repository)
    path = f"api/models/{repository}/revision/{quote(revision, safe='')}?blobs=true"
    try:
        answer = _json(hub, path, repository, tick)
    except ServerFailed as error:
        raise HubFailed("{reason}", "Check the network, then try again.", reason=error) from error
    commit, rows = answer.get("sha"), answer.get("siblings")
    if not (isinstance(commit, str) and _GIT.fullmatch(commit) and isinstance(rows, list)):
        raise hub.is_no_hub()
    files = tuple(_file(row, hub) for row in _wanted_rows(rows[:MOST_FILES]))
    if not {"config.json"} < {file.name for file in files} & {"config.json", *WEIGHTS}:
        raise HubFailed(
            "{name} holds no model that AskMap loads: config.json and model.safetensors are missing.",
            "Choose a repository with *.safetensors.",
            name=repository,
        )
    return HubListing(repository, commit, _licence(answer), files)


def _json(hub: Hub, path: str, repository: str, tick: Tick) -> dict[str, Any]:
    with hub.page(path, tick, accept="application/json") as (head, body):
        if head.status != 200:
            raise hub.refusal(head, repository)
        content = b""
        for piece in body:
            tick()
            content += piece
            if len(content) > MOST_BYTES:
                raise hub.is_no_hub()
    try:
        answer = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise hub.is_no_hub() from error
    if not isinstance(answer, dict):
        raise hub.is_no_hub()
    return answer


def _wanted_rows(rows: list[Any]) -> list[dict[str, Any]]:
    """The first one of names that differ by capitals alone: on some disks they are one."""
    wanted: dict[str, dict[str, Any]] = {}
    for row in filter(_is_wanted, rows):
        wanted.setdefault(row["rfilename"].lower(), row)
    return list(wanted.values())


def _is_wanted(row: object) -> bool:
    name = row.get("rfilename") if isinstance(row, dict) else None
    if not isinstance(name, str) or not _NAME.fullmatch(name) or name.endswith((".", " ")):
        return False
    return bool(WANTED.fullmatch(name)) and not UNWANTED.fullmatch(name)


def _file(row: dict[str, Any], hub: Hub) -> HubFile:
    large = row.get("lfs")
    large = large if isinstance(large, dict) else {}
    size = large.get("size", row.get("size"))
    if type(size) is not int or not 0 <= size <= MOST_FILE_BYTES:
        raise HubFailed(
            "The hub at {server} does not say how large {file} is.",
            "Try again, or choose another hub.",
            server=hub.host,
            file=row["rfilename"],
        )
    sha256 = str(large.get("sha256", "")).lower()
    git = "" if large else str(row.get("blobId", "")).lower()  # of a large file it is that of a pointer
    return HubFile(
        row["rfilename"],
        size,
        sha256 if _SHA256.fullmatch(sha256) else "",
        git if _GIT.fullmatch(git) else "",
    )


def _licence(answer: dict[str, Any]) -> str:
    card = answer.get("cardData")
    named = card.get("license_name") or card.get("license") if isinstance(card, dict) else ""
    return " ".join(printable(named).split())[:100] if isinstance(named, str) else ""


def _nothing(hub: Hub, repository: str) -> HubFailed:
    return HubFailed(
        "The hub at {server} has no {name}, or not this revision of it.",
        "Check the name: it is written as its owner writes it, such as owner/name.",
        server=hub.host,
        name=repository,
    )
