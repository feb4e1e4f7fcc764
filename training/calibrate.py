"""A reasoner's confidence, fitted and measured: python -m askmap.training.calibrate"""

from __future__ import annotations

import sys

from .evaluation.calibrate import main

if __name__ == "__main__":
    sys.exit(main())
