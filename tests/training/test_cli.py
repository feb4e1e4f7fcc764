"""The command askmap: which commands there are, and that naming one loads no other."""

from __future__ import annotations

import re
import subprocess
import sys
from types import SimpleNamespace

import pytest
import torch
from askmap.backend.engine.protocols import POCKET
from askmap.backend.errors import MissingPackage
from askmap.training.cli import COMMANDS, Command, load_command, main
from places import ROOT

HEAVY = {"trl", "peft", "datasets", "cv2", "accelerate", "scipy", "pycocotools", "pyarrow", "torch"}
PYPROJECT = ROOT / "pyproject.toml"


def in_a_child(code):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_command_on_a_line_of_its_own(option, capsys):
    assert main([option]) == 0
    listed = re.findall(r"^  (\w+)  +\w", capsys.readouterr().out, re.M)
    assert listed == [
        "ask",
        "status",
        "history",
        "serve",
        "models",
        "train",
        "bop",
        "evaluate",
        "bundle",
        "warmup",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_gets_the_words_behind_its_name(name):
    heard = []

    def load(command):
        return SimpleNamespace(main=lambda argv: heard.append((command, argv)) or 7)

    assert main([name, "--data", "x"], load) == 7
    assert heard == [(COMMANDS[name], ["--data", "x"])]


@pytest.mark.parametrize("name", ["bop", "evaluate", "bundle", "warmup"])
def test_a_command_is_there_and_says_what_it_wants(name, capsys):
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"askmap {name}" in capsys.readouterr().out


def test_ask_and_options_are_the_backends(capsys):
    with pytest.raises(SystemExit) as left:
        main(["ask", "--help"])
    assert left.value.code == 0
    assert "RASTER" in capsys.readouterr().out
    for words in ([], ["--nonsense"]):
        with pytest.raises(SystemExit) as left:
            main(words)
        assert left.value.code == 2
    assert main(["ask", "no-such.tif", "Where?"]) == 3


def test_a_mistyped_command_is_told_where_the_list_is(capsys):
    assert main(["evalute\x1b[2J", "--data", "x"]) == 2
    said = capsys.readouterr().err
    assert "there is no command «evalute [2J», see askmap --help" in said


def test_ask_starts_without_what_training_needs():
    code = f"""
import sys
from askmap.training import cli
try:
    cli.main(["ask", "--help"])
except SystemExit:
    print(sorted({HEAVY!r} & {{name.partition(".")[0] for name in sys.modules}}))
"""
    assert in_a_child(code).stdout.splitlines()[-1] == "[]"


def test_a_missing_package_is_one_sentence_and_the_command_that_installs_it():
    code = """
import sys
sys.modules["cv2"] = None  # as if it were not installed
from askmap.training.cli import main
sys.exit(main(["bop", "data", "-o", "out"]))
"""
    said = in_a_child(code)
    assert said.returncode == 4
    first, second = said.stderr.splitlines()
    assert first.startswith("The packages of training cannot be used: import of cv2 halted")
    assert "'.[training]'" in second


def test_a_module_of_ours_that_is_missing_is_a_fault_and_no_missing_package():
    with pytest.raises(ImportError, match="nowhere") as raised:
        load_command(Command("nowhere", ""))
    assert not isinstance(raised.value, MissingPackage)


def test_ctrl_c_while_a_command_loads_says_130(capsys):
    def load(command):
        raise KeyboardInterrupt

    assert main(["train", "recipe.toml"], load) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_the_console_script_is_this_one():
    assert 'askmap = "askmap.training.cli:main"' in PYPROJECT.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "words", [["train", "x"], ["warmup", "x"], ["bop", "x"], ["evaluate", "--data", "x"]]
)
def test_threads_are_at_least_one(words, capsys):
    with pytest.raises(SystemExit, match="2"):
        main([*words, "--threads", "0"])
    assert "0 is less than 1" in capsys.readouterr().err


BRIEF = {
    "warmup": 'part = "segmenter"\nsteps = 1\nscenes = 1\nprompts = 1\nlearning_rate = 1e-3\nside_px = 64\n',
    "train": f'method = "bop"\nreasoner = "{POCKET / "reasoner"}"\nsteps = 1\nquestions = 1\nrollouts = 2\n'
    "micro_batch = 2\nnew_tokens = 4\nbf16 = false\ncheckpointing = false\n"
    '[samples]\npath = "landscapes"\nsplit = "in"\n[samples.reading]\ncount = 1\n',
}


@pytest.mark.filterwarnings("ignore:.*gradient_checkpointing.*:FutureWarning")  # TRL 1.16 asks for it
@pytest.mark.parametrize("name", BRIEF)
def test_no_bar_is_drawn_while_weights_are_loaded_and_saved(name, tmp_path, capfd):
    recipe = tmp_path / "recipe.toml"
    recipe.write_text(BRIEF[name], encoding="utf-8")
    words = [name, str(recipe), "--out", str(tmp_path / "run"), "--threads", str(torch.get_num_threads())]
    assert main(words) == 0
    assert list((tmp_path / "run").rglob("model.safetensors"))
    assert "%|" not in capfd.readouterr().err
