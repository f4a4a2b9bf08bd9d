"""The sentence of a finding in the reader's language, its facts shown the way people write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import When, range_text, written_out
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.words import Lang, Words, clean

__all__ = ["placed", "render", "shown"]

LONGEST = 80
"""Characters of a text of people that fit in a sentence; the cell itself has the rest."""


def render(finding: Finding, lang: Lang) -> str:
    """What is wrong and what to write instead, without the place: ``Start (1 mei 2022) ligt …``."""
    sentence = _filled(finding, lang)
    return sentence[:1].upper() + sentence[1:]


def placed(finding: Finding, lang: Lang) -> str:
    """The sentence with its place before it: ``Cel E12: …``, ``Blad Voortgang: …``."""
    if finding.cell:
        return f"{translate('Cel', lang)} {finding.cell}: {_filled(finding, lang)}"
    if finding.sheet:
        return f"{translate('Blad', lang)} {finding.sheet}: {_filled(finding, lang)}"
    return render(finding, lang)


def _filled(finding: Finding, lang: Lang) -> str:
    show = partial(shown, lang=lang, sheet=finding.sheet)
    facts = {key: show(value) for key, value in finding.values.items()}
    return translate(finding.sentence, lang).format_map(facts)


def shown(value: object, lang: Lang, sheet: str | None = None) -> str:
    """One fact as text. An address on another ``sheet`` names its sheet; long texts end in ``…``."""
    match value:
        case When():
            return range_text(value, lang)
        case Words():
            return value.get(lang)
        case Address():
            return value.cell if value.sheet == sheet else str(value)
        case tuple():
            return _listed([shown(item, lang, sheet) for item in value], lang)
        case date():
            return written_out(value, lang)
        case float():
            return repr(value).removesuffix(".0").replace(".", "." if lang == "en" else ",")
        case Mapping() | None:
            return ""
    return _short(clean(str(value)))


def _listed(words: list[str], lang: Lang) -> str:
    """``1.1, 1.2 en 1.3``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {translate('en', lang)} {words[-1]}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"
