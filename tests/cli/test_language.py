"""The language: Dutch by default, chosen by option, environment or locale; help and click's words too."""

from __future__ import annotations

from typing import Any

import click
import pytest

from mijlpalen_xlsx.cli.base import language
from mijlpalen_xlsx.cli.click_words import DUTCH, speaking
from mijlpalen_xlsx.cli.main import COMMANDS

ENGLISH = ("Usage", "Options:", "Show this", "Try '", "Error", "No such", "Missing", "default:", "COMMAND ")


@pytest.mark.parametrize(
    ("args", "environ", "lang", "asked"),
    [
        ([], {}, "nl", False),
        ([], {"LANG": "C.UTF-8"}, "nl", False),
        ([], {"LANG": "nl_NL.UTF-8"}, "nl", False),
        ([], {"LANG": "en_GB.UTF-8"}, "en", False),
        ([], {"LC_ALL": "de_DE", "LANG": "en_US"}, "nl", False),
        ([], {"LC_ALL": "", "LC_MESSAGES": "en_US", "LANG": "nl_NL"}, "en", False),
        ([], {"MIJLPALEN_LANG": "nl", "LANG": "en_US"}, "nl", True),
        ([], {"MIJLPALEN_LANG": "EN"}, "en", True),
        ([], {"MIJLPALEN_LANG": "fr", "LANG": "en_US"}, "en", False),
        (["--lang", "en", "check", "x"], {"MIJLPALEN_LANG": "nl"}, "en", True),
        (["check", "x", "--lang=en"], {}, "en", True),
        (["check", "--lang", "nl"], {"LANG": "en_US"}, "nl", True),
        (["check", "--lang", "fr"], {}, "nl", False),
        (["check", "--", "--lang", "en"], {}, "nl", False),
        (["check", "--lang"], {}, "nl", False),
    ],
)
def test_what_decides(args: list[str], environ: dict[str, str], lang: str, asked: bool) -> None:
    chosen = language(args, environ)
    assert (chosen.lang, chosen.asked) == (lang, asked)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_all_dutch_or_all_english(run: Any, command: str) -> None:
    words = [command] if command else []
    dutch, english = run(*words, "--help"), run(*words, "--help", "--lang", "en")
    assert (dutch.status, dutch.err, english.status) == (0, "", 0)
    assert [word for word in ENGLISH if word in dutch.out] == []
    for word in ("Gebruik:", "Opties:", "Toont deze hulp."):
        assert word in dutch.out
        assert word not in english.out
    assert "Usage: mijlpalen-xlsx" in english.out
    assert "[OPTIONS]" in english.out
    assert "Shows this help." in english.out


def test_the_list_of_commands_is_there_in_both_languages(run: Any) -> None:
    for name in COMMANDS:
        assert f"\n  {name} " in run("--help").out
        assert f"\n  {name} " in run("--lang", "en", "--help").out


@pytest.mark.parametrize(
    ("args", "dutch", "english"),
    [
        (
            ["chek"],
            "Het commando 'chek' bestaat niet. Bedoelde u 'check'?",
            "no command 'chek'. Did you mean 'check'?",
        ),
        (["xyzzy"], "Het commando 'xyzzy' bestaat niet.", "There is no command 'xyzzy'."),
        (["check"], "Er ontbreekt 'BESTAND|MAP...'.", "Missing argument 'FILE|FOLDER...'."),
        (["check", "x", "--forma", "text"], "bestaat niet", "No such option"),
        (["check", "x", "--format", "pdf"], "'pdf' is niet een van", "'pdf' is not one of"),
        (["check", "x", "--format"], "heeft een waarde nodig", "requires an argument"),
        (["schema", "plan", "nog"], "Dit is te veel: nog", "Got unexpected extra argument (nog)"),
    ],
)
def test_wrong_usage_in_both_languages(run: Any, args: list[str], dutch: str, english: str) -> None:
    for lang, said, label in (("nl", dutch, "Fout: "), ("en", english, "Error: ")):
        ran = run("--lang", lang, *args)
        assert (ran.status, ran.out) == (2, "")
        assert said in ran.err
        assert label in ran.err


def test_no_arguments_shows_help(run: Any) -> None:
    ran = run()
    assert ran.status == 2
    assert "Commando's:" in ran.err


def test_click_gets_its_own_words_back() -> None:
    before = click.core._  # type: ignore[attr-defined]
    with speaking("nl"):
        assert click.core._("Options") == DUTCH["Options"]  # type: ignore[attr-defined]
    assert click.core._ is before  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError), speaking("nl"):
        raise ZeroDivisionError
    assert click.core._ is before  # type: ignore[attr-defined]


def test_version(run: Any) -> None:
    assert run("--version").out == "mijlpalen-xlsx 0.1.0\n"


def test_wrong_usage_does_not_steer_the_terminal(run: Any) -> None:
    ran = run("check", "x", "--for\x1b[2Jmat")
    assert ran.status == 2
    assert "\x1b" not in ran.err
