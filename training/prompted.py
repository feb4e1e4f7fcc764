"""Measuring the segmenter alone: python -m askmap.training.prompted"""

from __future__ import annotations

import sys

from .evaluation.prompted import main

if __name__ == "__main__":
    sys.exit(main())
