"""Findings as tables: one per sheet, a line per mistake with all its cells; what the codes mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.explained import explained
from mijlpalen_xlsx.outputs.grouped import Mistake, by_sheet, cell_ranges, fold, mistakes
from mijlpalen_xlsx.outputs.html.markup import Html, el, join, people, text
from mijlpalen_xlsx.outputs.html.page import table
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.rules.own import Accepted

__all__ = ["accepted_table", "code_pages", "counts", "findings_tables", "sign"]

_SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.HINT: "•"}
MOST_HINTS = 3
_MOST_IN_COLUMN = 24  # characters of ranges that the narrow column takes; more go below the sentence


def sign(severity: Severity) -> Html:
    """The sign of a weight; its word stands beside it, so it is not read aloud."""
    return el("span", _SIGNS[severity], class_=f"sign {severity.value}", aria_hidden="true")


def counts(counted: Mapping[Severity, int], voice: Voice) -> Html:
    """How many findings of each weight there are, or that there are none."""
    said = {
        Severity.ERROR: voice.many(counted[Severity.ERROR], "{n} fout", "{n} fouten"),
        Severity.WARNING: voice.many(counted[Severity.WARNING], "{n} keer let op", "{n} keer let op"),
        Severity.HINT: voice.many(counted[Severity.HINT], "{n} tip", "{n} tips"),
    }
    items = [
        el("li", sign(severity), " ", words, class_=severity.value)
        for severity, words in said.items()
        if counted[severity]
    ]
    if not items:
        mark = el("span", "✔", class_="sign", aria_hidden="true")
        items = [el("li", mark, " ", voice.say("Geen fouten gevonden."), class_="good")]
    return el("ul", *items, class_="counts", role="list")  # role: a list without bullets stays a list


def findings_tables(findings: Iterable[Finding], level: int, voice: Voice) -> Html:
    """A heading of this ``level`` and a table for every sheet."""
    return join(*(_sheet(sheet, found, level, voice) for sheet, found in by_sheet(findings).items()))


def accepted_table(accepted: Iterable[Accepted], caption: str, voice: Voice) -> Html:
    """What may stay as it is, and the reason that somebody gave for it."""
    words = voice.say("cel"), voice.say("wat er aan de hand is"), voice.say("reden"), voice.say("code")
    rows = [
        el(
            "tr",
            el("th", people(redact(str(each.finding.at or each.finding.sheet or ""))), scope="row"),
            el("td", render(each.finding, voice.lang), class_="said"),
            el("td", people(redact(each.reason)), class_="said"),
            el("td", _code(each.finding.code, voice), class_="code"),
        )
        for each in accepted
    ]
    return table(caption, [el("th", word, scope="col") for word in words], rows, name="findings accepted")


def _sheet(sheet: str | None, findings: list[Finding], level: int, voice: Voice) -> Html:
    name = redact(sheet) if sheet else voice.say("Het hele werkboek")
    words = [voice.say("gewicht"), voice.say("cel"), voice.say("wat er aan de hand is"), voice.say("code")]
    heads = [el("th", word, scope="col") for word in words if sheet or word != words[1]]
    shown, rest = fold(mistakes(findings, voice.lang), MOST_HINTS)
    rows = [_row(mistake, voice, with_cell=bool(sheet)) for mistake in shown]
    rows += [_more(hidden, voice, with_cell=bool(sheet)) for hidden in rest.values()]
    caption = voice.say("Bevindingen: {sheet}", sheet=name)
    return join(el(f"h{level}", people(name)), table(caption, heads, rows, name="findings"))


def _row(mistake: Mistake, voice: Voice, *, with_cell: bool) -> Html:
    """Weight, cells, sentence and code; a long list of cells stands below the sentence."""
    place, below = _place(mistake.places, voice)
    said = el("td", mistake.text, below, class_="said")
    return _line(mistake, place if with_cell else None, said, voice)


def _more(hidden: list[Mistake], voice: Voice, *, with_cell: bool) -> Html:
    """The hints of one kind after the first few: their cells, and folded away what is said of each."""
    place, below = _place([at for mistake in hidden for at in mistake.places], voice)
    items = (el("li", f"{mistake.ranges}: " if mistake.ranges else None, mistake.text) for mistake in hidden)
    summary = voice.many(len(hidden), "Nog {n} tip van deze soort", "Nog {n} tips van deze soort")
    folded = el("details", el("summary", summary), el("ul", *items))
    return _line(hidden[0], place if with_cell else None, el("td", folded, below, class_="said"), voice)


def _line(like: Mistake, place: Html | None, said: Html, voice: Voice) -> Html:
    word = el("span", _words(voice)[like.severity], class_="word")
    return el(
        "tr",
        el("td", sign(like.severity), " ", word, class_="weight"),
        el("th", place, scope="row") if place is not None else None,
        said,
        el("td", _code(like.code, voice), class_="code"),
        class_=like.severity.value,
    )


def _place(places: list[Address], voice: Voice) -> tuple[Html, Html | None]:
    """What stands in the column of the cells, and the cells themselves when they are too long for it."""
    ranges, cells = cell_ranges(places), len(set(places))
    many = voice.say("{n} cellen", n=cells)
    if len(ranges) > _MOST_IN_COLUMN:
        return text(many), el("span", ranges, class_="cells")
    if not ranges:
        return text(voice.say("hele blad")), None
    return join(ranges, el("span", many, class_="many") if cells > 1 else None), None


def _words(voice: Voice) -> dict[Severity, str]:
    return {
        Severity.ERROR: voice.say("fout"),
        Severity.WARNING: voice.say("let op"),
        Severity.HINT: voice.say("tip"),
    }


def _code(code: str, voice: Voice) -> Html | str:
    return el("a", code, href=f"#{code}") if explained(code, voice.lang) else code


def code_pages(codes: Iterable[str], level: int, voice: Voice) -> Html | None:
    """What each code means and why, in the order of the codes, under a heading; None when none has a page."""
    items = [
        el("div", el("dt", code, " ", known.title, id=code), el("dd", known.finds, " ", known.why))
        for code in sorted(set(codes))
        if (known := explained(code, voice.lang))
    ]
    if not items:
        return None
    title = el(f"h{level}", voice.say("Wat de codes betekenen"))
    return el("section", title, el("dl", *items), class_="codes")
