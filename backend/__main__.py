"""python -m askmap.backend is the command askmap."""

from __future__ import annotations

import sys

from .cli import main

sys.exit(main())
