"""Files that cannot be read: every reason of the reader of sheets has its sentence."""

from __future__ import annotations

import pytest

from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.rules import finding_of
from mijlpalen_xlsx.sheets import Limits, Unreadable


@pytest.mark.parametrize(
    ("looks_like", "said"),
    [
        ("csv", "maar een CSV-bestand. Open het in Excel"),
        ("html", "maar een webpagina. Open het in Excel"),
        ("ods", "maar een OpenDocument-werkblad (.ods). Open het in Excel"),
        ("xlsb", "maar een binair Excel-werkboek (.xlsb). Open het"),
        ("xml", "maar een Excel-werkboek in XML. Open het"),
        ("numbers", "maar een werkblad van Numbers. Open het"),
        ("text", "maar gewone tekst. Kies het Excel-bestand"),
        ("pdf", "maar een PDF. Kies het Excel-bestand"),
        ("image", "maar een afbeelding. Kies"),
        ("word", "maar een tekstdocument. Kies"),
        ("powerpoint", "maar een presentatie. Kies"),
        ("zip", "maar een ingepakt bestand (zip). Pak het eerst uit"),
        ("empty", "Dit bestand is leeg. Kies"),
        ("unknown", "Dit bestand is geen Excel-werkboek. Kies"),
        ("iets nieuws", "Dit bestand is geen Excel-werkboek. Kies"),
    ],
)
def test_what_it_looks_like_is_said_in_plain_words(looks_like: str, said: str) -> None:
    assert said in render(finding_of(Unreadable("M001", {"looks_like": looks_like})), "nl")


@pytest.mark.parametrize("limit", list(Limits.__annotations__))
def test_every_limit_has_a_sentence(limit: str) -> None:
    finding = finding_of(Unreadable("M004", {"limit": limit, "allowed": getattr(Limits(), limit)}))
    assert finding.code == "M004"
    assert limit not in render(finding, "nl")
    assert "{" not in render(finding, "en")


def test_a_limit_in_bytes_is_said_in_megabytes() -> None:
    finding = finding_of(Unreadable("M004", {"limit": "file_bytes", "allowed": 20 * 1024 * 1024}))
    assert "het bestand is meer dan 20 MB" in render(finding, "nl")


@pytest.mark.parametrize("code", ["M002", "M003", "M005", "M006"])
def test_the_other_refusals_have_a_finding_of_their_own(code: str) -> None:
    finding = finding_of(Unreadable(code))
    assert (finding.code, finding.at) == (code, None)


def test_the_headers_that_were_seen_are_named() -> None:
    seen: dict[str, object] = {"nearest": "Blad1", "headers": ("Mijlpaal", "Wie"), "sheets": ("Blad1",)}
    said = render(finding_of(Unreadable("M006", seen)), "nl")
    assert "op blad 'Blad1' lezen wij alleen 'Mijlpaal' en 'Wie'" in said


def test_an_unknown_refusal_is_a_damaged_file() -> None:
    assert finding_of(Unreadable("M000")).code == "M003"
