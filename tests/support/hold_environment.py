"""Uses an environment until its input ends: python hold_environment.py SITE_PACKAGES MODULE

Prints «holds», or why it cannot.
"""

from __future__ import annotations

import sys

from askmap.backend.errors import MissingPackage
from askmap.backend.packages.environment_use import hold_environment

sys.path.append(sys.argv[1])
try:
    hold_environment(sys.argv[2])
    print("holds", flush=True)
except MissingPackage as error:
    print(error, flush=True)
sys.stdin.read()
