"""Hostile inputs for every reader of strangers' files and texts.

    python tests/fuzz [NAME…] [--seed N] [--count N] [--slack N]

Each other module of this folder stands for one reader and has

    COUNT: int      inputs of a full run
    LIMIT_S: float  of CPU, for one input
    one(rng: random.Random, folder: Path) -> str

where `one` makes an input from `rng`, in the empty `folder` if it is a file, gives it to the real reader and
returns what came of it: "read", or the name of the AskMapError. Whatever else leaves it is a failure, and so
are too much time and a process that dies. The input of a number follows from seed, module and number alone.
"""

from __future__ import annotations

import argparse
import faulthandler
import importlib.util
import os
import random
import resource
import select
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

HERE = Path(__file__).resolve().parent
WORKERS = 2
TRIES = 3  # of an input that took too long: a busy machine's hiccup is not the reader's
KILLED_AFTER = 20  # times LIMIT_S of CPU
SLEEPS_S = 120  # an input that waits for something
MEMORY = 6 << 30  # bytes a worker may ask for
SHOWN = 20  # failures of a module that are shown
REPORT_S = 30  # between two lines of progress


@dataclass
class Tally:
    """What came of a module's inputs."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest_s: float = 0.0
    slowest: int = -1
    failures: list[tuple[int, str]] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        return self.outcomes.total() + len(self.failures)

    def add(self, number: int, outcome: str, took_s: float) -> None:
        self.outcomes[outcome] += 1
        if took_s > self.slowest_s:
            self.slowest_s, self.slowest = took_s, number


@dataclass(frozen=True)
class Run:
    """Of one module."""

    name: str
    seed: int
    slack: float  # times LIMIT_S
    folder: Path


class Worker:
    """A process that takes every WORKERS-th input; it is followed by another where it dies."""

    def __init__(self, run: Run, numbers: range) -> None:
        self.numbers = numbers  # that have no outcome yet; the first one is at work
        self._written = b""  # a line that has not ended
        read, write = os.pipe()
        self.process = os.fork()
        if self.process == 0:
            os.close(read)
            _work(run, numbers, write)
        os.close(write)
        self.stream = read

    def read(self, tally: Tally) -> bool:
        """Take the outcomes that have come; False where there will be no more."""
        came = os.read(self.stream, 1 << 16)
        *lines, self._written = (self._written + came).split(b"\n")
        for line in lines:
            outcome, took_s, trouble = line.decode().split("\t")
            if trouble:
                tally.failures.append((self.numbers[0], trouble.replace("\\n", "\n")))
            else:
                tally.add(self.numbers[0], outcome, float(took_s))
            self.numbers = self.numbers[1:]
        return bool(came)

    def end(self) -> int:
        """Its status: negative for the signal that killed it."""
        os.close(self.stream)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


def main(arguments: Sequence[str] | None = None) -> int:
    asked = _asked(arguments)
    os.environ["OMP_NUM_THREADS"] = "1"
    if asked.number is not None:
        return _repeat(asked.names, asked.seed, asked.number)
    tallies = {name: Tally() for name in asked.names}
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a run that is stopped says what it saw
    try:
        for name, tally in tallies.items():
            _fill(tally, name, asked)
    except KeyboardInterrupt:
        print("Stopped before the end.")
        return _print_table(tallies, asked.seed) or 130
    return _print_table(tallies, asked.seed)


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    known = sorted(file.stem for file in HERE.glob("*.py") if file.stem != "__main__")
    parser = argparse.ArgumentParser(prog="python tests/fuzz")
    parser.add_argument("names", metavar="NAME", nargs="*", default=known, help=", ".join(known))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, help="inputs of each, instead of a full run's")
    parser.add_argument("--slack", type=float, default=1.0, help="times the CPU that an input may take")
    parser.add_argument("--number", type=int, help="this input alone, with all that it prints")
    asked = parser.parse_args(arguments)
    if unknown := sorted(set(asked.names) - set(known)):
        parser.error(f"no module {', '.join(unknown)}; there are {', '.join(known)}")
    return asked


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"fuzz_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _repeat(names: Sequence[str], seed: int, number: int) -> int:
    for name in names:
        module = _module(name)
        with tempfile.TemporaryDirectory() as folder:
            began = time.process_time()
            outcome = module.one(_rng(seed, name, number), Path(folder))
            print(f"{name} {number}: {outcome}, {1000 * (time.process_time() - began):.0f} ms of CPU")
    return 0


def _rng(seed: int, name: str, number: int) -> random.Random:
    return random.Random(f"{seed}:{name}:{number}")


def _fill(tally: Tally, name: str, asked: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(prefix="askmap-fuzz-") as folder:
        count = _count_of(name) if asked.count is None else asked.count
        _fuzz(tally, Run(name, asked.seed, asked.slack, Path(folder)), count)


def _fuzz(tally: Tally, run: Run, count: int) -> None:
    shares = [range(first, count, WORKERS) for first in range(min(WORKERS, count))]
    workers = [Worker(run, share) for share in shares]
    reported = time.monotonic()
    while workers:
        ready, _, _ = select.select([worker.stream for worker in workers], [], [])
        for worker in [worker for worker in workers if worker.stream in ready]:
            if worker.read(tally):
                continue
            workers.remove(worker)
            left = _left_by(worker, run.name, tally)
            workers += [Worker(run, left)] if left else []
        if time.monotonic() - reported > REPORT_S:
            reported = time.monotonic()
            print(f"{run.name}: {tally.inputs:,} of {count:,}", file=sys.stderr, flush=True)


def _count_of(name: str) -> int:
    """A full run's; read in a process of its own, so that none forks after torch or GDAL was loaded."""
    read, write = os.pipe()
    if os.fork() == 0:
        os.write(write, str(_module(name).COUNT).encode())
        os._exit(0)
    os.close(write)
    os.wait()
    with os.fdopen(read) as stream:
        return int(stream.read())


