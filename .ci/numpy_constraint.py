"""The numpy that packages may bring, by the one that this Python has: run with QGIS's own.

QGIS and GDAL are compiled against their numpy: another major version beside it fails at import. From 1.26 on,
the first that all packages take, the minor version stays QGIS's too: what is tested is what runs inside QGIS.
"""

import sys
from importlib.metadata import version


def constraint(numpy: str) -> str:
    """For pip and uv, to be read together with the range in pyproject.toml."""
    major, minor = (int(part) for part in numpy.split(".")[:2])
    return f"numpy=={major}.{minor}.*" if (major, minor) >= (1, 26) else f"numpy<{major + 1}"


if __name__ == "__main__":
    print(constraint(sys.argv[1] if len(sys.argv) > 1 else version("numpy")))
