"""Plain words: nothing that the program says, help of the commands included, has words we do not use."""

from __future__ import annotations

import re

import pytest

from mijlpalen_xlsx.cli import main
from mijlpalen_xlsx.cli.main import COMMANDS
from mijlpalen_xlsx.i18n import catalogue
from tests.rules.test_sentences import JARGON

CODE = re.compile(r"`[^`]*`|'[^']*'|--[a-z-]+|\{[^{}]*\}|\[[^\]]*\]|[\w.-]+\.(?:xlsx|json|toml|html|csv)")
ENGLISH_TOO = {"invalid", "null", "parse", "traceback", "syntax", "boolean", "utilize"}
MENUS = "Werkmap beveiligen"  # what Excel itself calls it


def words(text: str) -> set[str]:
    """The words of a sentence, without commands, options, names of files and what people wrote."""
    return set(re.findall(r"[^\W\d_]+", CODE.sub(" ", text.replace(MENUS, "")).casefold()))


def jargon_in(text: str) -> set[str]:
    shown = CODE.sub(" ", text).casefold()
    return (words(text) & set(JARGON)) | {phrase for phrase in JARGON if " " in phrase and phrase in shown}


def test_dutch_sentences_have_plain_words() -> None:
    found = {nl: jargon for nl in catalogue() if (jargon := jargon_in(nl))}
    assert found == {}


def test_english_sentences_have_plain_words() -> None:
    found = {en: odd for en in catalogue().values() if (odd := words(en) & ENGLISH_TOO)}
    assert found == {}


def test_what_people_fill_in_has_one_name() -> None:
    assert [nl for nl in catalogue() if "werkmap" in nl.replace(MENUS, "").casefold()] == []
    assert [en for en in catalogue().values() if "spreadsheet file" in en.casefold()] == []


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_plain_words(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main([*command.split(), "--help", "--lang", "nl"]) == 0
    shown = capsys.readouterr().out
    assert jargon_in(shown) == set()
    assert "werkmap" not in shown.casefold()


def test_a_word_we_do_not_use_is_seen() -> None:
    assert jargon_in("Deze parameter is invalide en dient te worden verbeterd.") == {
        "parameter", "invalide", "dient te",
    }  # fmt: skip
    assert jargon_in("Geef --default of `null` of {error} of error.json.") == set()
