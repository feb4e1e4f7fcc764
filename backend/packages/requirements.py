"""The engine's packages, and the numpy that fits QGIS's own."""

from __future__ import annotations

REQUIREMENTS = (  # what the engine imports inside QGIS; the versions are those of pyproject.toml
    "torch==2.13.0",
    "transformers==5.23.0",
    "tokenizers>=0.22",
    "safetensors>=0.6",
    "scipy==1.15.3",
)
MODULES = ("torch", "transformers", "tokenizers", "safetensors", "scipy")
OLDEST_PYTHON = (3, 10)  # of transformers 5
EARLIEST_NUMPY = (1, 26)  # from which on the minor version is QGIS's too, as in .ci/numpy_constraint.py


def numpy_beside(version: str) -> str:
    """A requirement: what is compiled against QGIS's numpy fails at import with another major version.

    ValueError where `version` is none.
    """
    major, minor = version_of(version)
    if (major, minor) >= EARLIEST_NUMPY:
        return f"numpy=={major}.{minor}.*"
    return f"numpy>={major},<{major + 1}"


def is_beside(version: str, numpy_of_qgis: str) -> bool:
    """Whether this numpy is one that numpy_beside asks for."""
    own, other = version_of(numpy_of_qgis), version_of(version)
    return own == other if own >= EARLIEST_NUMPY else own[0] == other[0]


def version_of(text: str) -> tuple[int, int]:
    """(2, 2) of «2.2.4»; ValueError where it is none."""
    major, minor = (int(part) for part in text.split(".")[:2])
    return major, minor
