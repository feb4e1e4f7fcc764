"""What the commands of training share: options, and how they end."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from collections.abc import Callable

from ..backend.errors import AskMapError

DONE, FAULT, STOPPED = 0, 2, 130  # exit codes


def counted(text: str) -> int:
    """How many, from the shell; argparse tells what is wrong with it."""
    number = int(text)
    if number < 1:
        raise ArgumentTypeError(f"{text} is less than 1")
    return number


def tell(error: AskMapError) -> None:
    """In one line of plain text."""
    print(f"{error} {error.hint}".strip(), file=sys.stderr)


def run_command(
    work: Callable[[], object], *, stopped: str = "", tell: Callable[[AskMapError], None] = tell
) -> int:
    """The exit code: FAULT for what the user can mend, which is told; STOPPED at Ctrl-C.

    `stopped` is what is said then; without it, Ctrl-C is raised. All else that `work` raises is a bug.
    """
    try:
        work()
    except AskMapError as error:
        tell(error)
        return FAULT
    except KeyboardInterrupt:
        if not stopped:
            raise
        print(stopped, file=sys.stderr)
        return STOPPED
    return DONE
