"""PyQt5's."""

from PyQt5.QtNetwork import *
