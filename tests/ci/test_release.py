"""What may not go out as a release is refused with its reason; a zip alone is only told so."""

from __future__ import annotations

import importlib.machinery
import importlib.util
import stat
import subprocess
import sys
import zipfile
from pathlib import Path
from types import ModuleType

import pytest
from places import ROOT

FIELDS = {
    "name": "AskMap",
    "description": "Ask.",
    "about": "Ask a question.",
    "version": "1.2.3",
    "author": "A. Person",
    "qgisMinimumVersion": "3.22",
    "changelog": "1.2.3 New.\n    1.2.2 Old.",
    "email": "a.person@askmap.org",
    "homepage": "https://askmap.org",
    "tracker": "https://forge.net/askmap/issues",
    "repository": "https://forge.net/askmap",
}


@pytest.fixture(scope="module")
def release() -> ModuleType:
    """.ci/release, which has no ending because it is a command."""
    loader = importlib.machinery.SourceFileLoader("release", str(ROOT / ".ci" / "release"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("release", loader))
    sys.modules["release"] = module  # dataclasses look for it there
    loader.exec_module(module)
    return module


def metadata(**fields: str) -> str:
    return "[general]\n" + "".join(f"{name}={value}\n" for name, value in {**FIELDS, **fields}.items())


@pytest.mark.parametrize(
    "address",
    [
        "https://askmap.example",
        "https://askmap.example/issues",
        "http://www.EXAMPLE.com./x",
        "https://example.org",
        "https://sub.example.net:8080/a",
        "http://localhost",
        "http://localhost:3000/issues",
        "https://127.0.0.1/",
        "http://[::1]/",
        "http://192.168.0.7",
        "https://askmap.test",
        "https://askmap.invalid",
        "https://forge.local/askmap",
        "https://forge/askmap",
        "https://forge.net/TODO",
        "TODO",
        "https://forge.net/your-name/askmap",
        "https://CHANGEME.net",
        "",
        "   ",
        "askmap.org",
        "ftp://askmap.org",
        "https://",
        "https://a b.org",
        "https://askmap.org:port",
        "https://[askmap.org",
        "javascript:alert(1)",
        "mailto:a@askmap.org",
    ],
)
def test_a_placeholder_for_a_page_is_refused_with_its_reason(release, address):
    for field in ("homepage", "tracker", "repository"):
        (problem,) = release.address_problems(release.Metadata.read(metadata(**{field: address})))
        assert problem.startswith(f"«{field}» of metadata.txt is ")


@pytest.mark.parametrize(
    "address",
    [
        *("maintainers@askmap.example", "a@example.com", "a@mail.example.org", "root@localhost", "TODO", ""),
        *("a@localhost.localdomain", "askmap.org", "@askmap.org", "a@", "a b@askmap.org", "a@b@askmap.org"),
        "a@askmap",
    ],
)
def test_a_placeholder_for_an_address_of_mail_is_refused_with_its_reason(release, address):
    (problem,) = release.address_problems(release.Metadata.read(metadata(email=address)))
    assert problem.startswith("«email» of metadata.txt is ")


@pytest.mark.parametrize(
    "address",
    [
        *("https://askmap.org", "http://askmap.org:8080/a?b#c", "https://todo.sr.ht/~a/askmap"),
        *("https://examples.org", "https://example.com.org", "https://testing.net/test", "https://8.8.8.8/"),
        *("https://xn--mller-kva.de", "https://localhost.run"),
    ],
)
def test_an_address_that_somebody_may_own_is_fine(release, address):
    assert release.url_problem(address) == ""


def test_good_metadata_has_no_problem(release):
    good = release.Metadata.read(metadata())
    assert list(release.address_problems(good)) == list(release.text_problems(good)) == []
    assert release.email_problem("a.b+c@sub.askmap.org") == ""


@pytest.mark.parametrize("field", ["name", "description", "about", "author", "changelog", "version"])
def test_texts_that_are_empty_or_for_later_are_refused(release, field):
    for text in ("", "TODO", "lorem ipsum"):
        (problem,) = release.text_problems(release.Metadata.read(metadata(**{field: text})))
        assert f"«{field}»" in problem


def test_a_field_that_is_not_there_is_empty(release):
    bare = release.Metadata.read("[general]\nname=AskMap\n")
    assert len(list(release.address_problems(bare))) == 4
    for text in ("name=AskMap", "[plugin]\nname=AskMap", "[general]\nname"):
        with pytest.raises(ValueError, match=r"metadata\.txt cannot be read"):
            release.Metadata.read(text)


@pytest.mark.parametrize(
    ("fields", "init", "pyproject", "problem"),
    [
        ({}, "1.2.3", "1.2.3", ""),
        ({}, "1.2.4", "1.2.3", "backend/version.py «1.2.4»"),
        ({}, "1.2.3", "1.2", "pyproject.toml «1.2»"),
        ({"version": "1.2", "changelog": "1.2 New."}, "1.2", "1.2", "not of the form 1.2.3"),
        ({"changelog": "1.2.2 Old."}, "1.2.3", "1.2.3", "does not begin with 1.2.3"),
        ({"changelog": "1.2.30 Newer."}, "1.2.3", "1.2.3", "does not begin with 1.2.3"),
    ],
)
def test_versions_are_one_and_the_changelog_has_it(release, fields, init, pyproject, problem):
    stated = release.Metadata.read(metadata(**fields))
    found = list(
        release.version_problems(stated, f'__version__ = "{init}"\n', f'[project]\nversion = "{pyproject}"\n')
    )
    assert [problem in each for each in found] == ([True] if problem else [])


# --- the zip ---


def zipped(path: Path, *names: str, mode: int = 0o100644, without: str = "") -> Path:
    needed = ("LICENSE", "metadata.txt", "__init__.py", "backend/version.py", "README.md")
    whole = [*(f"askmap/{name}" for name in needed), *names]
    with zipfile.ZipFile(path, "w") as archive:
        for name in whole:
            if name != without:
                entry = zipfile.ZipInfo(name)
                entry.external_attr = (mode if name in names else 0o100644) << 16
                archive.writestr(entry, b"x")
    return path


def test_a_whole_zip_has_no_problem(release, tmp_path):
    path = zipped(tmp_path / "a.zip", "askmap/plugin/main.py", "askmap/resources/i18n/askmap_de.qm")
    assert list(release.zip_problems(path)) == []


@pytest.mark.parametrize(
    ("name", "mode"),
    [
        ("askmap/.git/config", 0o100644),
        ("askmap/plugin/.hidden", 0o100644),
        ("askmap/plugin/__pycache__/a.pyc", 0o100644),
        ("__MACOSX/askmap", 0o100644),
        ("other/file.py", 0o100644),
        ("askmap/backend/a.SO", 0o100644),
        ("askmap/resources/a.ts", 0o100644),
        ("askmap/tests/test_a.py", 0o100644),
        ("askmap/backend/../../a.py", 0o100644),
        ("/etc/a.py", 0o100644),
        ("askmap/plugin/run.py", 0o100755),
        ("askmap/plugin/link.py", stat.S_IFLNK | 0o644),
    ],
)
def test_what_has_no_place_in_the_zip_is_named(release, tmp_path, name, mode):
    problems = list(release.zip_problems(zipped(tmp_path / "a.zip", name, mode=mode)))
    assert problems
    assert any(name in problem or name.split("/")[0] in problem for problem in problems)


def test_a_zip_without_its_license_or_too_large_is_refused(release, tmp_path, monkeypatch):
    path = zipped(tmp_path / "a.zip", without="askmap/LICENSE")
    assert list(release.zip_problems(path)) == ["The zip has no LICENSE."]
    monkeypatch.setattr(release, "LARGEST_ZIP", 100)
    assert "and 100 are the limit" in next(release.zip_problems(path))


def test_what_the_scanners_tell_is_told_and_that_they_did_not_run(release, monkeypatch):
    told = {
        "results": [
            {"filename": "/f/askmap/a.py", "line_number": 3, "issue_text": "Evil.", "test_id": "B1",
             "issue_severity": "HIGH"},
        ],
        "errors": [{"filename": "/f/askmap/b.py", "reason": "syntax"}],
    }  # fmt: skip
    assert list(release.bandit_findings(told, "/f")) == [
        "Bandit: askmap/a.py, line 3: Evil. (B1, HIGH)",
        "Bandit cannot read /f/askmap/b.py: syntax",
    ]
    told = {"results": {"/f/askmap/a.py": [{"line_number": 9, "type": "Secret Keyword"}]}}
    assert list(release.secret_findings(told, "/f")) == [
        "detect-secrets: askmap/a.py, line 9: Secret Keyword."
    ]

    def run(*_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess((), 2, "", "warning\nno index answers\n")

    monkeypatch.setattr(release, "run", run)
    assert list(release.scan("bandit==1", "/f")) == ["bandit did not run: no index answers"]


# --- the commands, in a checkout of their own ---


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a place") / "askmap"
    subprocess.run(["git", "clone", "-q", str(ROOT), str(folder)], check=True)
    return folder


def commit(checkout: Path, text: str) -> None:
    (checkout / "metadata.txt").write_text(text, encoding="utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@askmap.org")
    subprocess.run(["git", "-C", str(checkout), *who, "commit", "-qam", "Change"], check=True)


def run(checkout: Path, *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True)


def test_a_zip_says_in_a_line_that_its_addresses_are_placeholders_and_a_release_refuses_them(checkout):
    own = (checkout / "metadata.txt").read_text(encoding="utf-8")
    fields = {name: FIELDS[name] for name in ("email", "homepage", "tracker", "repository")}
    commit(checkout, _with(own, {**fields, "tracker": "https://askmap.example/issues"}))
    made = run(checkout, "make", "zip")
    assert made.returncode == 0, made.stderr
    assert len(made.stderr.splitlines()) == 1
    assert "«tracker»" in made.stderr
    assert (checkout / "build" / "askmap.zip").is_file()
    refused = run(checkout, ".ci/release", "check", "build/askmap.zip")
    assert refused.returncode == 1
    reason = "nobody can be reached at askmap.example, because example is reserved"
    assert f"«tracker» of metadata.txt is a placeholder: {reason}." in refused.stderr
    assert "«homepage»" not in refused.stderr
    assert "did not run" in refused.stderr  # nothing is installed in this checkout, so that scans are missing

    commit(checkout, _with(own, fields))
    made = run(checkout, "make", "zip")
    assert (made.returncode, made.stderr) == (0, "")
    assert "of metadata.txt is" not in run(checkout, ".ci/release", "check", "build/askmap.zip").stderr


def test_a_checkout_with_changes_is_no_release(checkout):
    (checkout / "new.py").write_text("", encoding="utf-8")
    run(checkout, "make", "zip")
    refused = run(checkout, ".ci/release", "check", "build/askmap.zip")
    (checkout / "new.py").unlink()
    assert "1 files differ from it: new.py" in refused.stderr


def test_a_release_is_all_of_it(release, tmp_path, monkeypatch, capsys):
    """With what other tests hold left out: translations, scans and git."""
    path = zipped(tmp_path / "a.zip", without="askmap/metadata.txt")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("askmap/metadata.txt", metadata())
    for name in ("translation_problems", "scan_problems", "version_problems"):
        monkeypatch.setattr(release, name, lambda *_: iter(()))
    monkeypatch.setattr(release, "commit_problems", lambda: iter(()))
    assert release.check(path) == 0
    assert "may be released" in capsys.readouterr().out
    monkeypatch.setattr(release, "scan_problems", lambda archive: iter(["Bandit: evil"]))
    assert release.check(path) == 1
    assert "Bandit: evil" in capsys.readouterr().err


def test_what_is_typed_wrongly_is_explained():
    for words in ([], ["check"], ["sell", "a.zip"]):
        said = run(ROOT, str(ROOT / ".ci" / "release"), *words)
        assert said.returncode == 1
        assert "check|addresses ZIP" in said.stderr


def _with(text: str, fields: dict[str, str]) -> str:
    """metadata.txt with other values."""
    lines = [line for line in text.splitlines() if line.split("=")[0] not in fields]
    return "\n".join([lines[0], *(f"{name}={value}" for name, value in fields.items()), *lines[1:]]) + "\n"
