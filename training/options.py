"""Options and exit codes that the commands of training share."""

from __future__ import annotations

import sys
from argparse import ArgumentTypeError
from collections.abc import Callable

from ..backend.errors import AskMapError

DONE, FAULT, STOPPED = 0, 2, 130  # exit codes


def counted(text: str) -> int:
    """A count from the shell; argparse prints what is wrong with it."""
    number = int(text)
    if number < 1:
        raise ArgumentTypeError(f"{text} is less than 1")
    return number


def print_error(error: AskMapError) -> None:
    """Message and hint in one line of plain text."""
    print(f"{error} {error.hint}".strip(), file=sys.stderr)


def run_command(
    work: Callable[[], object],
    *,
    stopped: str = "",
    report_error: Callable[[AskMapError], None] = print_error,
) -> int:
    """The exit code: FAULT for an error that the user can mend, which is reported; STOPPED at Ctrl-C.

    `stopped` is printed then; without it, Ctrl-C is raised. All else that `work` raises is a bug.
    """
    try:
        work()
    except AskMapError as error:
        report_error(error)
        return FAULT
    except KeyboardInterrupt:
        if not stopped:
            raise
        print(stopped, file=sys.stderr)
        return STOPPED
    return DONE
