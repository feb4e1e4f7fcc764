"""A question as a token that a team can share: copied from the field, and taken where it is pasted there."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from qgis.PyQt.QtCore import QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication

from ...backend.errors import AskMapError
from ...backend.preset import QuestionPreset, is_token, preset_of, token_of
from ..ask.form import AskForm
from ..backend_messages import error_text
from ..language import tr
from ..number_format import number
from ..settings import Settings, SettingsStore


class Presets(QObject):
    """The words are taken at once, and Ctrl+Z brings the token back; settings that differ are offered."""

    def __init__(self, form: AskForm, settings: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._form, self._edit, self._settings = form, form.question, settings
        self._taken = ""  # the token that was taken last: undoing brings it back, and leaves it
        self.copy_action = QAction(tr("Copy as preset"), self)
        self.copy_action.setToolTip(tr("The question with its settings, as a text to share"))
        self.copy_action.triggered.connect(self._copy)
        self._edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._edit.customContextMenuRequested.connect(self._show_menu)
        self._edit.textChanged.connect(self._look)

    def close(self) -> None:
        """A late timer finds no token."""
        self._edit.textChanged.disconnect(self._look)

    def _look(self) -> None:
        """Later: the field is changing just now."""
        text = self._edit.toPlainText()
        if is_token(text) and text != self._taken:
            QTimer.singleShot(0, self._take)

    def _take(self) -> None:
        token = self._edit.toPlainText()
        if not is_token(token) or token == self._taken:
            return
        try:
            preset = preset_of(token)
            wanted = _with(self._settings.now, preset)
        except AskMapError as error:
            self._form.show_status(error_text(error))
            return
        except ValueError:
            self._form.show_status(tr("The preset asks with settings that this QGIS does not have."))
            return
        self._taken = token
        self._edit.take(preset.text)
        self._form.show_status("")
        self._offer(preset, wanted)

    def _offer(self, preset: QuestionPreset, wanted: Settings) -> None:
        if wanted == self._settings.now:
            self._form.offer("")
            return
        sentence = tr("The preset was asked with other settings: {settings}.")
        self._form.offer(
            sentence.format(settings=_settings_text(preset)),
            {tr("Take its settings"): partial(self._take_settings, preset)},
        )

    def _take_settings(self, preset: QuestionPreset) -> None:
        """Into the options as they are now."""
        self._settings.write(_with(self._settings.now, preset))

    def _copy(self) -> None:
        """What is typed, with the settings that it would be asked with."""
        now = self._settings.now
        try:
            preset = QuestionPreset(
                self._edit.toPlainText(), now.answer_language, now.format, now.temperature, now.seed
            )
        except AskMapError as error:
            self._form.show_status(error_text(error))
            return
        QApplication.clipboard().setText(token_of(preset))
        self._form.show_status(tr("Copied: whoever pastes it as a question asks the same."))

    def _show_menu(self, place: QPoint) -> None:
        menu = self._edit.createStandardContextMenu()
        menu.addSeparator()
        menu.addAction(self.copy_action)
        menu.exec(self._edit.mapToGlobal(place))


def _with(settings: Settings, preset: QuestionPreset) -> Settings:
    """ValueError for what the options cannot hold."""
    return replace(
        settings,
        answer_language=preset.language,
        format=preset.format,
        temperature=preset.temperature,
        seed=preset.seed,
    )


def _settings_text(preset: QuestionPreset) -> str:
    texts = {
        tr("Answer format"): preset.format,
        tr("Temperature"): number(preset.temperature, "g"),
        tr("Seed"): str(preset.seed),
        tr("Language of the answer"): preset.language or tr("as asked"),
    }
    return ", ".join(f"{name} {value}" for name, value in texts.items())
