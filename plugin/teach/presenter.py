"""Fills the page «Teach» and remembers its choices: the data set, the question, the pace, errors."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...backend.errors import AskMapError
from ...backend.reasoner.prompt import question_from
from ...backend.samples.split_file import SampleFile
from ...backend.stages import Scene
from ..backend_messages import error_text, translate
from ..language import tr
from ..number_format import fixed
from .memory import TeachMemory, latest_first, pace_of, read_memory, write_memory
from .panel import TeachPanel
from .question_box import MOST
from .sample_store import Overview


class TeachPresenter(QObject):
    place_changed = pyqtSignal(object)  # SampleFile, or None where no folder is chosen

    def __init__(
        self, panel: TeachPanel, tell: Callable[[Exception], str], parent: Optional[QObject] = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._tell = panel, tell
        self.memory: TeachMemory = read_memory()
        panel.choose(self.memory.folder, self.memory.split, self.memory.kind, self.memory.mask)
        panel.question.offer(self.memory.questions.splitlines())
        panel.place_changed.connect(self._change_place)
        panel.choices_changed.connect(self._note_choices)

    # --- what is chosen ---

    def file(self) -> Optional[SampleFile]:
        """None where no folder is chosen."""
        folder = self._panel.chosen_folder()
        return SampleFile(folder, self._panel.split.currentText()) if folder else None

    def file_or_advice(self) -> Optional[SampleFile]:
        file = self.file()
        if file is None:
            self._panel.show_advice(tr("Choose the folder of the data set first."))
        return file

    def ready(self) -> Optional[tuple[SampleFile, str]]:
        """The file and the question of a sample; None, with a sentence shown, where one is missing."""
        file = self.file_or_advice()
        if file is None:
            return None
        try:
            return file, question_from(self._panel.question.text()).text
        except AskMapError as error:  # with the keyboard in the field to type it in
            self.show_fault(error)
            self._panel.question.setFocus()
            return None

    # --- what is remembered ---

    def note(self, question: str, seconds: float) -> None:
        """Remembers the question and how long its sample took."""
        pace = pace_of(self.memory.pace).after(seconds, date.today().isoformat())
        questions = latest_first(question, self.memory.questions.splitlines())[:MOST]
        self._remember(pace=pace.text, questions="\n".join(questions))
        self._panel.question.add(question)

    def _note_choices(self) -> None:
        panel = self._panel
        self._remember(
            folder=panel.folder.filePath().strip(),
            split=panel.split.currentText(),
            kind=panel.kind.text().strip(),
            mask=panel.mask.isChecked(),
        )

    def _change_place(self) -> None:
        self._note_choices()
        self._panel.show_samples(())
        self._panel.show_count("")
        self.place_changed.emit(self.file())

    def _remember(self, **changes: object) -> None:
        self.memory = replace(self.memory, **changes)
        write_memory(self.memory)

    # --- what is shown ---

    def show_overview(self, overview: Overview) -> None:
        """Does nothing if another data set was chosen meanwhile."""
        if overview.file != self.file():
            return
        count = tr("%n sample(s) in «{split}».", overview.count).format(split=overview.file.split)
        self._panel.show_count(f"{count} {self._pace_today()}".strip())
        self._panel.show_samples(overview.last, overview.pictures)
        for row in reversed(overview.last):
            self._panel.question.add(row.questions[0])

    def show_picture(self, scene: Optional[Scene]) -> None:
        if scene is None:
            self._panel.show_picture("")
            return
        picture = tr("Picture: {name}, {width} × {height} pixels.").format(
            name=PurePath(scene.source).name, width=scene.grid.width, height=scene.grid.height
        )
        self._panel.show_picture(" ".join((picture, *map(translate, scene.warnings))))

    def show_fault(self, error: Exception) -> None:
        if isinstance(error, AskMapError):
            self._panel.show_advice(error_text(error))
        else:
            self._panel.show_advice(self._tell(error))

    def show_end(self) -> None:
        """Teaching has ended."""
        self._panel.show_teaching(False)
        self._panel.show_advice("")
        self._panel.show_picture("")

    def _pace_today(self) -> str:
        pace = pace_of(self.memory.pace)
        seconds = pace.on(date.today().isoformat())
        if seconds is None:
            return ""
        text = tr("%n today, {seconds} s each (median).", len(pace.seconds))
        return text.format(seconds=fixed(seconds, 1))
