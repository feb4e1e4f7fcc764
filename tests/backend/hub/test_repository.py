"""Which files of a repository are wanted, and where the usual hub is."""

from __future__ import annotations

import json

import pytest
from askmap.backend.hub import pages
from askmap.backend.hub.pages import Hub
from askmap.backend.hub.repository import is_repository, list_files, usual_hub


class Saying:
    """A transport that answers each request with one listing."""

    def __init__(self, *names):
        rows = [{"rfilename": name, "size": 1} for name in ("config.json", "model.safetensors", *names)]
        self.body = json.dumps({"sha": "0" * 40, "siblings": rows}).encode()

    def send(self, request):
        yield pages.HttpHead(200, "application/json")
        yield self.body


def wanted(*names):
    files = list_files(Hub("https://hub.example", Saying(*names)), "a/b", "main", lambda: None).files
    return [file.name for file in files][2:]


@pytest.mark.parametrize(
    "name",
    [
        "model-00001-of-00002.safetensors",
        "tokenizer.json",
        "merges.txt",
        "chat_template.jinja",
        "LICENSE",
        "README.md",
    ],
)
def test_what_a_model_is_loaded_from_is_wanted(name):
    assert wanted(name) == [name]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "model.bin",
            "model.pt",
            "run.py",
            "x.ipynb",
            "a.gguf",
            "picture.png",
            ".gitattributes",
            "onnx/model.json",
        ),
        *("../x.json", "/x.json", "a\\b.json", "C:x.json", "x.json\n", "", ".", "x.json.", "b.askmap.json"),
        *("consolidated.00.safetensors", "\u202ex.json", "Config.JSON"),
    ],
)
def test_what_could_run_or_lead_elsewhere_is_not(name):
    assert wanted(name) == []


@pytest.mark.parametrize("name", ["a/b", "Qwen/Qwen2.5-VL-3B", "1e12Leon/RemoteReasoner", "a_b/c.d-e"])
def test_names_of_repositories_are_recognised(name):
    assert is_repository(name)


def test_the_usual_hub_is_that_of_the_defaults_unless_the_environment_says_another(monkeypatch):
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    assert usual_hub() == "https://huggingface.co"
    monkeypatch.setenv("HF_ENDPOINT", "https://mirror.example/")
    assert usual_hub() == "https://mirror.example"
