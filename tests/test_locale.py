"""Every Dutch sentence that the code says has its English, and no English is left without its Dutch."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import mijlpalen_xlsx
from mijlpalen_xlsx.i18n import catalogue, translate
from mijlpalen_xlsx.locale.en import cli, outputs, page

HOME = Path(mijlpalen_xlsx.__file__).parent
SAYING = {"translate", "say", "many"}
SHOWN = {"help", "metavar", "options_metavar", "subcommand_metavar", "epilog"}
SHOWN_NAMES = {"HELP", "EPILOG", "COMMANDS"}
ALIKE = {"[plan|report|summary]", "[CODE]", "CODES", "PLAN.json", "nl"}  # the same in both languages


def texts(node: ast.AST) -> Iterator[str]:
    """The strings that an expression may be; for a dict, its values."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.Dict):
        for value in node.values:
            yield from texts(value)


def spoken(tree: ast.AST, *, shown: bool) -> Iterator[str]:
    """Sentences in calls of translate, say and many; with ``shown`` also those that click shows."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", None))
            if name in SAYING or (shown and name == "lang"):
                for argument in node.args:
                    yield from texts(argument)
            if shown and name == "setdefault":
                yield from texts(node.args[1])
            for keyword in node.keywords:
                if shown and keyword.arg in SHOWN:
                    yield from texts(keyword.value)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = {target.id for target in targets if isinstance(target, ast.Name)}
            if node.value is not None and ((shown and names & SHOWN_NAMES) or "sentence" in names):
                yield from texts(node.value)
        elif isinstance(node, ast.FunctionDef) and shown and node.args.defaults:
            for default in node.args.defaults:
                yield from texts(default)


def said_in(*folders: str) -> set[str]:
    """All sentences of these parts of the package."""
    found: set[str] = set()
    for folder in folders:
        home = HOME / folder
        for path in sorted(home.rglob("*.py")) if home.is_dir() else [home]:
            found.update(spoken(ast.parse(path.read_text("utf-8")), shown=folder == "cli"))
    return {text for text in found if any(c.isalpha() for c in text) and not only_commands(text)} - ALIKE


def only_commands(text: str) -> bool:
    """Examples of commands are the same in both languages."""
    return all(line == "\b" or line.startswith("mijlpalen-xlsx ") for line in text.splitlines())


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_commands_speak_english() -> None:
    missing = said_in("cli") - catalogue().keys()
    assert not missing, "\n".join(sorted(missing))


def test_outputs_speak_english() -> None:
    missing = said_in("outputs") - catalogue().keys()
    assert not missing, "\n".join(sorted(missing))


@pytest.mark.parametrize(("part", "folder"), [(cli, "cli"), (outputs, "outputs"), (page, "outputs")])
def test_no_english_without_its_dutch(part: object, folder: str) -> None:
    sentences: dict[str, str] = part.SENTENCES  # type: ignore[attr-defined]
    left = sentences.keys() - said_in("cli", "outputs")
    assert not left, "\n".join(sorted(left))


def test_english_has_the_same_placeholders() -> None:
    for nl, en in catalogue().items():
        assert fields(nl) == fields(en), nl


def test_dutch_is_what_the_code_says() -> None:
    assert translate("Dit bestand is er niet.", "nl") == "Dit bestand is er niet."
    assert translate("Dit bestand is er niet.", "en") == "This file does not exist."


def test_a_sentence_in_the_code_is_found() -> None:
    tree = ast.parse("def f(s):\n    s.say('Een zin.' if s else 'Nog een.')\n    s.many(2, 'een', 'meer')")
    assert set(spoken(tree, shown=False)) == {"Een zin.", "Nog een.", "een", "meer"}
