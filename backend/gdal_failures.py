"""What GDAL fails at, as errors of ours, and quietly.

GDAL switches its exceptions for the whole process, and QGIS has them off: AskMap never touches that switch,
and works in both positions.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from traceback import clear_frames
from typing import Any

from osgeo import gdal, ogr, osr

from .errors import AskMapError

_PATIENCE = {  # seconds; GDAL asks twice before it gives up
    "GDAL_HTTP_CONNECTTIMEOUT": "5",
    "GDAL_HTTP_LOW_SPEED_TIME": "5",
    "GDAL_HTTP_LOW_SPEED_LIMIT": "1",
}
# PROJ fails aloud, once in a process, to find a code for a system that has none; what was wanted goes on
_NO_FAILURE = "PROJ: proj_identify:"
_SWITCHES = [module.ExceptionMgr for module in (gdal, ogr, osr) if hasattr(module, "ExceptionMgr")]


@contextmanager
def quiet() -> Iterator[list[str]]:
    """Nothing that GDAL says inside reaches stderr; its failures are in the list."""
    failures: list[str] = []

    def listen(severity: int = gdal.CE_Failure, number: int = 0, message: str = "") -> None:
        """GDAL's bindings give nothing where the message is no UTF-8, and raise afterwards."""
        if severity >= gdal.CE_Failure and not message.startswith(_NO_FAILURE):
            failures.append(message)

    with ExitStack() as stack:
        for switch in _SWITCHES:  # since GDAL 3.7 a thread may choose for itself
            stack.enter_context(switch(useExceptions=False))
        gdal.PushErrorHandler(listen)
        stack.callback(gdal.PopErrorHandler)
        try:
            yield failures
        except SystemError as error:  # bytes of a damaged file in GDAL's message, which are no UTF-8
            if not _is_about_letters(error):
                raise
            raise RuntimeError("GDAL's message is no UTF-8") from error


def _is_about_letters(error: BaseException | None) -> bool:
    """Whether what was raised while Python's bindings called Python began with bytes that are no text."""
    while error is not None and not isinstance(error, UnicodeDecodeError):
        error = error.__cause__
    return error is not None


@contextmanager
def patient() -> Iterator[None]:
    """A server that does not answer is waited for so long inside, unless the user has said how long."""
    unsaid = {name: value for name, value in _PATIENCE.items() if gdal.GetConfigOption(name) is None}
    for name, value in unsaid.items():
        gdal.SetThreadLocalConfigOption(name, value)
    try:
        yield
    finally:
        for name in unsaid:
            gdal.SetThreadLocalConfigOption(name, None)


@contextmanager
def silent() -> Iterator[None]:
    """Nothing that GDAL says is heard: of a stranger's text it cuts long sentences within a letter, and no
    function of Python's can be called with half a letter.
    """
    with ExitStack() as stack:
        for switch in _SWITCHES:
            stack.enter_context(switch(useExceptions=False))
        gdal.PushErrorHandler("CPLQuietErrorHandler")
        stack.callback(gdal.PopErrorHandler)
        yield


@contextmanager
def failures_as(error: type[AskMapError], sentence: str) -> Iterator[None]:
    """Whatever GDAL fails at inside, raised or only said, becomes this one error."""
    try:
        with quiet() as failures:
            try:
                yield
            except RuntimeError as failure:
                clear_frames(failure.__traceback__)  # closes what they hold open here, not aloud and later
                raise
        if failures:
            raise RuntimeError(failures[0])
    except RuntimeError as failure:
        raise error(sentence) from failure


def some(value: Any) -> Any:
    """GDAL's None for a failure, raised."""
    if value is None:
        raise RuntimeError(gdal.GetLastErrorMsg())
    return value
