"""Rules about single cells that cannot be read, or were read with a doubt: dates, hours, words of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from mijlpalen_xlsx.dates import Note, Precision, When, written_out
from mijlpalen_xlsx.findings import Remark, Severity
from mijlpalen_xlsx.format import General, Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.registry import Found, noted, rule, told
from mijlpalen_xlsx.rules.rows import can_be_later, end_of_marks
from mijlpalen_xlsx.vocabulary import LIGHTS, ROLES, ROW_KINDS, STAGES, STATUSES, Vocabulary
from mijlpalen_xlsx.words import Lang, Words

SUBJECT = Words("Wat er in een cel staat", "What is in a cell")

_MOST_LOOKUPS = 200
"""Texts for which we look what was meant; a plan with more of them has another problem than typing errors."""

_LISTS: Mapping[str, Vocabulary] = {v.name: v for v in (LIGHTS, STAGES, ROW_KINDS, ROLES, STATUSES)}


def _choices(vocabulary: Vocabulary) -> Words:
    """``Groen, Oranje of Rood``."""
    both = []
    for lang, last in (("nl", " of "), ("en", " or ")):
        words = [term.word.en if lang == "en" else term.word.nl for term in vocabulary]
        both.append(", ".join(words[:-1]) + last + words[-1])
    return Words(*both)


@rule(
    "M105",
    "not-in-list",
    Severity.ERROR,
    "'{value}' staat niet in de lijst van {what}. Kies {choices}.",
    close="'{value}' staat niet in de lijst van {what}. Bedoelde u '{suggestion}', kies dan dat woord.",
)
def not_in_list(plan: Plan, context: Context) -> Iterator[Found]:
    """A word outside a closed list; with the nearest word when one is close."""
    for record, remark in context.remarks.get("not-in-list", ()):
        vocabulary = _LISTS[str(remark.values["list"])]
        yield noted(
            record, remark, variant="close" if remark.suggestion else "", choices=_choices(vocabulary)
        )


_WHY: Mapping[object, Words] = {
    Note.IMPOSSIBLE: Words("die dag of periode bestaat niet", "that day or period does not exist"),
    Note.OUT_OF_RANGE: Words(
        "het jaar ligt niet tussen 1990 en 2099", "the year is not between 1990 and 2099"
    ),
    Note.NO_YEAR: Words("het jaar staat er niet bij", "the year is missing"),
    Note.DURATION: Words(
        "dit zegt hoe lang iets duurt, niet wanneer", "this says how long it takes, not when"
    ),
    Note.STATUS_WORD: Words("dit zegt hoe het staat, niet wanneer", "this says how things stand, not when"),
    Note.HOLIDAY: Words("vakanties verschillen per regio", "holidays differ from region to region"),
}
_NO_DATE = Words("wij herkennen er geen datum in", "we see no date in it")
_EXAMPLE = Words("1 oktober 2023", "1 October 2023")


@rule(
    "M106",
    "unreadable-date",
    Severity.ERROR,
    "'{value}' kunnen wij niet als datum lezen: {why}. "
    "Schrijf een datum of periode, bijvoorbeeld {example}, 1-10-2023, oktober 2023 of eind 2023.",
    day="'{value}' kunnen wij niet als dag lezen: {why}. "
    "Schrijf één dag, bijvoorbeeld {example} of 1-10-2023.",
    close="'{value}' kunnen wij niet als datum lezen: {why}. Bedoelde u {suggestion}, schrijf dat dan zo.",
)
def unreadable_date(plan: Plan, context: Context) -> Iterator[Found]:
    """A date cell that gives no date, with the reason, and what was probably meant."""
    meant: dict[str, When | None] = {}
    for record, remark in context.remarks.get("unreadable-date", ()):
        why = _WHY.get(remark.values.get("note"), _NO_DATE)
        one_day = isinstance(record, General)
        text = remark.value or ""
        if text not in meant and len(meant) < _MOST_LOOKUPS:
            meant[text] = _meant(text, context)
        when = meant.get(text)
        if when and (when.precision is Precision.DAY or not one_day):
            suggestion = _typed(when, plan.about.language)
            yield noted(record, replace(remark, suggestion=suggestion), variant="close", why=why)
        else:
            yield noted(record, remark, variant="day" if one_day else "", why=why, example=_EXAMPLE)


def _meant(text: str, context: Context) -> When | None:
    from mijlpalen_xlsx.dates.near import near  # most plans have no such text

    years, scheme = context.gantt, context.scheme
    period = (scheme.first, scheme.last) if scheme else (years[0].first, years[-1].last) if years else None
    return near(text, period=period)


def _typed(when: When, lang: Lang) -> str:
    """A day in full, a period in the words of the person."""
    return (
        written_out(when.first, lang) if when.precision is Precision.DAY and when.first else when.text or ""
    )


@rule(
    "M107",
    "unreadable-effort",
    Severity.ERROR,
    "'{value}' kunnen wij niet als aantal uren lezen. Schrijf bijvoorbeeld {example}, 40 uur of 5 dagdelen.",
)
def unreadable_effort(plan: Plan, context: Context) -> Iterator[Found]:
    for record, remark in context.remarks.get("unreadable-effort", ()):
        yield noted(record, remark, example="40")


BECAME_DATE = told(
    "M108",
    "number-became-date",
    Severity.WARNING,
    "hier staat de datum {day}, want Excel maakt van een nummer met een punt soms een datum; "
    "wij lezen {suggestion}. "
    "Maak van de cel een tekstcel en typ {suggestion} opnieuw.",
)


@rule(
    "M111",
    "words-beside-choice",
    Severity.HINT,
    "wij lezen '{value}' als {read}. "
    "Kies {read} uit de lijst en zet de rest van de tekst bij de toelichting.",
)
def words_beside_choice(plan: Plan, context: Context) -> Iterator[Found]:
    """``Groen (bijna klaar)``: the word of the list counts, of two words the worst one."""
    for record, remark in context.remarks.get("words-beside-choice", ()):
        yield noted(record, remark)


@rule(
    "M208",
    "ambiguous-date",
    Severity.WARNING,
    "wij lezen '{value}' als {read}, maar het kan ook {other} zijn. "
    "Schrijf precies wat u bedoelt, bijvoorbeeld {example}.",
    two="hier staan twee datums of meer, en wij lezen '{value}' als {read}. "
    "Laat er één staan, bijvoorbeeld {example}.",
)
def ambiguous_date(plan: Plan, context: Context) -> Iterator[Found]:
    """Words that can be read two ways, or two dates in one cell: how they were read."""
    for record, remark in context.remarks.get("ambiguous-date", ()):
        variant = "" if remark.values.get("other") else "two"
        yield noted(record, remark, variant=variant, example=_day_read(remark) or context.reference_date)


def _day_read(remark: Remark) -> date | None:
    """The day that counts of what was read: in a column for a start the first one, else the last."""
    read = remark.values.get("read")
    if not isinstance(read, When):
        return None
    return read.as_start if remark.values.get("key") == "start" else read.as_due


@rule(
    "M209",
    "vague-date-near",
    Severity.WARNING,
    "'{value}' is geen datum, en deze mijlpaal valt in de periode tot en met {until}. "
    "Vul een datum of periode in, bijvoorbeeld {example}.",
)
def vague_date_near(plan: Plan, context: Context) -> Iterator[Found]:
    """Silent for what belongs to later years: there a date may still be open."""
    for record, remark in context.remarks.get("vague-date", ()):
        if isinstance(record, Milestone) and not record.cancelled and not can_be_later(record, context):
            year = max(context.reference_date.year, 1990)
            yield noted(
                record,
                remark,
                until=context.near_until,
                example=end_of_marks(record) or Words(f"eind {year}", f"end of {year}"),
            )


# Words whose days are a convention of ours; "Q3 2022" or "maart 2023" says its own days.
_CONVENTION = pattern(
    r"\b(?:begin|primo|medio|midden|halverwege|half (?!jaar)|voorjaar|lente|zomer\w*|najaar|herfst\w*|winter"
    r"|v[oó][oó]r|tot|na|vanaf|per|early|mid|middle|spring|summer|autumn|fall|before|until|after|from|by)\b",
    re.IGNORECASE,
)
# Of these only the first day is: everybody takes the end of a year for 31 December.
_CONVENTION_AT_START = pattern(r"\b(?:eind\w*|end of|late)\b", re.IGNORECASE)


@rule(
    "M210",
    "period-in-words",
    Severity.HINT,
    "wij lezen '{value}' als {read}. Bedoelt u iets anders, vul dan een datum in, bijvoorbeeld {example}.",
)
def period_in_words(plan: Plan, context: Context) -> Iterator[Found]:
    """Where the days are a convention of ours (``medio 2022``), not where all is plain (``Q3 2022``).

    Of what is done or cancelled nobody needs to know any more which days we took.
    """
    for record, remark in context.remarks.get("period-in-words", ()):
        read = remark.values.get("read")
        over = isinstance(record, Milestone) and not context.still_open(record)
        if not isinstance(read, When) or over:
            continue
        text = read.text or ""
        at_start = remark.values.get("key") == "start" and _CONVENTION_AT_START.search(text)
        if remark.values.get("note") or _CONVENTION.search(text) or at_start:
            yield noted(record, remark, example=_day_read(remark) or context.near_until)


COLOUR_ONLY = told(
    "M405",
    "colour-only",
    Severity.HINT,
    "deze cel heeft alleen een kleur, en wij lezen die als {read}. Kies ook het woord {read}, "
    "want niet iedereen ziet kleuren.",
)
