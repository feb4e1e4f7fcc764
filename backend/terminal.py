"""An answer on the terminal while it comes, and its summary; all that a model wrote is data, never markup."""

from __future__ import annotations

from types import TracebackType

from rich.console import Console
from rich.status import Status
from rich.table import Table
from rich.text import Text

from .documents import described_targets
from .errors import AskMapError
from .outputs.picture import WITHOUT_TARGETS
from .parsing.thought import readable_so_far
from .stages import Answer, Event, GroundingOutcome, Progress, Target, Thought
from .text import printable


class Display:
    """Prints the thought to `output` as it streams; what is being done goes to `progress`.

    On a terminal a step is one line that comes and goes; elsewhere each new step is a line of its own.
    """

    def __init__(self, output: Console, progress: Console) -> None:
        self._output = output
        self._progress = progress
        self._status: Status | None = None
        self._step = ""
        self._written = ""  # by the model, as far as it has come
        self._shown = ""  # of that

    def __enter__(self) -> Display:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_step()
        self._end_thought()

    def report(self, event: Event) -> None:
        if isinstance(event, Thought):
            self._end_step()
            self._show(event.piece)
        elif isinstance(event, Progress) and event.step != self._step:
            self.begin(event.step)

    def begin(self, step: str) -> None:
        """Show what is being done now."""
        self._end_step()
        self._end_thought()
        self._step = step
        if self._progress.is_terminal:
            self._status = self._progress.status(Text(step))
            self._status.start()
        else:
            print_line(self._progress, step)

    def _show(self, piece: str) -> None:
        self._written += piece
        readable = readable_so_far(self._written)
        self._output.out(readable[len(self._shown) :], end="", highlight=False)
        self._shown = readable

    def _end_step(self) -> None:
        if self._status:
            self._status.stop()
            self._status = None

    def _end_thought(self) -> None:
        if self._shown and not self._shown.endswith("\n"):
            self._output.out("")
        self._written = self._shown = ""


def show_summary(answer: Answer, output: Console) -> None:
    """What was found, a line for each target."""
    if answer.grounding.outcome is not GroundingOutcome.FOUND:
        print_line(output, WITHOUT_TARGETS[answer.grounding.outcome])
        return
    targets = answer.grounding.targets
    is_known = any(target.confidence is not None for target in targets)
    table = Table("", "label", "score", "pixels", "m²", *(["confidence"] if is_known else []), box=None)
    for found, target in zip(described_targets(answer), targets):
        area = "" if found["area_m2"] is None else f"{found['area_m2']:,.1f}"
        cells = (f"{found['score']:.2f}", f"{found['area_px']:,}", area)
        known = (_confidence_text(target),) if is_known else ()
        table.add_row(str(found["target"]), Text(found["label"]), *cells, *known)
    output.print(table)


def _confidence_text(target: Target) -> str:
    number = "" if target.confidence is None else f"{target.confidence:.2f}"
    return f"{number} doubtful" if target.is_doubtful else number


def show_error(error: AskMapError, console: Console) -> None:
    """The sentence and what to do next."""
    print_line(console, str(error), "bold red")
    if error.hint:
        print_line(console, error.hint)


def print_line(console: Console, sentence: str, style: str = "") -> None:
    """One line, whatever letters it holds and however long it is."""
    console.print(Text(printable(sentence), style=style), soft_wrap=True)
