"""A pickle that would act when it is read."""

from __future__ import annotations

import os


class Command:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.mkdir, (str(self.path),)
