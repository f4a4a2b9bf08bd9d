"""Words that every output about versions beside each other shares: their names, notes and counts."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.comparison import Comparison, Order, Step, Version, What, counts
from mijlpalen_xlsx.comparison.told import label, text
from mijlpalen_xlsx.comparison.trend import Estimate, Trend, TrendLine, trend_of
from mijlpalen_xlsx.dates import short, written_out
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.picture.trend import Curve, trend_svg
from mijlpalen_xlsx.words import Lang

__all__ = [
    "TREND_FROM",
    "arrow",
    "cell",
    "counted",
    "curves",
    "heading",
    "moment",
    "notes",
    "step_title",
    "trend_picture",
    "trend_sentence",
]

TREND_FROM = 3
"""With this number of versions or more the trend is shown."""


def heading(comparison: Comparison, lang: Lang) -> str:
    """``De Zandhoek: 3 versies``."""
    latest = comparison.versions[-1].plan
    count = translate("{n} versies naast elkaar", lang).format(n=len(comparison.versions))
    return ": ".join(filter(None, (text(latest.region), count)))


def moment(version: Version, lang: Lang, *, brief: bool = False) -> str:
    """The reference date of a version, or its file when it has none."""
    if version.day is None:
        return version.file or translate("versie {n}", lang).format(n=version.given + 1)
    return short(version.day, lang) if brief else written_out(version.day, lang)


def step_title(step: Step, lang: Lang) -> str:
    """``Van 1 maart 2026 naar 1 oktober 2026``."""
    sentence = translate("Van {old} naar {new}", lang)
    return sentence.format(old=moment(step.old, lang), new=moment(step.new, lang))


def notes(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """What a reader must know of the order, and of plans that hardly are versions of each other."""
    if comparison.order is Order.REFERENCE_DATE:
        yield translate("De volgorde is die van de peildatums, niet die van de opgegeven bestanden.", lang)
    elif comparison.order is Order.UNKNOWN:
        missing = next(version for version in comparison.versions if version.day is None)
        sentence = translate(
            "De volgorde is die van de opgegeven bestanden, want {file} heeft geen peildatum.", lang
        )
        yield sentence.format(file=moment(missing, lang))
    for step in comparison.steps:
        if step.old.day and step.old.day == step.new.day:
            sentence = translate("{old} en {new} hebben dezelfde peildatum, {day}.", lang)
            yield sentence.format(old=step.old.file, new=step.new.file, day=moment(step.new, lang))
        if step.strangers:
            sentence = translate(
                "Geen enkele mijlpaal staat in beide versies: {old} en {new}. "
                "Zijn dit wel versies van één plan?",
                lang,
            )
            yield sentence.format(old=step.old.file, new=step.new.file)


def counted(step: Step, lang: Lang) -> list[tuple[What, str]]:
    """How many milestones became what, as far as there are any: ``2 gereed gekomen``; unchanged ones last."""
    found = [(what, n) for what, n in counts(step).items() if n]
    same = translate("niet veranderd", lang)
    return [(what, f"{n} {same if what is What.SAME else label(what, lang).lower()}") for what, n in found]


# The trend


def trend_sentence(trend: Trend, lang: Lang) -> str:
    """How many milestones the trend leaves out because their date stayed what it was."""
    still = len(trend.lines) - len(trend.moved)
    if not trend.moved:
        return translate("Geen enkele datum verschoof.", lang)
    if still == 1:
        return translate("Van 1 mijlpaal bleef de datum gelijk.", lang)
    return translate("Van {n} mijlpalen bleef de datum gelijk.", lang).format(n=still) if still else ""


def arrow(line: TrendLine, at: int) -> str:
    """▲ when the date moved back since the version before that had one, ▼ when it came forward."""
    here = line.estimates[at]
    before = [e.day for e in line.estimates[:at] if e and e.day]
    if here is None or here.day is None or not before or before[-1] == here.day:
        return ""
    return "▲" if here.day > before[-1] else "▼"


def cell(estimate: Estimate | None, lang: Lang) -> str:
    """What one version says of the end of a milestone, in a few characters."""
    if estimate is None:
        return "–"
    if estimate.cancelled:
        return translate("vervallen", lang)
    day = short(estimate.day, lang) if estimate.day else translate("geen datum", lang)
    return f"✔ {day}" if estimate.done else day


def curves(trend: Trend) -> list[Curve]:
    """The milestones that moved, as lines of the picture; versions without a reference date have no place."""
    return [_curve(line, trend) for line in trend.moved]


def _curve(line: TrendLine, trend: Trend) -> Curve:
    points = [
        (version.day, estimate.day, estimate.done)
        for version, estimate in zip(trend.versions, line.estimates, strict=True)
        if version.day and estimate and estimate.day and not estimate.cancelled
    ]
    return Curve(line.latest.number or "", text(line.latest.title), tuple(points))


def trend_picture(comparison: Comparison, lang: Lang, prefix: str = "trend") -> str | None:
    """The trend as SVG; None when no date moved between two reference dates."""
    return trend_svg(curves(trend_of(comparison)), heading(comparison, lang), lang=lang, prefix=prefix)
