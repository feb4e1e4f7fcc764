"""Kills AskMap at any moment of its work (kill -9), and looks whether anything was lost.

    python tests/kill [NAME…] [--count N] [--seed N] [--results FILE]

Each other module of this folder but case.py and results.py has CASES: dict[str, Case]. How long the work
takes is measured first, then it is killed COUNT times, at moments that are spread over that time. A name is a
module's, or MODULE.CASE; without one all are meant but NAMED_ONLY. What is killed is a copy (fork) of a
process that has only imported what it needs, so that the time goes into the work. No process may be left of
it, nor of what is done again. With a FILE, what came of each kill is kept there, and the same command goes on
after the last one.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(1, str(HERE.parent / "support"))  # what the tests have in common

from case import Case, Work  # noqa: E402
from results import Results, Series  # noqa: E402

COUNT = 30
NAMED_ONLY = {"pypi"}  # modules that use the network
NOT_KEPT = Results()
NO_CASES = {"__main__", "case", "results"}
MEASURED_ONCE_S = 30  # from then on the work is measured well enough by one time
MOST_TRIES = 4  # times COUNT: some kills come too late
SLEEPS_S = 600  # a copy that hangs
OUTLIVES_S = 60  # another process, once its parent was killed
MARK = "ASKMAP_KILL"  # a variable of all processes that a copy starts: its folder


@dataclass
class Tally:
    """What came of a case."""

    name: str
    duration_s: float
    killed: int = 0  # at work
    ended: int = 0  # before the kill came
    failures: list[str] = field(default_factory=list)

    def note(self, killed: int, ended: int, failures: Sequence[str]) -> None:
        self.killed, self.ended = self.killed + killed, self.ended + ended
        self.failures += failures

    def line(self) -> str:
        failed = f"{len(self.failures)} FAILED" if self.failures else "all whole"
        return f"{self.name:22} {self.duration_s:8.3f} {self.killed:7} {self.ended:6}   {failed}"


HEADING = f"{'':22} {'work, s':>8} {'killed':>7} {'ended':>6}"


def main(argv: Sequence[str] | None = None) -> int:
    """1 where something was lost or left."""
    arguments = _arguments(argv)
    modules = sorted({path.stem for path in HERE.glob("*.py")} - NO_CASES - NAMED_ONLY)
    names = arguments.names or modules
    if not arguments.here:
        print(HEADING, flush=True)
    codes = [_run_apart(name, arguments) for name in names]
    return int(any(codes))


def _run_apart(name: str, arguments: argparse.Namespace) -> int:
    """In a process of its own: what one module imports is not for another."""
    if arguments.here:
        return _run(name, arguments.count, arguments.seed, Results(arguments.results))
    options = ["--here", "--count", str(arguments.count), "--seed", str(arguments.seed)]
    options += ["--results", str(arguments.results)] if arguments.results else []
    surroundings = {"OMP_NUM_THREADS": "1", "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, str(HERE), name, *options], env={**os.environ, **surroundings}
    ).returncode


def _run(name: str, count: int, seed: int, results: Results) -> int:
    module, _, wanted = name.partition(".")
    cases: dict[str, Case] = importlib.import_module(module).CASES
    failed = False
    for key, case in cases.items():
        if wanted in ("", key):
            tally = run_case(f"{module}.{key}", case, count, seed, results)
            print(tally.line(), flush=True)
            for failure in tally.failures[:3]:
                print(failure, flush=True)
            failed |= bool(tally.failures)
    return int(failed)


def run_case(name: str, case: Case, count: int, seed: int, results: Results = NOT_KEPT) -> Tally:
    """Until the work was killed so often in its middle, or ended by itself far too often."""
    series = Series(name, count, seed)
    begun, *kills = results.of(series) or [{}]
    tally = Tally(name, begun.get("duration_s") or _measured(case))
    if not begun:
        results.add(series, duration_s=tally.duration_s)
    for facts in kills:
        tally.note(**facts)
    for number in range(len(kills), MOST_TRIES * count):
        if tally.killed == count:
            break
        share = (number % count + random.Random(f"{seed}:{name}:{number}").random()) / count
        once = _tally_of(case, f"kill {number}", share * tally.duration_s)
        results.add(series, killed=once.killed, ended=once.ended, failures=once.failures)
        tally.note(once.killed, once.ended, once.failures)
    return tally


def _tally_of(case: Case, name: str, delay_s: float) -> Tally:
    """Of one kill."""
    tally = Tally(name, delay_s)
    with _folder() as folder:
        try:
            _kill_once(case, folder, tally)
        except AssertionError:
            tally.failures.append(f"{name}, after {delay_s:.4f} s: {traceback.format_exc(limit=-3)}")
    return tally


def _kill_once(case: Case, folder: Path, tally: Tally) -> None:
    _do(case.prepare, folder)
    child = _copy(case.work, folder)
    time.sleep(tally.duration_s)
    killed = _kill(case, folder, child)
    tally.note(killed, not killed, [])
    _check_no_process(folder)
    case.check_killed(folder)
    for work in (case.begin_next, case.work):
        _do(work, folder)
    _check_no_process(folder)
    case.check_next(folder)


def _kill(case: Case, folder: Path, child: int) -> bool:
    """Whether anything was killed."""
    if case.victim is None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    victim, killed = case.victim(folder), False
    with contextlib.suppress(ProcessLookupError):
        if victim is not None:
            os.kill(victim, signal.SIGKILL)
            killed = True
    code = _wait(child)
    assert code == 0, f"the work ended with {code} when another process was killed"
    return killed


def _check_no_process(folder: Path) -> None:
    """No process that a copy has started works on."""
    end = time.monotonic() + OUTLIVES_S
    while left := _processes_of(folder):
        assert time.monotonic() < end, f"{left} outlive what has started them"
        time.sleep(0.02)


def _processes_of(folder: Path) -> list[str]:
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # it has just ended
            if f"{MARK}={folder}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(f"{process.name} {(process / 'comm').read_text().strip()}")
    return found


def _measured(case: Case) -> float:
    """The shortest of three times, or the first one of long work."""
    first_s = _duration(case)
    return first_s if first_s > MEASURED_ONCE_S else min(first_s, _duration(case), _duration(case))


def _duration(case: Case) -> float:
    with _folder() as folder:
        _do(case.prepare, folder)
        begun = time.monotonic()
        _do(case.work, folder)
        took_s = time.monotonic() - begun
        case.check_next(folder)
    return took_s


def _do(work: Work, folder: Path) -> None:
    code = _wait(_copy(work, folder))
    assert code == 0, f"{work.__qualname__} failed with {code}: {_errors_of(folder).read_text()[-2000:]}"


def _copy(work: Work, folder: Path) -> int:
    """The number of a process that does the work, quietly."""
    with warnings.catch_warnings():
        # Of threads that a copy does not have: none is at work
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.environ[MARK] = str(folder)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open(_errors_of(folder), os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
        work(folder)
        code = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _errors_of(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.errors")


def _wait(child: int) -> int:
    """Its exit code; the signal that ended it, as a negative number."""
    begun = time.monotonic()
    while time.monotonic() - begun < SLEEPS_S:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.001)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    raise AssertionError(f"it hung for {SLEEPS_S} s")


@contextlib.contextmanager
def _folder() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="askmap-kill-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder)
        _errors_of(folder).unlink(missing_ok=True)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests/kill", description=__doc__.partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="of a module, or MODULE.CASE; default: all")
    parser.add_argument("--count", type=int, default=COUNT, help=f"kills of each case, {COUNT} if not said")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--results", type=Path, metavar="FILE", help="goes on where the same series was cut off"
    )
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