def _left_by(worker: Worker, name: str, tally: Tally) -> range:
    """What a worker that is gone leaves to do; the input that killed it is a failure."""
    status = worker.end()
    if worker.numbers:
        if status >= 0:
            raise SystemExit(f"{name} cannot be loaded, or it left the process with status {status}")
        tally.failures.append((worker.numbers[0], _death(-status)))
    return worker.numbers[1:]


def _death(number: int) -> str:
    if number == signal.SIGPROF:
        return f"more than {KILLED_AFTER} times the CPU it may take"
    if number == signal.SIGALRM:
        return f"not through after {SLEEPS_S} s"
    return f"died by {signal.Signals(number).name}"


def _work(run: Run, numbers: range, write: int) -> None:
    """In the worker; never returns."""
    status = 1
    try:
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        module = _module(run.name)
        _silence()
        mine = Path(tempfile.mkdtemp(dir=run.folder))
        _outcome(module, _rng(run.seed, run.name, numbers[0]), mine, None)  # imports on demand: not its time
        for line in _lines(module, run, numbers, mine):
            os.write(write, line.encode())
        status = 0
    except BaseException:
        traceback.print_exc()
        raise
    finally:
        os._exit(status)


def _silence() -> None:
    """GDAL's and other libraries' messages, a line an input."""
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    faulthandler.disable()


def _lines(module: ModuleType, run: Run, numbers: range, folder: Path) -> Iterator[str]:
    limit_s = run.slack * module.LIMIT_S
    for number in numbers:
        for _ in range(TRIES):
            outcome, took_s, trouble = _outcome(module, _rng(run.seed, run.name, number), folder, limit_s)
            if trouble or took_s <= limit_s:
                break
        else:
            trouble = f"{1000 * took_s:.0f} ms of CPU"
        yield f"{outcome}\t{took_s:.6f}\t{trouble}\n"


def _outcome(
    module: ModuleType, rng: random.Random, folder: Path, limit_s: float | None
) -> tuple[str, float, str]:
    """(outcome, seconds of CPU, what is wrong or ""); without a limit for the one that warms up."""
    signal.setitimer(
        signal.ITIMER_PROF, KILLED_AFTER * limit_s if limit_s else 0
    )  # both kill, unless set anew
    signal.setitimer(signal.ITIMER_REAL, SLEEPS_S)
    began = time.process_time()
    outcome, trouble = "", ""
    try:
        outcome = module.one(rng, folder)
    except (Exception, SystemExit) as error:
        lines = traceback.format_exception(error, limit=-4)
        trouble = "".join(lines).strip().replace("\t", " ").replace("\\n", " ").replace("\n", "\\n")[:3_000]
    took_s = time.process_time() - began
    signal.setitimer(signal.ITIMER_PROF, 0)
    _empty(folder)
    return outcome, took_s, trouble.encode(errors="backslashreplace").decode()


def _empty(folder: Path) -> None:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry, ignore_errors=True)
        else:
            os.unlink(entry)


def _print_table(tallies: dict[str, Tally], seed: int) -> int:
    """The exit status."""
    for name, tally in tallies.items():
        for number, trouble in tally.failures[:SHOWN]:
            print(f"{name} {number}: {trouble}")
            print(f"  again: .venv/bin/python tests/fuzz {name} --seed {seed} --number {number}\n")
        if len(tally.failures) > SHOWN:
            print(f"{name}: {len(tally.failures) - SHOWN} more failures\n")
    print(f"{'reader':12} {'inputs':>9} {'failures':>9}  {'slowest':>18}  outcomes")
    for name, tally in tallies.items():
        slowest = f"{1000 * tally.slowest_s:.1f} ms (#{tally.slowest})"
        outcomes = ", ".join(f"{outcome} {count:,}" for outcome, count in tally.outcomes.most_common())
        print(f"{name:12} {tally.inputs:>9,} {len(tally.failures):>9,}  {slowest:>18}  {outcomes}")
    return int(any(tally.failures for tally in tallies.values()))


if __name__ == "__main__":
    # The fakes of the tests, and no folder whose parser.py and its like would shadow other modules
    sys.path[0] = str(HERE.parent / "support")
    sys.exit(main())
