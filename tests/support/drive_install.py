"""Installs in a process of its own, which may be killed.

python drive_install.py ROOT SHOP ADDRESS UV_JSON ROOM_BYTES [REQUIREMENT… | BUNDLE.zip]

Prints «ready» when it begins, then what came of it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from askmap.backend.stages import ignore
from askmap.plugin.install.failures import InstallFailed
from askmap.plugin.install.fetch import fetch_with_qgis
from askmap.plugin.install.installer import install, install_from_bundle
from askmap.plugin.install.plan import UvWheel
from installing import Shop, plan_in
from qgis.core import QgsApplication

application = QgsApplication([], False)
root, folder, address, uv, room = sys.argv[1:6]


class Known(Shop):
    @property
    def uv(self) -> UvWheel:
        return UvWheel(**json.loads(uv))


shop = Known(Path(folder), address=address)
wanted = sys.argv[6:]
bundle = wanted.pop() if wanted and wanted[-1].endswith(".zip") else ""
plan = replace(plan_in(Path(root), shop, *wanted), room_bytes=int(room))
print("ready", flush=True)
try:
    if bundle:
        install_from_bundle(plan, Path(bundle), ignore)
    else:
        install(plan, shop.network(), fetch_with_qgis, ignore)
    print("installed", flush=True)
except InstallFailed as error:
    print(f"{error} | {error.hint}", flush=True)
