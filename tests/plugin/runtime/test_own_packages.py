"""Ours without theirs: the engine's packages come first, and only those, and never over what QGIS holds."""

from __future__ import annotations

import importlib
import importlib.metadata
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import MissingPackage  # noqa: E402
from askmap.backend.stages import ignore  # noqa: E402
from askmap.plugin.package_test.trial import run_test  # noqa: E402
from askmap.plugin.runtime.environment import order_now  # noqa: E402
from askmap.plugin.runtime.own_packages import OwnPackages, own_packages  # noqa: E402
from package_tests import program_in  # noqa: E402

NAMES = ("a_shared_one", "another_shared_one", "only_theirs", "only_ours", "an_extension_of_ours")
METADATA = "Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"


def put(folder: Path, name: str, version: str, *more: str) -> None:
    """A package of one module, and a distribution of the same name that lists it."""
    (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / name / "__init__.py").write_text(f"VERSION = '{version}'\nfrom . import part\n")
    (folder / name / "part.py").write_text(f"VERSION = '{version}'\n")
    place = folder / f"{name}-{version}.dist-info"
    place.mkdir()
    (place / "METADATA").write_text(METADATA.format(name=name.replace("_", "-"), version=version))
    lines = (f"{name}/__init__.py", f"{name}/part.py", f"{place.name}/RECORD", "../../bin/tool", *more)
    (place / "RECORD").write_text("".join(f"{line},sha256=x,1\n" for line in lines))


@pytest.fixture
def places(tmp_path, monkeypatch):
    """Theirs, on the path, and ours, at its end as well."""
    theirs, ours = tmp_path / "theirs", tmp_path / "ours"
    for name in ("a_shared_one", "another_shared_one", "only_theirs"):
        put(theirs, name, "1.11")
    for name in ("a_shared_one", "another_shared_one", "only_ours"):
        put(ours, name, "1.14")
    (ours / "left_over_by_hand").mkdir()
    (ours / "left_over_by_hand" / "__init__.py").touch()
    monkeypatch.setattr(sys, "path", [str(theirs), *sys.path, str(ours)])
    yield theirs, ours
    for name in [name for name in sys.modules if name.partition(".")[0] in NAMES]:
        del sys.modules[name]


@pytest.fixture
def finder(places):
    finder = OwnPackages()
    finder.folder = places[1]
    yield finder
    finder.end()


def test_ours_come_first_with_all_their_parts_and_their_version(finder):
    assert importlib.metadata.version("a-shared-one") == "1.11"
    finder.begin()
    module = importlib.import_module("a_shared_one")
    assert (module.VERSION, module.part.VERSION) == ("1.14", "1.14")
    assert importlib.metadata.version("a-shared-one") == "1.14"
    assert importlib.metadata.version("a_Shared.one") == "1.14"


def test_what_only_qgis_has_stays_qgiss(finder):
    finder.begin()
    assert importlib.import_module("only_theirs").VERSION == "1.11"
    assert importlib.metadata.version("only-theirs") == "1.11"


def test_what_qgis_has_loaded_stays_whole(finder):
    theirs = importlib.import_module("a_shared_one")
    del sys.modules["a_shared_one.part"]
    finder.begin()
    assert importlib.import_module("a_shared_one") is theirs
    assert importlib.import_module("a_shared_one.part").VERSION == "1.11"
    assert importlib.metadata.version("a-shared-one") == "1.11"
    assert importlib.import_module("another_shared_one").VERSION == "1.14"


def test_beginning_again_keeps_what_ours_is_loaded_already(finder):
    finder.begin()
    importlib.import_module("a_shared_one")
    finder.begin()
    assert importlib.metadata.version("a-shared-one") == "1.14"


def test_only_what_a_distribution_lists_is_served(finder):
    finder.begin()
    assert finder.served == {"a_shared_one", "another_shared_one", "only_ours"}


def test_what_qgis_is_compiled_against_is_never_served_nor_triton(places, finder):
    for name in ("osgeo", "triton", "numpy"):
        put(
            places[1],
            name,
            "9",
            f"{name}.libs/lib.so",
            "an_extension_of_ours.cpython-311-x86_64-linux-gnu.so",
        )
    finder.begin()
    assert not finder.served & {"osgeo", "triton", "numpy", "numpy.libs", "bin"}
    assert importlib.metadata.version("numpy") != "9"


def test_extension_modules_are_listed_by_their_name(places, finder):
    put(places[1], "one_more", "1", f"an_extension_of_ours{importlib.machinery.EXTENSION_SUFFIXES[0]}")
    finder.begin()
    assert "an_extension_of_ours" in finder.served


def test_packages_that_several_places_share_are_left_to_python(places, finder):
    """As google or nvidia: folders without a file of their own."""
    for place, part in zip(places, ("theirs", "ours")):
        (place / "only_ours_in_part").mkdir()
        (place / "only_ours_in_part" / f"{part}.py").touch()
    put(places[1], "one_more", "1", "only_ours_in_part/ours.py")
    finder.begin()
    assert "only_ours_in_part" in finder.served
    for part in ("theirs", "ours"):
        assert find_spec(f"only_ours_in_part.{part}") is not None
        sys.modules.pop("only_ours_in_part", None)


def test_after_the_end_all_is_as_before(finder):
    before = list(sys.meta_path)
    finder.begin()
    finder.begin()
    finder.end()
    assert sys.meta_path == before
    assert importlib.import_module("a_shared_one").VERSION == "1.11"


def test_a_damaged_distribution_is_left_out(places, finder):
    (places[1] / "only_ours-1.14.dist-info" / "RECORD").write_bytes(b"\xff\xfe")
    finder.begin()
    assert finder.served == {"a_shared_one", "another_shared_one"}


def test_without_a_folder_nothing_is_served():
    finder = OwnPackages()
    finder.begin()
    assert finder not in sys.meta_path


@pytest.fixture
def chosen(places):
    before = own_packages.folder
    own_packages.folder = places[1]
    yield places[1]
    own_packages.end()
    own_packages.folder = before


SAYS_THE_VERSION = "import a_shared_one\nraise SystemExit(a_shared_one.part.VERSION)"


def test_the_trial_gets_the_very_packages_that_qgis_will_get(chosen, tmp_path):
    program = program_in(tmp_path, SAYS_THE_VERSION)
    with pytest.raises(MissingPackage, match=r"1\.11"):
        run_test(ignore, order_now("cpu"), program=program)
    own_packages.begin()
    with pytest.raises(MissingPackage, match=r"1\.14"):
        run_test(ignore, order_now("cpu"), program=program)


def test_the_trial_gets_what_qgis_has_loaded_from_where_qgis_has_it(chosen, tmp_path):
    importlib.import_module("a_shared_one")
    own_packages.begin()
    with pytest.raises(MissingPackage, match=r"1\.11"):
        run_test(ignore, order_now("cpu"), program=program_in(tmp_path, SAYS_THE_VERSION))
