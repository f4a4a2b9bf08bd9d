"""The page speaks English too, and has no English left over."""

from __future__ import annotations

import ast
from pathlib import Path

import mijlpalen_xlsx
from mijlpalen_xlsx.i18n import catalogue
from mijlpalen_xlsx.locale.en import web
from tests.test_locale import said_in, texts

HOME = Path(mijlpalen_xlsx.__file__).parent
WRONG = {"wrong": 1, "_said": 0, "Mistake": 1}  # where the sentence of a mistake stands


def said() -> set[str]:
    """All that the page says."""
    found = said_in("web")
    for path in (HOME / "web").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (at := WRONG.get(getattr(node.func, "id", ""))) is not None:
                found.update(text for argument in node.args[at : at + 1] for text in texts(argument))
    return found - {"{reason}"}


def test_the_page_speaks_english() -> None:
    missing = said() - catalogue().keys()
    assert not missing, "\n".join(sorted(missing))


def test_no_english_without_its_dutch() -> None:
    left = web.SENTENCES.keys() - said() - said_in("cli")
    assert not left, "\n".join(sorted(left))
