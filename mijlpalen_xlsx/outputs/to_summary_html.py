"""The summary as a page that stands alone: its tables, what hinders, what comes next, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mijlpalen_xlsx.dates import short, written_out
from mijlpalen_xlsx.outputs.html.markup import Html, el, join, people
from mijlpalen_xlsx.outputs.html.page import table, whole_page
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.outputs.overview import Figure, field_head, figures, key_text, skipped_reason, table_title
from mijlpalen_xlsx.outputs.sentence import render
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.summary import Row, SourceLines, Summary
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light
from mijlpalen_xlsx.words import Lang

__all__ = ["summary_to_html"]

_SIGNS = {**{term.code: term.sign for term in STATUSES}, **{term.code: term.sign for term in LIGHTS}}
_SOMETIMES = ("no_date", "cancelled", "slip_weeks_max", "effort", "no_light")


def summary_to_html(summary: Summary, lang: Lang = "nl", *, detail: bool = False) -> str:
    """A whole page in ``lang``. The same summary gives the same page; with ``detail`` every row is in it."""
    voice = Voice(lang)
    title = voice.say("Overzicht van mijlpalenplannen")
    start = el("header", el("h1", title), el("p", _about(summary, voice)))
    parts: list[Html | None] = [
        _table(name, rows, summary, voice) for name, rows in summary.tables.items() if rows
    ]
    parts += [_coming(summary, voice), _bottlenecks(summary, voice)]
    if detail:
        parts += [_detail(source, voice) for source in summary.sources]
    return whole_page(title, start, el("main", *parts, _left_out(summary, voice)), voice=voice)


def _about(summary: Summary, voice: Voice) -> str:
    said = [voice.many(summary.workbooks, "{n} werkboek samengevat", "{n} werkboeken samengevat") + "."]
    days = sorted({source.day for source in summary.sources})
    if days:
        first, last = written_out(days[0], voice.lang), written_out(days[-1], voice.lang)
        sentence = "Stand van elk plan op zijn eigen peildatum: {first} tot en met {last}."
        said.append(
            voice.say("Stand op {day}.", day=first)
            if first == last
            else voice.say(sentence, first=first, last=last)
        )
    if summary.period:
        first, last = (written_out(day, voice.lang) for day in summary.period)
        said.append(voice.say("Periode: {first} tot en met {last}.", first=first, last=last))
    return " ".join(said)


def _section(title: str, *inside: Html | None) -> Html:
    return el("section", el("h2", title), *inside)


def _heads(words: Iterable[str], figures_from: int = 99) -> list[Html]:
    return [
        el("th", word, scope="col", class_="figure" if at >= figures_from else None)
        for at, word in enumerate(words)
    ]


def _table(name: str, rows: tuple[Row, ...], summary: Summary, voice: Voice) -> Html:
    shown = _worth_showing(figures(summary, voice.lang), rows)
    fields = list(rows[0].keys)
    words = [field_head(field, voice.lang) for field in fields]
    words += [" ".join(filter(None, (_SIGNS.get(figure.code), figure.head))) for figure in shown]
    lines = [_row(row, fields, shown, voice) for row in rows]
    if summary.total and len(rows) > 1:
        blank = [el("td", "") for _ in fields[1:]]
        total = [_figure(figure.of(summary.total), voice) for figure in shown]
        lines.append(el("tr", el("th", voice.say("samen"), scope="row"), *blank, *total, class_="total"))
    title = table_title(name, voice.lang)
    return _section(title, table(title, _heads(words, len(fields)), lines, name="standing"))


def _worth_showing(every: list[Figure], rows: tuple[Row, ...]) -> list[Figure]:
    return [f for f in every if f.code not in _SOMETIMES or any(f.of(row.counts) for row in rows)]


def _row(row: Row, fields: list[str], shown: list[Figure], voice: Voice) -> Html:
    keys = [people(redact(key_text(field, row.keys[field], voice.lang))) for field in fields]
    first, *others = keys
    cells = [el("td", key) for key in others]
    numbers = [_figure(figure.of(row.counts), voice) for figure in shown]
    return el("tr", el("th", first, scope="row"), *cells, *numbers)


def _figure(value: float | None, voice: Voice) -> Html:
    text = "" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"
    return el(
        "td",
        text if voice.lang == "en" else text.replace(".", ","),
        class_="figure" if value else "figure none",
    )


def _coming(summary: Summary, voice: Voice) -> Html | None:
    rows = summary.tables.get("subproject") or summary.tables.get("region") or ()
    coming = sorted(((n, row) for row in rows for n in row.counts.next), key=lambda pair: pair[0].date)
    if not coming:
        return None
    words = (
        voice.say("datum"),
        voice.say("regio"),
        voice.say("nummer"),
        voice.say("mijlpaal"),
        voice.say("stand"),
    )
    lines = [
        el(
            "tr",
            el("td", short(following.date, voice.lang), class_="day"),
            el("td", people(redact(row.keys["region"] or ""))),
            el("td", people(redact(following.number or ""))),
            el("th", people(redact(following.title or "")), scope="row"),
            el(
                "td",
                f"{_SIGNS[following.status.value]} {STATUSES.show(following.status, voice.lang).lower()}",
            ),
        )
        for following, row in coming[:20]
    ]
    title = voice.say("Wat eraan komt")
    return _section(title, table(title, _heads(words), lines, name="coming"))


def _bottlenecks(summary: Summary, voice: Voice) -> Html | None:
    """Red first, then orange; a source for each."""
    found = [
        (source, line)
        for light in (Light.RED, Light.ORANGE)
        for source in summary.sources
        for line in source.activities
        if line.light is light
    ]
    if not found:
        return None
    words = [
        voice.say(word)
        for word in ("stoplicht", "regio", "activiteit", "knelpunten", "maatregel", "wie pakt op", "bron")
    ]
    lines = []
    for source, line in found:
        assert line.light is not None
        texts = (line.region, line.description, line.bottlenecks, line.measure, line.who)
        cell = line.cells.get("light") or next(iter(line.cells.values()), "")
        lines.append(
            el(
                "tr",
                el("td", f"{_SIGNS[line.light.value]} {LIGHTS.show(line.light, voice.lang)}", class_="day"),
                *(el("td", people(redact(text or ""))) for text in texts),
                el("td", people(f"{source.file} {cell}")),
            )
        )
    title = voice.say("Knelpunten nu")
    return _section(title, table(title, _heads(words), lines, name="findings"))


def _detail(source: SourceLines, voice: Voice) -> Html:
    """Every row of one file, with its cell."""
    words = [voice.say(word) for word in ("cel", "nr", "omschrijving", "stand")]
    lines = [
        _line(
            next(iter(m.cells.values()), ""),
            m.number,
            m.title,
            m.status.value,
            STATUSES.show(m.status, voice.lang),
        )
        for m in source.milestones
    ]
    lines += [
        _line(
            next(iter(a.cells.values()), ""), a.number, a.description, a.light and a.light.value,
            key_text("light", a.light and a.light.value, voice.lang),
        )
        for a in source.activities
    ]  # fmt: skip
    inside = table(source.file, _heads(words), lines, name="files")
    return _section(source.file, inside)


def _line(cell: str, number: str | None, title: str | None, code: str | None, stands: str) -> Html:
    sign = f"{_SIGNS[code]} " if code else ""
    return el(
        "tr",
        el("td", people(cell)),
        el("td", people(redact(number or ""))),
        el("th", people(redact(title or "")), scope="row"),
        el("td", f"{sign}{stands}"),
    )


def _left_out(summary: Summary, voice: Voice) -> Html | None:
    lines = [_why(file, why) for file, why in _reasons(summary, voice)]
    if not lines:
        return None
    title = voice.say("Telt niet mee")
    words = [voice.say("bestand"), voice.say("toelichting")]
    return _section(title, table(title, _heads(words), lines, name="files"))


def _reasons(summary: Summary, voice: Voice) -> Iterator[tuple[str, str]]:
    for skipped in summary.skipped:
        yield skipped.file, skipped_reason(skipped, voice.lang)
    for double in summary.doubles:
        yield double.file, f"{render(double.finding, voice.lang)} ({double.finding.code})"
    for older in summary.older:
        yield (
            older.file,
            voice.say("Een oudere versie van hetzelfde plan; nieuwer is {file}.", file=older.newer),
        )
    for file in summary.own:
        yield file, voice.say("Een overzicht dat dit programma zelf maakte.")


def _why(file: str, why: str) -> Html:
    return el("tr", el("th", people(file), scope="row"), el("td", join(why)))
