import json

import pytest
from askmap.backend.errors import ModelBroken
from askmap.backend.models.askmap_json import read_knows, write_knows
from askmap.training.knows import known, main
from askmap.training.real.kinds import kinds

ASKED = {"format": "pocket", "coordinates": "thousand", "side_px": 256}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "askmap.json").write_text(json.dumps(ASKED))
    return tmp_path


def test_a_folder_is_told_all_kinds_that_a_thing_may_have(folder):
    write_knows(folder, known(["Where are the boats?"], {"gIoU": "0.5"}))
    told = read_knows(folder)
    assert set(told.kinds) == {kind.plural for kind in kinds().values() if not kind.members}
    assert told.examples == ("Where are the boats?",)
    assert told.figures == {"gIoU": "0.5"}
    assert told.ground_resolution_m == (0.1, 2.0)


def test_how_it_is_asked_stays(folder):
    write_knows(folder, known([], {}))
    content = json.loads((folder / "askmap.json").read_text())
    assert {key: content[key] for key in ASKED} == ASKED


def test_what_could_not_be_read_again_is_not_written(folder):
    with pytest.raises(ModelBroken):
        write_knows(folder, known(["?" * 1000], {}))
    assert json.loads((folder / "askmap.json").read_text()) == ASKED


def test_options_of_the_shell(folder):
    assert main([str(folder), "--example", "Ships?", "--figure", "gIoU on val: 0.5 (0.4 to 0.6)"]) == 0
    assert read_knows(folder).figures == {"gIoU on val": "0.5 (0.4 to 0.6)"}


@pytest.mark.parametrize("figure", ["0.5", ": 0.5", "gIoU:"])
def test_a_figure_without_a_name_or_a_number_is_refused(folder, figure, capsys):
    with pytest.raises(SystemExit):
        main([str(folder), "--figure", figure])
    assert "is no NAME: NUMBER" in capsys.readouterr().err
