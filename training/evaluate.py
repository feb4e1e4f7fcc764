"""Measuring: python -m askmap.training.evaluate"""

from __future__ import annotations

import sys

from .evaluation.evaluate import main

if __name__ == "__main__":
    sys.exit(main())
