"""The true uv, from a local index of small wheels, into a folder such as a profile's."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import time
from dataclasses import replace
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import Cancelled  # noqa: E402
from askmap.backend.stages import Progress, ignore  # noqa: E402
from askmap.plugin.install import installer  # noqa: E402
from askmap.plugin.install.failures import InstallFailed, LargerThanPlanned  # noqa: E402
from askmap.plugin.install.fetch import fetch_with_qgis  # noqa: E402
from askmap.plugin.install.installer import install, uninstall  # noqa: E402
from askmap.plugin.install.plan import InstallState  # noqa: E402
from askmap.plugin.install.uv_runner import python_in  # noqa: E402
from askmap.plugin.runtime.installed_packages import MARKER, usable_environment  # noqa: E402
from install_runs import PATIENCE_S, fails, run, wait_for  # noqa: E402
from installing import again, none_is_left, start  # noqa: E402
from qgis.core import QgsProject  # noqa: E402, F401


def test_a_plan_becomes_an_environment_whose_modules_load_also_below_odd_letters(plan, shop):
    reports: list[Progress] = []
    place = run(plan, shop, reports.append)
    python = python_in(place, "linux")
    assert subprocess.check_output([python, "-I", "-c", "import alpha, beta; print(beta.VALUE)"]) == b"1\n"
    assert again(plan).state is InstallState.COMPLETE
    assert usable_environment(plan.folder, plan.wanted.python) == place
    fractions = [report.fraction for report in reports]
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    assert none_is_left(plan.folder.root)


def test_an_environment_sees_nothing_of_qgiss_own_packages(plan, shop):
    python = python_in(run(plan, shop), "linux")
    script = "import importlib.util as u; print(u.find_spec('qgis'), u.find_spec('numpy'))"
    assert subprocess.check_output([python, "-I", "-c", script]) == b"None None\n"


def test_an_update_fetches_only_what_moved_and_leaves_nothing_of_the_old(plan, shop):
    old = run(plan, shop)
    shop.asked.clear()
    shop.add("alpha", "2.0", needs=("beta>=1",), files={"alpha/__init__.py": "import beta\n"})
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("alpha==2.0",)))
    assert again(newer).state is InstallState.OUTDATED
    place = run(newer, shop)
    assert set(shop.wheels_asked) == {"alpha-2.0-py3-none-any.whl"}
    assert place != old
    assert list(plan.folder.environments.iterdir()) == [place]
    kept = [path.name for path in plan.folder.cache.glob("archive-*/*/*.dist-info")]
    assert sorted(kept) == ["alpha-2.0.dist-info", "beta-1.0.dist-info"]


def test_the_environment_that_qgis_has_loaded_stays_until_the_next_time(plan, shop):
    old = run(plan, shop)
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("alpha", "gamma")))
    install(newer, shop.network(), fetch_with_qgis, ignore, loaded=lambda: old)
    assert (old / MARKER).is_file()
    run(newer, shop)
    assert not old.exists()


def test_the_environment_that_qgis_loads_meanwhile_stays_too(plan, shop):
    old, before = run(plan, shop), [None]
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("alpha", "gamma")))
    install(newer, shop.network(), fetch_with_qgis, ignore, loaded=lambda: before.pop() if before else old)
    assert (old / MARKER).is_file()


def test_a_stop_ends_every_process_and_the_next_try_goes_on(plan, shop):
    shop.stalled.add("beta")

    def stop(progress: Progress) -> None:
        if "beta-1.0-py3-none-any.whl" in shop.wheels_asked:
            raise Cancelled

    with pytest.raises(Cancelled):
        run(plan, shop, stop)
    assert none_is_left(plan.folder.root)
    assert again(plan).state is InstallState.UNFINISHED
    shop.stalled.clear()
    run(plan, shop)
    assert again(plan).state is InstallState.COMPLETE
    assert shop.asked.count("/uv.whl") == 1


def test_a_killed_install_is_seen_and_resumed_and_leaves_no_process(root, plan, shop):
    shop.stalled.add("beta")
    child = start(root, shop)
    wait_for(lambda: "beta-1.0-py3-none-any.whl" in shop.wheels_asked, "uv fetches")
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    assert none_is_left(root)
    assert again(plan).state is InstallState.UNFINISHED
    shop.stalled.clear()
    plan.folder.unpacked.mkdir()  # of a bundle whose installation was killed
    run(plan, shop)
    assert again(plan).state is InstallState.COMPLETE
    assert shop.asked.count("/uv.whl") == 1
    assert not list(plan.folder.cache.glob(".tmp*"))
    assert not plan.folder.unpacked.exists()


def test_half_an_environment_without_a_marker_is_made_anew(plan, shop):
    place = run(plan, shop)
    (place / MARKER).unlink()
    next(place.rglob("beta.py")).unlink()
    assert again(plan).state is InstallState.UNFINISHED
    shop.asked.clear()
    run(plan, shop)
    assert next(place.rglob("beta.py")).is_file()
    assert shop.wheels_asked == []


def test_what_was_damaged_on_the_disk_is_fetched_anew(plan, shop):
    """What was fetched is the same file there, so it is damaged, too."""
    damaged = next(run(plan, shop).rglob("beta.py"))
    assert damaged.stat().st_nlink > 1
    damaged.write_text("")
    assert next(run(again(plan), shop).rglob("beta.py")).read_text() == "VALUE = 1\n"


def test_after_packages_that_do_not_load_all_is_fetched_anew(plan, shop):
    place = run(plan, shop)
    next(place.rglob("beta.py")).write_text("raise ImportError('damaged')\n")
    (place / MARKER).unlink()
    assert "damaged" in str(fails(again(plan), shop))
    run(again(plan), shop)
    assert again(plan).state is InstallState.COMPLETE


def test_an_installer_of_which_only_the_name_was_kept_is_fetched_anew(plan, shop):
    run(plan, shop)
    program = next(plan.folder.tools.rglob("scripts/uv"))
    program.write_bytes(b"")
    run(again(plan), shop)
    assert program.stat().st_size > 0


def test_half_unpacked_drafts_of_the_installer_go(plan, shop):
    draft = plan.folder.tools / "draft-0123abcd"
    draft.mkdir(parents=True)
    (draft / "uv").touch()
    run(plan, shop)
    assert [place.name for place in plan.folder.tools.iterdir()] == [f"uv-{plan.uv.version}"]


def test_without_a_network_the_next_step_is_named(plan, shop):
    offline = replace(plan, uv=replace(plan.uv, url="http://127.0.0.1:9/uv.whl"))
    error = fails(offline, shop)
    assert "could not be fetched" in str(error)
    assert "proxy" in error.hint


def test_a_network_that_goes_away_after_uv_came_is_named_too(plan, shop):
    shutil.rmtree(shop.folder / "beta")
    assert "cannot be had" in str(fails(plan, shop))
    gone = replace(shop, address="http://127.0.0.1:9")
    with pytest.raises(InstallFailed, match="could not be fetched"):
        install(plan, gone.network(), fetch_with_qgis, ignore)


def test_a_changed_uv_is_not_run(plan, shop):
    error = fails(replace(plan, uv=replace(plan.uv, sha256="sha256:" + 64 * "0")), shop)
    assert str(error).startswith("uv.whl is not what was expected")
    assert not plan.folder.tools.exists()


def test_a_uv_that_never_ends_is_not_read_to_its_end(plan, shop):
    assert "uv.whl" in str(fails(replace(plan, uv=replace(plan.uv, bytes=1000)), shop))


def test_a_package_that_changes_between_choice_and_fetch_is_refused(plan, shop):
    shop.digests["beta"] = 64 * "0"
    assert "beta==1.0 is not what was expected" in str(fails(plan, shop))


def test_a_package_that_does_not_load_is_named_and_not_complete(plan, shop):
    shop.add("gamma", "1.1", files={"gamma.py": "raise ImportError('no such library')"})
    broken = replace(plan, wanted=replace(plan.wanted, requirements=("gamma",), modules=("gamma",)))
    assert "no such library" in str(fails(broken, shop))
    assert again(broken).state is InstallState.UNFINISHED


def test_a_package_that_nobody_has_is_named(plan, shop):
    error = fails(replace(plan, wanted=replace(plan.wanted, requirements=("alpha==9",))), shop)
    assert "alpha==9" in str(error)


def test_too_little_room_is_said_before_anything_is_fetched(plan, shop):
    error = fails(replace(plan, room_bytes=plan.free_bytes * 2), shop)
    assert "of disk" in str(error)
    assert shop.asked == []


def test_a_disk_that_becomes_full_half_way_is_named(root, shop):
    root.mkdir(parents=True)
    mount = f"mount -t tmpfs -o size=41m tmpfs '{root}'"
    said = start(root, shop, before=mount, room=1).communicate(timeout=PATIENCE_S)[0]
    assert "The disk became full" in said
    assert "Free some space" in said


def test_a_profile_that_cannot_be_written_is_named(root, shop):
    root.mkdir(parents=True)
    mount = f"mount -t tmpfs -o ro tmpfs '{root}'"
    said = start(root, shop, before=mount).communicate(timeout=PATIENCE_S)[0]
    assert "Read-only file system" in said
    assert "profile" in said


def test_a_disk_from_which_no_program_may_be_run_is_named(root, shop):
    root.mkdir(parents=True)
    mount = f"mount -t tmpfs -o noexec tmpfs '{root}'"
    said = start(root, shop, before=mount).communicate(timeout=PATIENCE_S)[0]
    assert f"No program can be run in {root}: Permission denied." in said
    assert "Ask who runs this computer" in said


def test_a_disk_that_is_full_already_is_no_matter_of_permission(plan, shop, monkeypatch):
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "touch", full)
    error = fails(plan, shop)
    assert "The disk became full" in str(error)
    assert "Free some space" in error.hint


def test_folders_that_are_links_to_another_disk_are_used_and_removed(plan, shop, tmp_path):
    root = plan.folder.root
    root.parent.mkdir(parents=True)
    for place, link in ((tmp_path / "big", root), (tmp_path / "large", plan.folder.environments)):
        place.mkdir()
        link.symlink_to(place)
    run(plan, shop)
    assert again(plan).state is InstallState.COMPLETE
    uninstall(plan.folder)
    assert again(plan).state is InstallState.ABSENT
    assert not os.path.lexists(root)
    assert not (tmp_path / "big").exists()
    assert not (tmp_path / "large").exists()
    run(plan, shop)


def test_what_may_not_be_removed_is_named(plan, shop, monkeypatch):
    """Such as what another user has installed there."""
    run(plan, shop)

    def refuse(path: str, **rest: object) -> None:
        if not rest:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(installer.shutil, "rmtree", refuse)
    with pytest.raises(InstallFailed, match="cannot be written: Permission denied"):
        uninstall(plan.folder)


def test_a_clock_that_went_back_does_not_bring_older_packages_back(plan, shop):
    older = run(plan, shop)
    later = time.time() + 86400
    os.utime(older / MARKER, (later, later))
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("alpha", "gamma")))
    install(newer, shop.network(), fetch_with_qgis, ignore, loaded=lambda: older)
    assert (older / MARKER).is_file()
    assert usable_environment(plan.folder, plan.wanted.python) == newer.environment


def test_a_file_in_the_place_of_the_folder_is_named(plan, shop):
    plan.folder.root.parent.mkdir(parents=True)
    plan.folder.root.touch()
    assert "cannot be written" in str(fails(plan, shop))


def test_the_password_of_the_proxy_arrives_and_is_shown_nowhere(plan, shop):
    # uv goes to no proxy for this machine itself, but to this one for any other name
    shop.login = "jürgen:s:cret/@pass"
    proxy = shop.address.replace("http://", "http://j%C3%BCrgen:s%3Acret%2F%40pass@")
    away = replace(shop.network(proxy=proxy), index={"UV_DEFAULT_INDEX": "http://packages.invalid"})
    uv = shop.folder / "uv.whl"
    install(plan, away, lambda url, limit, received: uv.read_bytes(), ignore)
    assert again(plan).state is InstallState.COMPLETE
    assert shop.asked
    refused = replace(away, index={"UV_DEFAULT_INDEX": "https://packages.invalid"})
    newer = replace(plan, wanted=replace(plan.wanted, requirements=("gamma",)))
    with pytest.raises(InstallFailed, match="proxy") as caught:
        install(newer, refused, lambda url, limit, received: uv.read_bytes(), ignore)
    shown = f"{caught.value} {caught.value.hint} {plan.folder.log.read_text()}"
    assert not any(secret in shown for secret in ("s:cret", "s%3Acret"))


def test_a_larger_build_than_planned_is_asked_about_and_then_installed(plan, shop):
    small = replace(plan, download_bytes=1)
    with pytest.raises(LargerThanPlanned) as caught:
        run(small, shop)
    assert "beta-1.0-py3-none-any.whl" not in shop.wheels_asked
    run(replace(small, download_bytes=caught.value.download_bytes), shop)


def test_what_qgis_has_in_use_is_neither_removed_nor_made_anew(plan, shop):
    place = run(plan, shop)
    with pytest.raises(InstallFailed, match="in use"):
        uninstall(plan.folder, lambda: place)
    with pytest.raises(InstallFailed, match="in use"):
        install(plan, shop.network(), fetch_with_qgis, ignore, loaded=lambda: place)
    assert again(plan).state is InstallState.COMPLETE


def test_uninstalling_leaves_nothing_and_may_be_repeated(plan, shop):
    run(plan, shop)
    uninstall(plan.folder)
    assert not plan.folder.root.exists()
    uninstall(plan.folder)
    assert again(plan).state is InstallState.ABSENT
