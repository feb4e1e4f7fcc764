"""What scripts read is as the schemas say, of real outputs of the shell."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest
from askmap.backend.cli import main
from askmap.backend.documents import SCHEMAS, schema, schema_path
from askmap.backend.entries.entry import FAILED
from askmap.backend.history.store import History
from commands import POOL, SmallEngine, ask, make_image
from entries import make_entry, two_found
from places import ROOT


def check(name: str, document: object) -> None:
    """ValidationError where the document is not as its schema says."""
    jsonschema.Draft202012Validator(schema(name)).validate(document)


@pytest.fixture
def image(tmp_path):
    return make_image(tmp_path / "image.tif")


def printed(capsys) -> object:
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_one_and_lies_where_it_is_shipped(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema_path(name).is_relative_to(ROOT / "resources")


@pytest.mark.parametrize(
    "engine",
    [SmallEngine(), SmallEngine(()), SmallEngine((replace(POOL, confidence=0.3, box=None, span=(0, 6)),))],
    ids=["found", "none", "points"],
)
def test_an_answer_is_as_its_schema_says(image, tmp_path, capsys, engine):
    assert ask(image, "--json", "--mask", tmp_path / "m.tif", engine=engine) == 0
    check("answer", printed(capsys))


def test_an_answer_that_is_kept_elsewhere_is_as_its_schema_says(image, tmp_path, capsys):
    folder = tmp_path / "gone"
    folder.mkdir()

    class Removing(SmallEngine):
        def answer(self, *arguments):
            folder.rmdir()
            return super().answer(*arguments)

    assert ask(image, "--json", "-o", folder / "a.gpkg", engine=Removing()) == 6
    document = printed(capsys)
    assert document["kept"]
    check("answer", document)


def test_a_refusal_is_as_the_schema_of_answers_says(image, tmp_path, capsys):
    assert ask(image, "--json", "-o", tmp_path / "no" / "a.gpkg") == 6
    document = printed(capsys)
    assert document["refused"]
    check("answer", document)


@pytest.mark.parametrize("options", [(), ("--reasoner", "none"), ("--reasoner", "http://127.0.0.1:1/v1#m")])
def test_a_status_is_as_its_schema_says(capsys, options):
    main(["status", "--json", *options])
    check("status", printed(capsys))


def test_a_history_is_as_its_schema_says(tmp_path, capsys):
    history = History(tmp_path / "town_askmap.gpkg")
    history.put(two_found())
    history.put(replace(make_entry("c" * 32), outcome=FAILED, fault="The device is too small."))
    assert main(["history", str(tmp_path / "town.qgz"), "--json"]) == 0
    document = printed(capsys)
    assert [entry["targets"] for entry in document["entries"]] == [0, 2]
    check("history", document)


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_lacks_a_key_is_refused_by_its_schema(name):
    with pytest.raises(jsonschema.ValidationError):
        check(name, {})
