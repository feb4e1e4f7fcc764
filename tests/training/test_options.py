"""What the commands of training share: how they end, and what they say then."""

from __future__ import annotations

import pytest
from askmap.backend.errors import BadQuestion
from askmap.training.options import DONE, FAULT, STOPPED, run_command


def failing(error: BaseException):
    def work() -> None:
        raise error

    return work


def test_work_that_ends_well_says_nothing(capsys):
    assert run_command(lambda: None) == DONE
    assert capsys.readouterr() == ("", "")


def test_what_the_user_can_mend_is_told_in_one_line(capsys):
    error = BadQuestion("It is empty.", "Type one.")
    assert run_command(failing(error)) == FAULT
    assert capsys.readouterr().err == "It is empty. Type one.\n"


def test_who_calls_may_report_it_otherwise(capsys):
    error, told = BadQuestion("It is empty."), []
    assert run_command(failing(error), report_error=told.append) == FAULT
    assert told == [error]
    assert capsys.readouterr() == ("", "")


def test_ctrl_c_ends_with_a_sentence_where_there_is_one(capsys):
    assert run_command(failing(KeyboardInterrupt()), stopped="Stopped.") == STOPPED
    assert capsys.readouterr().err == "Stopped.\n"
    with pytest.raises(KeyboardInterrupt):
        run_command(failing(KeyboardInterrupt()))


def test_a_bug_is_no_fault_of_the_user():
    with pytest.raises(ZeroDivisionError):
        run_command(failing(ZeroDivisionError()))
