"""A shop of small wheels on this machine, uv's among them, and plans to install from it."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import threading
import time
import zipfile
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from askmap.plugin.install.host import Host, TorchBuild
from askmap.plugin.install.plan import InstallState, Plan, UvWheel, Wanted, state_of
from askmap.plugin.network.network_settings import NetworkSettings
from askmap.plugin.runtime.installed_packages import InstallFolder
from package_index import write_wheel
from places import ROOT, SUPPORT

VERSION = "0.13.8"
UV = ROOT / ".venv" / "bin" / "uv"
PYTHON = Path("/usr/bin/python3")
PADDING = 3_000_000  # random bytes of a wheel that takes its time


@dataclass
class Shop:
    """Serves folder/NAME/*.whl as an index, and folder/uv.whl; notes what is asked."""

    folder: Path
    asked: list[str] = field(default_factory=list)
    digests: dict[str, str] = field(default_factory=dict)  # what its page says instead, by a package's name
    stalled: set[str] = field(default_factory=set)  # names of packages whose wheels come half, and no further
    opened: threading.Event = field(default_factory=threading.Event)  # until then
    login: str = ""  # NAME:PASSWORD, where this is also a proxy that wants one
    refused: int = 0  # answers of the proxy to those without it
    address: str = ""

    @property
    def wheels_asked(self) -> list[str]:
        return [path.rpartition("/")[2] for path in self.asked if path.endswith(".whl")]

    def add(self, name: str, version: str, **parts: object) -> None:
        write_wheel(self.folder / name, name, version, **parts)  # type: ignore[arg-type]

    def network(self, **parts: object) -> NetworkSettings:
        return NetworkSettings(index={"UV_DEFAULT_INDEX": self.address}, **parts)  # type: ignore[arg-type]

    @property
    def uv(self) -> UvWheel:
        wheel = self.folder / "uv.whl"
        digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
        return UvWheel(VERSION, f"{self.address}/uv.whl", f"sha256:{digest}", wheel.stat().st_size)


@contextmanager
def open_shop(folder: Path) -> Iterator[Shop]:
    """With alpha, which needs beta, and with gamma."""
    shop = Shop(folder)
    shop.add("alpha", "1.0", needs=("beta>=1",), files={"alpha/__init__.py": "import beta\n"})
    shop.add("beta", "1.0", files={"beta.py": "VALUE = 1\n", "beta.txt": os.urandom(PADDING).hex()})
    shop.add("gamma", "1.0", files={"gamma.py": ""})
    write_uv_wheel(folder / "uv.whl")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(shop))
    shop.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield shop
    shop.opened.set()
    server.shutdown()
    thread.join()
    server.server_close()


def write_uv_wheel(path: Path) -> None:
    """Around the uv of .ci/setup: no test needs the network."""
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.write(UV, f"uv-{VERSION}.data/scripts/uv")
        wheel.writestr(f"uv-{VERSION}.dist-info/WHEEL", "Wheel-Version: 1.0\n")


def plan_in(root: Path, shop: Shop, *requirements: str, modules: tuple[str, ...] = ("alpha",)) -> Plan:
    version = re.search(r"(\d+)\.(\d+)", os.path.realpath(PYTHON))
    assert version is not None
    host = Host("linux", "x86_64", PYTHON, (int(version[1]), int(version[2])), "1.24.2", TorchBuild.CPU)
    wanted = Wanted(requirements or ("alpha",), modules, host.python_text, host.platform, "cpu")
    folder = InstallFolder(root)
    return Plan(
        folder, host, wanted, InstallState.ABSENT, shop.uv, 100_000_000, 1_000_000, folder.free_bytes()
    )


def start(
    root: Path,
    shop: Shop,
    *requirements: str,
    room: int = 1_000_000,
    before: str = "",
    apart: str = "-rm",
) -> subprocess.Popen[str]:
    """Another process that installs: the requirements, or a bundle.

    `before` is a command that mounts a disk, or does something else, where unshare takes it by `apart`.
    """
    arguments = [
        str(root),
        str(shop.folder),
        shop.address,
        json.dumps(asdict(shop.uv)),
        str(room),
        *requirements,
    ]
    command = [sys.executable, str(SUPPORT / "drive_install.py"), *arguments]
    if before:
        command = ["unshare", apart, "sh", "-c", f'{before} && exec "$@"', "sh", *command]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(SUPPORT)}
    return subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True)


def again(plan: Plan) -> Plan:
    """As it is made when somebody looks once more."""
    return replace(plan, state=state_of(plan.folder, plan.wanted), free_bytes=plan.folder.free_bytes())


def processes_of(folder: Path) -> list[int]:
    """Those that run what lies in the folder, or work there, or name it in their arguments."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            links = [os.readlink(place / "exe"), os.readlink(place / "cwd")]
            arguments = (place / "cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if any(str(folder) in text for text in (*links, *arguments[:-1])) and int(place.name) != os.getpid():
            found.append(int(place.name))
    return found


def none_is_left(folder: Path, patience_s: float = 20) -> bool:
    deadline = time.monotonic() + patience_s
    while processes_of(folder):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


def _page(folder: Path, digest: str) -> bytes:
    """With checksums and metadata, as PyPI's."""
    lines = []
    for wheel in folder.glob("*.whl"):
        sum = digest or hashlib.sha256(wheel.read_bytes()).hexdigest()
        lines.append(f'<a href="{wheel.name}#sha256={sum}" data-core-metadata="true">{wheel.name}</a>')
    return "\n".join(lines).encode()


def _metadata(wheel: Path) -> bytes:
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith("/METADATA")))


def _handler(shop: Shop) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            login = b64encode(shop.login.encode()).decode()
            if shop.login and self.headers.get("Proxy-Authorization") != f"Basic {login}":
                shop.refused += 1
                self.send_response(407)
                self.send_header("Proxy-Authenticate", 'Basic realm="shop"')
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            path = urlsplit(self.path).path
            shop.asked.append(path)
            place = shop.folder / path.strip("/")
            if place.is_dir():
                self._send(_page(place, shop.digests.get(place.name, "")))
            elif place.is_file():
                self._send(place.read_bytes(), stalls=place.parent.name in shop.stalled)
            elif place.suffix == ".metadata" and place.with_suffix("").is_file():
                self._send(_metadata(place.with_suffix("")))
            else:
                self.send_error(404)

        def do_CONNECT(self) -> None:
            """There is nothing behind this proxy."""
            self.send_error(407 if shop.login else 502)

        def _send(self, content: bytes, *, stalls: bool = False) -> None:
            self.send_response(200)
            is_page = content.startswith(b"<")
            self.send_header("Content-Type", "text/html" if is_page else "application/octet-stream")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            half = len(content) // 2 if stalls else len(content)
            try:
                self.wfile.write(content[:half])
                self.wfile.flush()
                if stalls:
                    shop.opened.wait()
                    self.wfile.write(content[half:])
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *words: object) -> None:
            pass

    return Handler
