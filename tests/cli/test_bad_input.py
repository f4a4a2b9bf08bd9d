"""Files that cannot be read: one plain sentence with the name, exit status 2, nothing written."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.sheets.test_refusals import compound

COMMANDS = ("check {}", "export {} -o uit.json", "refresh {} uit.xlsx", "template uit.xlsx --from {}")


def _text(path: Path) -> None:
    path.write_text("Dit is geen werkboek.", "utf-8")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.mkdir()


def _password(path: Path) -> None:
    path.write_bytes(compound("EncryptionInfo", "EncryptedPackage"))


def _damaged(path: Path) -> None:
    openpyxl.Workbook().save(path)
    path.write_bytes(path.read_bytes()[:1000])


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.txt", "x")


def _no_plan(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "Boodschappen"
    book.save(path)


def _missing(path: Path) -> None:
    path.with_name(path.name.replace("plan", "plam")).write_bytes(b"")


MADE: dict[str, tuple[Callable[[Path], None], str]] = {
    "text": (_text, "geen Excel-werkboek"),
    "empty": (_empty, "leeg"),
    "folder": (_folder, "dit is een map"),
    "password": (_password, "wachtwoord"),
    "damaged": (_damaged, "beschadigd"),
    "zip": (_zip, "geen Excel-werkboek"),
    "no plan": (_no_plan, "geen mijlpalenplan"),
    "missing": (_missing, "dit bestand is er niet. Bedoelde u"),
}


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("name", ["plan.xlsx", "het 'plan' van \"ons\".xlsx"])
@pytest.mark.parametrize("command", COMMANDS)
def test_one_plain_sentence(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, name: str, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    make, said = MADE[kind]
    make(tmp_path / name)
    before = sorted(path.name for path in tmp_path.iterdir())
    ran = run(*(name if word == "{}" else word for word in command.split()))
    assert ran.status == 2
    assert ran.err.startswith(f"{name}: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1
    assert "Traceback" not in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_no_permission(run: Any, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = open

    def refuse(file: Any, *args: Any, **more: Any) -> Any:  # root may read everything, so it is made believe
        if file == "plan.xlsx":
            raise PermissionError(13, "Permission denied", file)
        return real(file, *args, **more)

    monkeypatch.setattr("builtins.open", refuse)
    ran = run("check", "plan.xlsx")
    assert ran.status == 2
    assert ran.err == "plan.xlsx: u mag dit bestand niet lezen. Vraag de eigenaar om leesrechten.\n"


def test_a_pipe_is_not_waited_for(run: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.xlsx")
    assert run("check", tmp_path / "pijp.xlsx").status == 2


def test_a_folder_that_is_not_there(run: Any, plan: Path) -> None:
    ran = run("template", "weg/plan.xlsx")
    assert (ran.status, ran.err) == (2, "weg/plan.xlsx: de map voor dit bestand bestaat niet.\n")


def test_a_name_that_would_steer_the_terminal(run: Any, plan: Path) -> None:
    name = "\x1b]0;boe\x07\u202eplan.xlsx"
    plan.rename(name)
    ran = run("check", name, "weg\x1b[2J.xlsx")
    assert "\\x1b]0;boe\\x07\\u202eplan.xlsx" in ran.out
    assert "weg\\x1b[2J.xlsx: " in ran.err
    assert "\x1b" not in ran.out + ran.err
