"""PyQt5's; three are in its QtWidgets, and QGIS offers them here for Qt 6."""

from PyQt5.QtGui import *
from PyQt5.QtWidgets import QShortcut as QShortcut
from PyQt5.QtWidgets import QUndoCommand as QUndoCommand
from PyQt5.QtWidgets import QUndoStack as QUndoStack
