"""An offline bundle, made by the shell's command over a local index, and installed without any network."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import Cancelled  # noqa: E402
from askmap.backend.packages.bundle import MANIFEST, manifest_from  # noqa: E402
from askmap.backend.packages.catalogue import UvWheel  # noqa: E402
from askmap.backend.packages.computer import Computer  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.install.bundle import computer_of  # noqa: E402
from askmap.plugin.install.failures import InstallFailed  # noqa: E402
from askmap.plugin.install.installer import install_from_bundle  # noqa: E402
from askmap.plugin.install.plan import InstallState  # noqa: E402
from askmap.training.offline.command import make_bundle  # noqa: E402
from askmap.training.offline.wheels import Contents  # noqa: E402
from installing import VERSION, Shop, again, none_is_left, open_shop, plan_in, start  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401
from rich.console import Console  # noqa: E402

NUMPYS = ("numpy==1.26.*", "numpy==2.2.*")


@pytest.fixture(scope="module")
def shop(tmp_path_factory, qgis_app) -> Iterator[Shop]:
    with open_shop(tmp_path_factory.mktemp("a") / "shop") as shop:
        for version in ("1.26.4", "2.2.6"):
            shop.add("numpy", version, files={"numpy/__init__.py": f"__version__ = '{version}'\n"})
        yield shop


@pytest.fixture
def plan(tmp_path, shop):
    return plan_in(tmp_path / "Профиль ü" / "packages", shop, "alpha", "numpy>=1,<2")


@pytest.fixture(scope="module")
def bundle(tmp_path_factory, shop) -> Path:
    """One for all tests, which leave it as it is."""
    computer = computer_of(plan_in(Path("nowhere"), shop))
    return made(tmp_path_factory.mktemp("a") / "für drüben.zip", computer, shop)


def made(out: Path, computer: Computer, shop: Shop, requirements: tuple[str, ...] = ("alpha",)) -> Path:
    variables = {**os.environ, "UV_DEFAULT_INDEX": shop.address}
    contents = Contents(computer, NUMPYS, requirements)
    make_bundle(out, contents, Console(quiet=True), uv_of(shop), variables)
    return out


def uv_of(shop: Shop) -> UvWheel:
    """Under a name that a wheel may have."""
    name = f"uv-{VERSION}-py3-none-any.whl"
    if not (shop.folder / name).exists():
        os.link(shop.folder / "uv.whl", shop.folder / name)
    return replace(shop.uv, url=f"{shop.address}/{name}")


def changed(bundle: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """A copy with other contents under the same names."""
    copy = bundle.with_name("changed.zip")  # in place of the one before
    with zipfile.ZipFile(bundle) as source, zipfile.ZipFile(copy, "w") as computer:
        for name in source.namelist():
            computer.writestr(name, change(name, source.read(name)))
    return copy


def fails(plan, bundle: Path) -> InstallFailed:
    with pytest.raises(InstallFailed) as caught:
        install_from_bundle(plan, bundle, ignore)
    assert caught.value.hint
    assert not plan.folder.unpacked.exists()
    assert again(plan).state is not InstallState.COMPLETE
    return caught.value


def test_a_bundle_holds_every_wheel_once_and_says_what_they_are(plan, bundle):
    with zipfile.ZipFile(bundle) as archive:
        manifest = manifest_from(archive.read(MANIFEST).decode())
        members = set(archive.namelist()) - {MANIFEST}
    assert members == {wheel.member for wheel in (manifest.uv, *manifest.wheels)}
    assert sorted((wheel.name, wheel.version) for wheel in manifest.wheels) == [
        *(("alpha", "1.0"), ("beta", "1.0"), ("numpy", "1.26.4"), ("numpy", "2.2.6")),
    ]
    assert manifest.computer == computer_of(plan)


def test_a_bundle_is_installed_with_nothing_asked_of_a_network(plan, bundle, shop, monkeypatch):
    monkeypatch.setenv("UV_DEFAULT_INDEX", "http://127.0.0.1:9")
    shop.asked.clear()
    reports = []
    place = install_from_bundle(plan, bundle, reports.append)
    assert shop.asked == []
    assert again(plan).state is InstallState.COMPLETE
    assert next(place.rglob("numpy/__init__.py")).read_text() == "__version__ = '1.26.4'\n"
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert not plan.folder.unpacked.exists()


def test_the_numpy_is_the_one_beside_qgiss_own(plan, bundle):
    wanted = replace(plan.wanted, requirements=("alpha", "numpy==2.2.*"))
    newer = replace(plan, host=replace(plan.host, numpy="2.2.4"), wanted=wanted)
    place = install_from_bundle(newer, bundle, ignore)
    assert next(place.rglob("numpy/__init__.py")).read_text() == "__version__ = '2.2.6'\n"
    other = replace(plan, host=replace(plan.host, numpy="2.3.1"))
    error = fails(other, bundle)
    assert "2.3.1" in str(error)
    assert error.hint.endswith("--numpy 2.3.1")


def test_a_bundle_for_another_computer_is_refused_with_the_command_that_makes_the_right_one(plan, shop):
    for theirs in (
        replace(computer_of(plan), platform="linux-aarch64"),
        replace(computer_of(plan), python="3.12"),
    ):
        error = fails(plan, made(plan.folder.root.parent.parent / f"{theirs}.zip", theirs, shop, ("gamma",)))
        assert str(theirs) in str(error)
        assert error.hint.endswith(f"askmap bundle OUT.zip --for {computer_of(plan)}")


def test_a_bundle_with_another_torch_serves_and_is_named_for_what_it_is(plan, bundle, tmp_path, shop):
    cuda = made(tmp_path / "cuda.zip", replace(computer_of(plan), build="cuda"), shop)
    place = install_from_bundle(plan, cuda, ignore)
    assert place != plan.environment
    assert again(plan).state is InstallState.COMPLETE


def test_a_bundle_of_another_askmap_is_refused(plan, bundle):
    later = replace(plan, wanted=replace(plan.wanted, requirements=("alpha>=2", "numpy>=1,<2")))
    assert "other packages are needed" in str(fails(later, bundle))
    other_uv = replace(plan, uv=replace(plan.uv, sha256="sha256:" + 64 * "0"))
    assert "other packages are needed" in str(fails(other_uv, bundle))


def test_a_bundle_in_a_format_that_is_not_known_yet_is_of_a_later_askmap(plan, bundle):
    def change(name: str, content: bytes) -> bytes:
        return content.replace(b'"format": 1', b'"format": 2') if name == MANIFEST else content

    error = fails(plan, changed(bundle, change))
    assert "later AskMap" in str(error)
    assert "Update AskMap" in error.hint


@pytest.mark.parametrize("member", ["beta-1.0-py3-none-any.whl", f"uv-{VERSION}-py3-none-any.whl"])
def test_a_changed_wheel_is_refused_and_nothing_of_it_is_installed(plan, bundle, member):
    def change(name: str, content: bytes) -> bytes:
        return content[:-9] + b"123456789" if name.endswith(member) else content

    error = fails(plan, changed(bundle, change))
    assert member in str(error)
    assert list(plan.folder.environments.glob("*/lib")) == []


@pytest.mark.parametrize("longer", [b"more", b""])
def test_a_wheel_of_another_length_is_refused(plan, bundle, longer):
    def change(name: str, content: bytes) -> bytes:
        return (content + longer if longer else content[:100]) if "beta" in name else content

    assert "damaged" in str(fails(plan, changed(bundle, change)))


def test_a_bundle_that_was_copied_by_half_is_none(plan, bundle, tmp_path):
    half = tmp_path / "half.zip"
    half.write_bytes(bundle.read_bytes()[: bundle.stat().st_size // 2])
    error = fails(plan, half)
    assert "no bundle" in str(error)
    assert "copied here to its end" in error.hint


@pytest.mark.parametrize("content", [b"", b"a text", b"PK\x03\x04" + 100 * b"x"])
def test_what_is_no_bundle_is_named(plan, tmp_path, content):
    (tmp_path / "holiday.zip").write_bytes(content)
    error = fails(plan, tmp_path / "holiday.zip")
    assert str(error).startswith("holiday.zip is no bundle")
    assert "askmap bundle" in error.hint


def test_a_zip_of_something_else_and_a_file_that_is_away_are_named(plan, tmp_path):
    with zipfile.ZipFile(tmp_path / "photos.zip", "w") as archive:
        archive.writestr("a.jpg", b"")
    assert "no bundle" in str(fails(plan, tmp_path / "photos.zip"))
    assert "cannot be read" in str(fails(plan, tmp_path / "away.zip"))
    assert "cannot be read" in str(fails(plan, tmp_path))


def test_a_bundle_that_goes_away_as_it_is_read_is_named(plan, bundle, monkeypatch):
    """On a stick that is pulled out."""

    def gone(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(zipfile.ZipFile, "open", gone)
    error = fails(plan, bundle)
    assert str(error) == f"{bundle} cannot be read: Input/output error."
    assert "Copy it" in error.hint


@pytest.mark.parametrize(
    "manifest",
    [
        *(
            "",
            "[]",
            "{}",
            "[" * 100_000,
            '{"format": 0}',
            '{"format": 1}',
            b"\xff\xfe",
        ),
        lambda text: text.replace("alpha-1.0", "../alpha-1.0"),
        lambda text: text.replace("alpha-1.0", "beta-1.0"),
        lambda text: text.replace('"bytes": ', '"bytes": -'),
    ],
    ids=range(10),
)
def test_a_manifest_that_cannot_be_believed_is_refused(plan, bundle, manifest):
    def change(name: str, content: bytes) -> bytes:
        if name != MANIFEST:
            return content
        new = manifest(content.decode()) if callable(manifest) else manifest
        return new if isinstance(new, bytes) else new.encode()

    assert "damaged" in str(fails(plan, changed(bundle, change)))


def test_too_little_room_is_said_before_anything_is_unpacked(plan, bundle):
    assert "of disk" in str(fails(replace(plan, room_bytes=plan.free_bytes * 2), bundle))


def test_a_stop_leaves_nothing_unpacked_and_the_next_try_succeeds(plan, bundle):
    def stop(progress) -> None:
        if "Reading the bundle" in progress.step:
            raise Cancelled

    with pytest.raises(Cancelled):
        install_from_bundle(plan, bundle, stop)
    assert not plan.folder.unpacked.exists()
    assert none_is_left(plan.folder.root)
    install_from_bundle(plan, bundle, ignore)
    assert again(plan).state is InstallState.COMPLETE


@pytest.mark.parametrize(
    "size", ["40m", "46m"]
)  # while the wheels are unpacked, and while they are installed
def test_a_disk_that_becomes_full_half_way_is_named(plan, bundle, shop, size):
    root = plan.folder.root
    root.mkdir(parents=True)
    child = start(root, shop, str(bundle), before=f"mount -t tmpfs -o size={size} tmpfs '{root}'", room=1)
    told = child.communicate(timeout=60)[0]
    assert "The disk became full" in told or "of disk, and" in told
    assert "Free some space" in told


def test_a_profile_that_cannot_be_written_is_named(plan, bundle, shop):
    root = plan.folder.root
    root.mkdir(parents=True)
    told = start(root, shop, str(bundle), before=f"mount -t tmpfs -o ro tmpfs '{root}'").communicate(
        timeout=60
    )[0]
    assert "Read-only file system" in told


def test_no_network_is_there_at_all(plan, bundle, shop):
    """In a namespace of its own, which has no address but its own."""
    wanted = (*plan.wanted.requirements, str(bundle))
    child = start(plan.folder.root, shop, *wanted, before="true", apart="-rn")
    assert child.communicate(timeout=60)[0].split() == ["ready", "installed"]
    assert again(plan).state is InstallState.COMPLETE
