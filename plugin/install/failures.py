"""What can go wrong while the packages are installed: one sentence, and what to do next."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from typing import Optional

from ...backend.errors import AskMapError
from ...backend.packages.computer import Computer
from ...backend.packages.processes import Program
from ..language import tr
from ..number_format import fixed


class InstallFailed(AskMapError):
    """The packages are not there; what was fetched already is kept for the next try."""


class LargerThanPlanned(InstallFailed):
    """Nothing was fetched: only a larger build can be had. With its size in the plan it is installed."""

    def __init__(self, planned: int, needed: int) -> None:
        super().__init__(
            tr("Only torch with CUDA can be had here: {needed} MB to fetch instead of {planned} MB.").format(
                needed=megabytes(needed), planned=megabytes(planned)
            ),
            tr("Press the button again to fetch them all the same."),
        )
        self.download_bytes = needed


def megabytes(count: int) -> str:
    """As QGIS's locale writes it, without the unit."""
    return fixed(count / 1_000_000)


def no_network(reason: str) -> InstallFailed:
    return InstallFailed(
        tr("The packages could not be fetched: {reason}.").format(reason=_bare(reason)),
        tr("Check the network and the proxy in QGIS's options, then try again: what was fetched is kept."),
    )


def proxy_refused() -> InstallFailed:
    return InstallFailed(
        tr("The proxy wants another name or password."),
        tr("Correct them in Settings > Options > Network, then try again."),
    )


def certificate_refused(reason: str) -> InstallFailed:
    return InstallFailed(
        tr("The certificate of the server is not trusted: {reason}.").format(reason=_bare(reason)),
        tr("Add your network's certificate in Settings > Options > Authentication, then try again."),
    )


def disk_full() -> InstallFailed:
    return InstallFailed(
        tr("The disk became full while the packages were installed."),
        tr("Free some space, then try again: what was fetched is kept."),
    )


def too_little_room(needed: int, free: int) -> InstallFailed:
    return InstallFailed(
        tr("The packages need {needed} MB of disk, and {free} MB are free.").format(
            needed=megabytes(needed), free=megabytes(free)
        ),
        tr("Free some space, then try again."),
    )


def not_writable(place: object, reason: object) -> InstallFailed:
    return InstallFailed(
        tr("{place} cannot be written: {reason}.").format(place=place, reason=reason),
        tr("Make QGIS's profile writable, or choose a folder that already holds the packages."),
    )


def programs_forbidden(place: object, reason: str) -> InstallFailed:
    return InstallFailed(
        tr("No program can be run in {place}: {reason}.").format(place=place, reason=_bare(reason)),
        tr("Ask who runs this computer to allow it, or choose a folder that already holds the packages."),
    )


def wrong_checksum(name: str) -> InstallFailed:
    return InstallFailed(
        tr("{name} is not what was expected: it was damaged or changed on its way.").format(name=name),
        tr("Try again; if it happens again, ask who runs your network."),
    )


def no_such_packages(reason: str) -> InstallFailed:
    return InstallFailed(
        tr("The packages cannot be had for this QGIS: {reason}.").format(reason=_bare(reason)),
        tr("Install a newer QGIS, or choose a folder that already holds the packages."),
    )


def not_supported(machine: str) -> InstallFailed:
    return InstallFailed(
        tr("AskMap cannot install packages on this kind of computer ({machine}).").format(machine=machine),
        tr("Choose a folder that already holds the packages."),
    )


def no_python(reason: str) -> InstallFailed:
    return InstallFailed(
        tr("QGIS's own Python could not be started: {reason}.").format(reason=_bare(reason)),
        tr("Reinstall QGIS with its Python, then try again."),
    )


def of_disk(error: Optional[BaseException], place: object) -> InstallFailed:
    """What an OSError there means, or what caused an error of ours."""
    code = getattr(error, "errno", None)
    if code in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return disk_full()
    return not_writable(getattr(error, "filename", None) or place, getattr(error, "strerror", None) or error)


def busy() -> InstallFailed:
    return InstallFailed(
        tr("Another QGIS is installing the packages."), tr("Wait until it has finished, then look again.")
    )


def busy_elsewhere(host: str, lock: object) -> InstallFailed:
    return InstallFailed(
        tr("A QGIS on the computer {host} is installing the packages.").format(host=host),
        tr(
            "Wait until it has finished, then look again; if none works there any more, remove {file}."
        ).format(file=lock),
    )


def does_not_load(reason: str) -> InstallFailed:
    return InstallFailed(
        tr("The packages are installed, but do not load: {reason}.").format(reason=_bare(reason)),
        tr("Try again; everything is installed anew."),
    )


def unknown_failure(reason: str) -> InstallFailed:
    return InstallFailed(
        tr("The packages could not be installed: {reason}.").format(reason=_bare(reason)),
        tr("Try again; the file install.log in AskMap's folder of the profile says more."),
    )


def no_bundle(name: str) -> InstallFailed:
    return InstallFailed(
        tr("{name} is no bundle of AskMap's packages.").format(name=name),
        tr("Choose a file that the command «askmap bundle» has made, and that was copied here to its end."),
    )


def bundle_unreadable(place: object, reason: object) -> InstallFailed:
    return InstallFailed(
        tr("{place} cannot be read: {reason}.").format(place=place, reason=reason),
        tr("Copy it to this computer's own disk, and choose it there."),
    )


def bundle_damaged(name: str, member: str) -> InstallFailed:
    return InstallFailed(
        tr("{name} is damaged: {member} in it is not what it should be.").format(name=name, member=member),
        tr("Copy it here once more, or make it anew."),
    )


def foreign_bundle(theirs: Computer, ours: Computer) -> InstallFailed:
    return InstallFailed(
        tr("The bundle is for {theirs}, and this QGIS is {ours}.").format(theirs=theirs, ours=ours),
        _make_it(ours),
    )


def bundle_of_another(version: str, ours: Computer) -> InstallFailed:
    return InstallFailed(
        tr("The bundle was made by AskMap {version}, and other packages are needed now.").format(
            version=version
        ),
        _make_it(ours),
    )


def later_bundle(name: str) -> InstallFailed:
    return InstallFailed(
        tr("{name} was made by a later AskMap than this one.").format(name=name),
        tr("Update AskMap, or make a bundle with the AskMap that is installed here."),
    )


def bundle_without_numpy(numpy: str, ours: Computer) -> InstallFailed:
    return InstallFailed(
        tr("The bundle has no numpy that fits that of this QGIS, {numpy}.").format(numpy=numpy),
        _make_it(ours, f" --numpy {numpy}"),
    )


def _make_it(ours: Computer, options: str = "") -> str:
    command = f"askmap bundle OUT.zip --for {ours}{options}"
    return tr("Make one on a computer with a network: {command}").format(command=command)


def in_use(place: object) -> InstallFailed:
    return InstallFailed(
        tr("Some files in {place} are in use.").format(place=place), tr("Restart QGIS, then try again.")
    )


def used_by(place: object, programs: Iterable[Program]) -> InstallFailed:
    """No programs where the system does not say."""
    names = ", ".join(map(_name, programs)) or tr("another QGIS, or AskMap's service")
    return InstallFailed(
        tr("The packages in {place} are in use by {programs}.").format(place=place, programs=names),
        tr("Close it or wait for its answer, then try again; «askmap serve --end» ends a service."),
    )


def _name(program: Program) -> str:
    if program.is_this_one:
        return tr("this QGIS")
    return tr("{program} (process {number})").format(program=program.name, number=program.number)


def _bare(reason: str) -> str:
    return reason.strip().rstrip(".") or tr("it ended without a word")
