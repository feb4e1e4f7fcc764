"""A whole evaluation, with an engine that needs no weights."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from askmap.backend.errors import UnreadableAnswer
from askmap.backend.stages import Box
from askmap.training.evaluation.cases import CASES, Case, read_cases
from askmap.training.evaluation.evaluate import fingerprint, main, ranking
from askmap.training.evaluation.scoring import POLICIES, Score
from made_up_kind import CHOSEN, add_kind
from places import ROOT
from seeing import Seeing
from trees import mask, picture

ASKED = ["--data", "landscapes:in", "--count", "4", "--device", "cpu"]
STOP, PART = KeyboardInterrupt(), Box(20, 20, 200, 200)


class Counting:
    """An engine that finds one box, and counts; at the question `until` it does something else."""

    def __init__(self, until=10**6, error=STOP, box=PART):
        self._until, self._error, self._box, self.asked = until, error, box, 0

    def answer(self, scene, question, report=None):
        if self.asked == self._until:
            raise self._error
        self.asked += 1
        return Seeing(self._box).answer(scene, question)


def loading(engine):
    return lambda settings: engine


def unloadable(settings):
    raise AssertionError("nothing is left to ask, so nothing should be loaded")


def run(out, engine, *more):
    return main([*ASKED, "--out", str(out), *more], loading(engine))


def test_an_evaluation_writes_cases_figures_and_a_report(tmp_path, capsys):
    assert run(tmp_path / "run", Counting()) == 0
    cases = read_cases(tmp_path / "run")
    found = json.loads((tmp_path / "run" / "figures.json").read_text())
    assert found["cases"] == len(cases) == 4
    assert list(found["figures"]) == list(POLICIES)
    ious = [case.scores["segearth"].iou for case in cases.values()]
    assert found["figures"]["segearth"]["gIoU"]["value"] == pytest.approx(sum(ious) / 4)
    report = (tmp_path / "run" / "report.html").read_text()
    assert report.count("data:image/jpeg") >= 2
    assert all(case.question.replace("'", "&#x27;") in report for case in list(cases.values())[:1])
    said = capsys.readouterr().out
    assert "gIoU" in said
    assert sorted(path.name for path in (tmp_path / "run").iterdir()) == [
        CASES,
        "figures.json",
        "report.html",
        "settings.json",
    ]


def test_one_policy_may_be_chosen_and_changed_afterwards_without_asking_again(tmp_path):
    run(tmp_path, Counting(), "--policy", "segzero")
    assert list(json.loads((tmp_path / "figures.json").read_text())["figures"]) == ["segzero"]
    assert main([*ASKED, "--out", str(tmp_path), "--policy", "native"], unloadable) == 0
    assert list(json.loads((tmp_path / "figures.json").read_text())["figures"]) == ["native"]


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path, capsys):
    assert run(tmp_path, Counting(until=2)) == 130
    assert "goes on" in capsys.readouterr().err
    with (tmp_path / CASES).open("a") as lines:
        lines.write('{"name": "in-')  # what a kill leaves
    rest = Counting()
    assert run(tmp_path, rest) == 0
    assert rest.asked == 2
    assert len(read_cases(tmp_path)) == 4


def test_a_longer_run_asks_only_what_is_new(tmp_path):
    run(tmp_path, Counting())
    more = Counting()
    assert main(["--data", "landscapes:in", "--count", "6", "--out", str(tmp_path)], loading(more)) == 0
    assert more.asked == 2


def test_a_question_that_was_put_in_other_words_is_asked_again(tmp_path):
    run(tmp_path, Counting())
    lines = (tmp_path / CASES).read_text().splitlines()
    first = json.loads(lines[0]) | {"question": "What else?"}
    (tmp_path / CASES).write_text("\n".join([json.dumps(first), *lines[1:]]) + "\n")
    again = Counting()
    run(tmp_path, again)
    assert again.asked == 1
    assert "What else?" not in (tmp_path / CASES).read_text()


def test_an_unreadable_answer_is_counted_and_a_bug_stops_the_run(tmp_path):
    assert run(tmp_path / "a", Counting(until=0, error=UnreadableAnswer("Nonsense."))) == 0
    found = json.loads((tmp_path / "a" / "figures.json").read_text())
    assert found["figures"]["native"]["readable"]["value"] == 0
    with pytest.raises(ZeroDivisionError):
        run(tmp_path / "b", Counting(until=1, error=ZeroDivisionError()))
    assert len(read_cases(tmp_path / "b")) == 1


def test_two_runs_are_compared(tmp_path):
    run(tmp_path / "old", Counting())
    better = Counting(box=Box(0, 0, 256, 256))
    assert run(tmp_path / "new", better, "--compare", str(tmp_path / "old"), "--policy", "native") == 0
    found = json.loads((tmp_path / "new" / "comparison.json").read_text())
    ours, theirs = (
        json.loads((tmp_path / name / "figures.json").read_text())["figures"]["native"]["gIoU"]["value"]
        for name in ("new", "old")
    )
    gain = found["policies"]["native"]["gIoU"]["difference"]
    assert gain["value"] == pytest.approx(ours - theirs)
    assert gain["low"] <= gain["value"] <= gain["high"]
    assert "<h2>Against" in (tmp_path / "new" / "report.html").read_text()


def said(arguments, capsys, load=unloadable):
    assert main([*arguments, "--device", "cpu"], load) == 2
    words = capsys.readouterr().err
    assert "Traceback" not in words
    return " ".join(words.split())


def test_what_cannot_be_used_is_said_in_a_sentence_before_anything_is_loaded(tmp_path, capsys):
    out = ["--out", str(tmp_path / "out")]
    assert "There is no nowhere" in said(["--data", "nowhere:val", *out], capsys)
    empty = ["--data", "landscapes:in", "--reasoner", str(tmp_path / "none"), *out]
    assert "There is no folder" in said(empty, capsys)
    (tmp_path / "bare").mkdir()
    bare = ["--data", "landscapes:in", "--segmenter", str(tmp_path / "bare"), *out]
    assert "lacks config.json" in said(bare, capsys)
    assert not (tmp_path / "out").exists()


def test_a_run_that_cannot_be_compared_is_said_before_anything_is_asked(tmp_path, capsys):
    asked = ["--data", "landscapes:in", "--out", str(tmp_path / "out"), "--compare", str(tmp_path / "none")]
    assert "holds no cases.jsonl" in said(asked, capsys)
    assert not (tmp_path / "out").exists()


def test_a_set_without_masks_is_refused_before_anything_is_loaded(tmp_path, capsys):
    target = {"box": [0, 0, 4, 4], "points": [[1, 1], [2, 2]], "label": "tank"}
    row = {"name": "a", "image": "images/a.png", "questions": ["Where is fuel?"], "targets": [target]}
    picture(tmp_path / "set" / "images" / "a.png")
    (tmp_path / "set" / "val.jsonl").write_text(json.dumps(row) + "\n")
    asked = ["--data", f"{tmp_path / 'set'}:val", "--out", str(tmp_path / "out")]
    assert "evaluation needs masks" in said(asked, capsys)


def test_samples_of_boxes_alone_are_left_out_and_counted(tmp_path, capsys):
    """The first has a box alone, the second a mask."""
    picture(tmp_path / "set" / "images" / "a.png")
    mask(tmp_path / "set" / "m.png", (2, 3, 8, 7))
    boxed = {"name": "a", "targets": [{"box": [0, 0, 4, 4]}]}
    rows = [boxed, {"name": "b", "mask": "m.png", "kind": "tank"}, {**boxed, "name": "c"}]
    known = {"image": "images/a.png", "questions": ["Where is fuel?"]}
    lines = [json.dumps({**known, **row}) + "\n" for row in rows]
    (tmp_path / "set" / "val.jsonl").write_text("".join(lines))
    asked = ["--data", str(tmp_path / "set"), "--out", str(tmp_path / "out"), "--device", "cpu"]
    engine = Counting(box=Box(2, 3, 8, 7))
    assert main(asked, loading(engine)) == 0
    assert engine.asked == 1
    found = json.loads((tmp_path / "out" / "figures.json").read_text())
    assert (found["cases"], found["boxes_only"]) == (1, 2)
    assert found["figures"]["native"]["gIoU"]["value"] == 1
    assert "1 cases. 2 more have boxes only and were left out." in capsys.readouterr().out
    (tmp_path / "set" / "val.jsonl").write_text(lines[0])
    asked = ["--data", str(tmp_path / "set"), "--out", str(tmp_path / "none")]
    assert f"{tmp_path / 'set'} has boxes only, but evaluation needs masks." in said(asked, capsys)
    assert not (tmp_path / "none").exists()


def test_a_folder_that_cannot_be_written_is_said(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert "cannot be made" in said(
        ["--data", "landscapes:in", "--out", str(tmp_path / "file" / "x")], capsys
    )


def test_a_folder_begun_with_other_settings_is_left_alone(tmp_path, capsys):
    run(tmp_path, Counting())
    before = (tmp_path / CASES).read_bytes()
    words = said(["--data", "landscapes:out", "--out", str(tmp_path)], capsys)
    assert "other settings: data" in words
    assert (tmp_path / CASES).read_bytes() == before


@pytest.mark.parametrize(
    "wrong", [["--count", "0"], ["--policy", "ours"], ["--questions", "last"], ["--threads", "0"]]
)
def test_options_that_make_no_sense_are_refused(wrong, capsys):
    with pytest.raises(SystemExit) as left:
        main([*ASKED, *wrong], unloadable)
    assert left.value.code == 2
    assert wrong[0] in capsys.readouterr().err


def test_another_prompt_is_another_reasoner(tmp_path):
    pocket = ROOT / "resources" / "pocket" / "reasoner"
    shutil.copytree(pocket, tmp_path / "reasoner")
    assert fingerprint(tmp_path / "reasoner") == fingerprint(pocket)
    (tmp_path / "reasoner" / "prompt.txt").write_text("Please: {question}")
    assert fingerprint(tmp_path / "reasoner") != fingerprint(pocket)


def test_the_worst_case_is_the_one_with_most_wrong_pixels():
    def case(name, score):
        return Case(name, "", "?", True, 1, {"native": score}, 0.1)

    cases = [
        case("good", Score(9, 10, 0.9)),
        case("small", Score(0, 5, 0.0)),
        case("large", Score(0, 500, 0.0)),
        case("skipped", Score(0, 0, None)),
    ]
    assert [each.name for each in ranking(cases, "native")] == ["large", "small", "good"]


def test_two_processes_share_the_questions_and_find_what_one_finds(tmp_path):
    """With the bundled pair, through torch's launcher; gloo joins them."""
    command = [
        "-m",
        "askmap.training.evaluation.evaluate",
        "--data",
        "landscapes:in",
        "--count",
        "3",
        "--device",
        "cpu",
    ]
    launch = ["-m", "torch.distributed.run", "--standalone", "--nproc_per_node", "2"]
    alone = [sys.executable, *command, "--out", str(tmp_path / "one")]
    both = [sys.executable, *launch, *command, "--out", str(tmp_path / "two")]
    for words in (alone, both):
        one_thread = os.environ | {"OMP_NUM_THREADS": "1"}
        done = subprocess.run(words, env=one_thread, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
    assert not re.search("Traceback|destroy_process_group", done.stderr)
    one, two = (read_cases(tmp_path / name) for name in ("one", "two"))
    assert list(one) == ["in-0", "in-1", "in-2"]
    assert list(two) == ["in-0", "in-2", "in-1"]  # the first process had two of them
    assert {n: c.scores for n, c in one.items()} == {n: c.scores for n, c in two.items()}
    files = (tmp_path / name / "figures.json" for name in ("one", "two"))
    figures = [json.loads(file.read_text())["figures"] for file in files]
    assert figures[0] == figures[1]
    assert not list((tmp_path / "two").glob("cases-*"))


def test_an_engine_of_another_kind_is_known_by_its_name(tmp_path, monkeypatch):
    add_kind(monkeypatch, loading(Counting()))
    assert main([*ASKED, "--out", str(tmp_path / "run"), "--reasoner", CHOSEN]) == 0
    settings = json.loads((tmp_path / "run" / "settings.json").read_text())
    assert (settings["reasoner"], settings["segmenter"]) == ("moon", "no segmenter")
