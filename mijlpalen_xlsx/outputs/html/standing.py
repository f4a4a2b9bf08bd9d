"""How the plan stands: a table per deelproject with a bar for its statuses, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.dates import short
from mijlpalen_xlsx.outputs.html.markup import Html, el, join, people
from mijlpalen_xlsx.outputs.html.page import table
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.outputs.standing import statuses_of
from mijlpalen_xlsx.rules import redact
from mijlpalen_xlsx.summary import Counts, Next, Row, combine
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, Status

__all__ = ["coming", "standing"]

_BAR = 200  # units of the bar's own scale


def standing(rows: tuple[Row, ...], caption: str, voice: Voice) -> Html:
    """A line per deelproject, and one for all together."""
    counts = [*(row.counts for row in rows), combine(row.counts for row in rows)]
    lit = bool(counts[-1].activities)
    statuses = statuses_of(rows)
    names = [_name(row, voice) for row in rows]
    lines = [
        _line(name, count, statuses, lit=lit) for name, count in zip(names, counts, strict=False)
    ]  # the total has no name of its own
    if len(rows) > 1:
        lines.append(_line(Html(voice.say("samen")), counts[-1], statuses, lit=lit, total=True))
    return table(caption, list(_heads(statuses, voice, lit=lit)), lines, name="standing")


def _heads(statuses: list[Status], voice: Voice, *, lit: bool) -> Iterator[Html]:
    yield el("th", voice.say("deelproject"), scope="col")
    for status in statuses:
        key = el("span", class_=f"key {status.value}", aria_hidden="true")
        yield el("th", key, STATUSES.show(status, voice.lang).lower(), scope="col", class_="figure")
    for light in LIGHTS if lit else ():
        key = el("span", light.sign, class_=f"light {light.code}", aria_hidden="true")
        yield el("th", key, " ", light.word.get(voice.lang).lower(), scope="col", class_="figure")


def _name(row: Row, voice: Voice) -> Html:
    number, title = row.keys["subproject"], row.keys["title"]
    if number is None and title is None:
        return Html(voice.say("zonder deelproject"))
    return people(redact(" ".join(part for part in (number, title) if part)))


def _line(name: Html, counts: Counts, statuses: list[Status], *, lit: bool, total: bool = False) -> Html:
    figures = [
        _figure(counts.by_status[status], counts.standing if status is Status.DONE else None)
        for status in statuses
    ]
    if lit:
        figures += [_figure(counts.by_light[Light(light.code)]) for light in LIGHTS]
    head = el("th", name, _bar(counts), scope="row")
    return el("tr", head, *figures, class_="total" if total else None)


def _figure(number: int, of: int | None = None) -> Html:
    shown = f"{number} / {of}" if of else str(number)
    return el("td", shown, class_="figure" if number else "figure none")


def _bar(counts: Counts) -> Html | None:
    """The statuses as parts of one bar; the figures say the same, so it is not read aloud."""
    if not counts.milestones:
        return None
    parts, left = [], 0
    for term in STATUSES:
        number = counts.by_status[Status(term.code)]
        if number:
            start, end = _BAR * left // counts.milestones, _BAR * (left + number) // counts.milestones
            parts.append(el("rect", x=start, y=0, width=end - start, height=6, class_=term.code))
        left += number
    return el(
        "svg",
        *parts,
        class_="bar",
        viewBox=f"0 0 {_BAR} 6",
        preserveAspectRatio="none",
        aria_hidden="true",
        focusable="false",
    )


def coming(rows: tuple[Row, ...], caption: str, voice: Voice) -> Html | None:
    """The next milestone of every deelproject by date; None when nothing is to come."""
    first = sorted((row.counts.next[0] for row in rows if row.counts.next), key=lambda n: n.date)
    if not first:
        return None
    words = voice.say("datum"), voice.say("nummer"), voice.say("mijlpaal"), voice.say("stand")
    heads = [el("th", word, scope="col") for word in words]
    return table(caption, heads, [_next(each, voice) for each in first], name="coming")


def _next(coming: Next, voice: Voice) -> Html:
    key = el("span", class_=f"key {coming.status.value}", aria_hidden="true")
    return el(
        "tr",
        el("td", short(coming.date, voice.lang), class_="day"),
        el("td", people(redact(coming.number or ""))),
        el("th", people(redact(coming.title or "")), scope="row"),
        el("td", join(key, STATUSES.show(coming.status, voice.lang).lower()), class_="day"),
    )
