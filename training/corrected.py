"""Measuring corrections by clicks: python -m askmap.training.corrected"""

from __future__ import annotations

import sys

from .evaluation.corrected import main

if __name__ == "__main__":
    sys.exit(main())
