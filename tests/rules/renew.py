"""Writes into every page what its example gives now: ``python -m tests.rules.renew``; read the difference."""

from __future__ import annotations

import re
from pathlib import Path

from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.rules import RULES, check
from mijlpalen_xlsx.words import Lang
from tests.rules.built import BUILT
from tests.rules.page_text import page_of, told
from tests.rules.test_pages import LANGUAGES, findings, first_sheet

SAID = re.compile(r"^(?:- (?:`[^`]+` )?M\d{3}: .+\n)+", re.MULTILINE)
FOLDER = Path(check.__file__).parent / "pages"


def renew(code: str, lang: Lang) -> None:
    """Replace the findings of one page."""
    shown = page_of(code, lang)
    built = code in BUILT
    found: tuple[Finding, ...] = BUILT[code]() if built else findings(shown, shown.example)
    home = None if built else first_sheet(shown.example)
    lines = []
    for finding in found:
        cell, found_code, sentence = told(finding, lang, home)
        lines.append(f"- `{cell}` {found_code}: {sentence}" if cell else f"- {found_code}: {sentence}")
    file = FOLDER / lang / f"{code}.md"
    before, *_, after = SAID.split(file.read_text("utf-8"))
    file.write_text(before + "".join(f"{line}\n" for line in lines) + after, "utf-8")


if __name__ == "__main__":
    for each in RULES:
        for language in LANGUAGES:
            renew(each, language)
