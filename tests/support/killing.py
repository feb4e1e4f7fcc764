"""A process that ends in the middle of its work, as after kill -9, but at a step that the test chooses."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Callable, Iterator

_STEPS = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "shutil.rmtree", "shutil.copyfile"}


def killed_at_each_step(work: Callable[[], object]) -> Iterator[int]:
    """Ends a copy of this process before its first step on the disk, then before its second, and so on.

    Every number is given once the copy is gone; the last one is that of a copy that did all of the work.
    """
    step, code = 0, _KILLED
    while code == _KILLED:
        step += 1
        code = _code_of_copy(work, step)
        yield step
    assert code == 0, "the work failed by itself"


_KILLED = 99


def _code_of_copy(work: Callable[[], object], last: int) -> int:
    with warnings.catch_warnings():
        # Newer Pythons warn of forks where threads are; this copy runs Python and GDAL alone
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    count = 0

    def step(event: str, _: tuple[object, ...]) -> None:
        nonlocal count
        if event in _STEPS:
            count += 1
            if count == last:
                os._exit(_KILLED)

    code = 1
    try:
        sys.addaudithook(step)
        work()
        code = 0
    finally:
        os._exit(code)
