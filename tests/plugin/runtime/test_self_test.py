"""Whether everything works here, found out in real QGIS with engines of every kind."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.qgis

from askmap.backend.errors import OutOfMemory, UnreadableAnswer  # noqa: E402
from askmap.backend.self_test import RealScore, Verdict, read_real_questions, read_self_test  # noqa: E402
from askmap.backend.stages import Box, Point, Target  # noqa: E402
from askmap.plugin.runtime.engine_service import EngineService  # noqa: E402
from askmap.plugin.runtime.self_test import SelfTest, SelfTestOutcome  # noqa: E402
from askmap.plugin.settings import Settings  # noqa: E402
from desktop import FakeEngine, Gate, wait_until  # noqa: E402

THEIRS = Settings(reasoner="/models/mine", segmenter="/models/sam2")
COURTS = (Target(Box(48, 157, 100, 202)), Target(Box(207, 160, 256, 193)))  # nearly what the truth shows


@pytest.fixture
def tried(desk):
    """Runs a self-test with an engine and gives its outcome."""
    services = []

    def try_with(engine: FakeEngine, settings: Settings = Settings()) -> SelfTestOutcome:  # noqa: B008
        services.append(EngineService(engine.load))
        outcomes: list[SelfTestOutcome] = []
        test = SelfTest(services[-1])
        test.ended.connect(outcomes.append)
        test.run(settings)
        wait_until(lambda: bool(outcomes), "the self-test ended")
        assert not test.busy
        return outcomes[0]

    yield try_with
    for service in services:
        service.close()


def test_the_bundled_question_is_asked_about_the_bundled_picture(tried):
    engine = FakeEngine(COURTS)
    tried(engine)
    trial = read_self_test()
    assert (engine.scenes[0].image == trial.scene.image).all()
    assert engine.questions[0].text == trial.question.text


def test_the_real_questions_are_asked_after_it_and_counted(tried):
    engine, questions = FakeEngine(()), read_real_questions()
    outcome = tried(engine)
    assert [asked.text for asked in engine.questions[1:]] == [each.question for each in questions]
    assert outcome.real == RealScore(2, len(questions), len(questions))  # nothing is to be found in two
    assert f"\n2 of {len(questions)} real questions right.\n" in outcome.sentences()


def test_a_brief_test_asks_the_bundled_question_alone(desk):
    engine, outcomes = FakeEngine(COURTS), []
    service = EngineService(engine.load)
    test = SelfTest(service)
    test.ended.connect(outcomes.append)
    test.run_briefly(Settings())
    wait_until(lambda: bool(outcomes), "the self-test ended")
    service.close()
    assert len(engine.questions) == 1
    assert outcomes[0].is_brief
    assert "real questions" not in outcomes[0].sentences()


def test_the_real_questions_do_not_decide_whether_all_is_well(tried, monkeypatch):
    monkeypatch.setattr("askmap.backend.self_test.LEAST_OVERLAP", 0.5)
    outcome = tried(FakeEngine(COURTS))
    assert outcome.real.right < outcome.real.asked
    assert outcome.verdict == Verdict.PASSED


def test_a_slow_model_is_not_asked_all_of_them_and_it_is_said(tried, monkeypatch):
    monkeypatch.setattr(
        "askmap.plugin.runtime.self_test.ask_real_questions", lambda *arguments: RealScore(1, 2, 14)
    )
    said = tried(FakeEngine(()), THEIRS).sentences()
    assert "1 of 2 real questions right. 12 more were not asked: they take too long here." in said
    monkeypatch.setattr(
        "askmap.plugin.runtime.self_test.ask_real_questions", lambda *arguments: RealScore(0, 0, 14)
    )
    assert "real questions" not in tried(FakeEngine(()), THEIRS).sentences()


def test_a_reasoner_that_does_not_know_the_thing_is_never_said_to_have_found_nothing(tried):
    outcome = tried(FakeEngine((), is_unknown=True), THEIRS)
    assert outcome.verdict == Verdict.UNKNOWN
    assert outcome.sentences().startswith("The models work, but the reasoner does not know")
    outcome = tried(FakeEngine((), is_unknown=True))
    assert outcome.verdict == Verdict.FAILED
    assert outcome.sentences().startswith("Failed: the bundled models say that they do not know")


def test_a_model_that_finds_the_truth_passes(tried, monkeypatch):
    monkeypatch.setattr("askmap.backend.self_test.LEAST_OVERLAP", 0.5)  # boxes are no masks
    outcome = tried(FakeEngine(COURTS))
    assert (outcome.verdict, outcome.found) == (Verdict.PASSED, 2)
    assert 0.5 < outcome.overlap < 1
    assert outcome.sentences().startswith("Passed: found 2 target")
    assert "on cpu" in outcome.sentences()


@pytest.mark.parametrize("targets", [(), (Target(Box(0, 0, 9, 9), (Point(3, 3),)),)])
def test_the_bundled_pair_fails_where_it_misses_its_own_landscape(tried, targets):
    outcome = tried(FakeEngine(targets))
    assert outcome.verdict == Verdict.FAILED
    assert "less than 0.80" in outcome.sentences()


def test_another_model_need_not_find_anything_there(tried):
    outcome = tried(FakeEngine(()), THEIRS)
    assert outcome.verdict == Verdict.NOTHING_FOUND
    assert outcome.sentences().startswith("The models work, but found nothing")


def test_another_model_passes_with_whatever_it_finds(tried):
    outcome = tried(FakeEngine((Target(Box(0, 0, 9, 9)),)), THEIRS)
    assert (outcome.verdict, outcome.overlap) == (Verdict.PASSED, 0.0)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OutOfMemory("The reasoner did not fit into the memory of cuda."), "Choose a smaller model"),
        (UnreadableAnswer("The model's answer holds no boxes and no points."), "holds no boxes"),
        (ValueError("a bug"), "a bug in AskMap (ValueError)"),
    ],
)
def test_what_goes_wrong_is_said_in_one_sentence_with_a_next_step(tried, error, words):
    outcome = tried(FakeEngine(error=error), THEIRS)
    assert outcome.verdict == Verdict.FAILED
    assert outcome.error is error
    assert words in outcome.sentences()


def test_the_steps_are_told_while_it_works(desk):
    gate = Gate()
    service = EngineService(FakeEngine(pause=gate).load)
    test, steps, outcomes = SelfTest(service), [], []
    test.progressed.connect(steps.append)
    test.ended.connect(outcomes.append)
    test.run(THEIRS)
    wait_until(lambda: "Reasoning" in steps, "the step was told")
    test.run(THEIRS)  # one at a time
    gate.open()
    wait_until(lambda: bool(outcomes), "the self-test ended")
    service.close()
    assert len(outcomes) == 1


def test_it_can_be_stopped(desk):
    gate = Gate()
    service = EngineService(FakeEngine(thought="on and on " * 10_000, pause=gate).load)
    test, outcomes = SelfTest(service), []
    test.ended.connect(outcomes.append)
    test.run(THEIRS)
    wait_until(gate.reached.is_set, "the engine thinks")
    test.stop()
    wait_until(lambda: bool(outcomes), "it stopped")
    service.close()
    assert outcomes[0].verdict == Verdict.STOPPED
    assert outcomes[0].sentences() == "The self-test was stopped."
