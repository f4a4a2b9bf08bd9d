"""The summary as text: a table per way of grouping, then what is not in it and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mijlpalen_xlsx.dates import short, written_out
from mijlpalen_xlsx.outputs.figures import Column, figures_line
from mijlpalen_xlsx.outputs.lines import fit, longest, pad, width, wrap
from mijlpalen_xlsx.outputs.overview import key_text, label, skipped_reason, table_title
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.standing import says_something, statuses_of
from mijlpalen_xlsx.outputs.trouble import named
from mijlpalen_xlsx.summary import Counts, Row, Summary
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, Status

__all__ = ["summary_to_text"]

MOST_COLUMNS = 120
TABLE_NEEDS = 72
LEAST_LABEL, MOST_NAMED, MOST_COMING = 26, 20, 10
_STYLES = {Status.SLIPPING: "orange", Status.LATE: "red"}


def summary_to_text(summary: Summary, screen: Screen, *, detail: bool = False) -> str:
    """The whole summary. With ``detail`` every row that was counted, under its file, with its cell."""
    blocks = [_head(summary, screen)]
    shown = {name: tuple(filter(says_something, rows)) for name, rows in summary.tables.items()}
    blocks += [_table(name, rows, summary, screen) for name, rows in shown.items() if rows]
    blocks.append(_coming(summary, screen))
    if detail:
        blocks += _detail(summary, screen)
    blocks.append(_left_out(summary, screen))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _room(screen: Screen) -> int:
    return max(20, min(screen.width, MOST_COLUMNS))


def _head(summary: Summary, screen: Screen) -> list[str]:
    said = screen.many(summary.workbooks, "{n} werkboek samengevat", "{n} werkboeken samengevat")
    lines = [screen.paint(said, "bold")]
    days = sorted({source.day for source in summary.sources})
    if days:
        first, last = written_out(days[0], screen.lang), written_out(days[-1], screen.lang)
        about = (
            screen.say("Stand op {day}.", day=first)
            if first == last
            else screen.say("Stand van elk plan op zijn eigen peildatum: {first} tot en met {last}.",
                            first=first, last=last)
        )  # fmt: skip
        lines += [screen.paint(line, "quiet") for line in wrap(about, _room(screen))]
    if summary.period:
        first, last = (written_out(day, screen.lang) for day in summary.period)
        lines += wrap(
            screen.say("Periode: {first} tot en met {last}.", first=first, last=last), _room(screen)
        )
    return lines


# Tables


def _table(name: str, rows: tuple[Row, ...], summary: Summary, screen: Screen) -> list[str]:
    title = screen.paint(screen.text(table_title(name, screen.lang)), "title")
    total = summary.total
    counts = [*(row.counts for row in rows), *([total] if total and len(rows) > 1 else [])]
    columns = _columns(counts, rows, summary, screen)
    if _room(screen) < TABLE_NEEDS:
        return [title, *_stacked(rows, columns, screen)]
    taken = 2 + sum(column.width + 2 for column in columns)
    labels = [_label(row, screen) for row in rows] + (
        [screen.say("samen")] if len(counts) > len(rows) else []
    )
    wanted = longest(labels)
    beside = _room(screen) - taken >= min(wanted, LEAST_LABEL)
    room = min(_room(screen) - taken, wanted) if beside else max(0, min(_room(screen) - taken, 6))
    lines = [title, *_heads(columns, room, screen)]
    region = None
    for at, text in enumerate(labels):
        if at == len(rows):
            lines.append(screen.paint("  " + screen.text("─") * (room + taken - 2), "quiet"))
        elif _region(rows[at], screen) != region:
            region = _region(rows[at], screen)
            lines += [f"  {screen.paint(line, 'bold')}" for line in wrap(region or "", _room(screen) - 2)]
        if not beside:
            lines += _hung(wrap(text, _room(screen) - 2, _room(screen) - 4))
        lines.append(figures_line(fit(text, room) if beside else "", room, columns, at, screen))
    return lines + _more_than_once(rows, summary, screen)


def _more_than_once(rows: tuple[Row, ...], summary: Summary, screen: Screen) -> list[str]:
    total = summary.total
    if total is None or sum(row.counts.milestones for row in rows) <= total.milestones:
        return []
    said = screen.say(
        "Een mijlpaal van meer partijen staat bij elk van hen; in het totaal telt hij één keer."
    )
    return [f"  {screen.paint(line, 'quiet')}" for line in wrap(said, _room(screen) - 2)]


def _region(row: Row, screen: Screen) -> str | None:
    """The region as a heading above its rows, unless it is all that the rows are about."""
    if "region" not in row.keys or len(row.keys) == 1:
        return None
    return screen.text(key_text("region", row.keys["region"], screen.lang))


def _label(row: Row, screen: Screen) -> str:
    return screen.text(label(row, screen.lang, with_region=len(row.keys) == 1))


def _columns(counts: list[Counts], rows: tuple[Row, ...], summary: Summary, screen: Screen) -> list[Column]:
    found = list(_of_period(counts, screen) if summary.period else _of_statuses(counts, rows, screen))
    if any(count.activities for count in counts):
        for light in LIGHTS:
            numbers = [_figure(c.by_light[Light(light.code)]) for c in counts]
            found.append(Column(("", screen.text(light.sign)), light.code, numbers))
    found = [column for column in found if any(figure != "·" for figure in column.figures)]
    if any(count.effort for count in counts):
        hours = [_figure(round(c.effort or 0)) for c in counts]
        found.append(Column(("", screen.say("uren")), None, hours))
    return found


def _of_statuses(counts: list[Counts], rows: tuple[Row, ...], screen: Screen) -> Iterator[Column]:
    for status in statuses_of(rows):
        first, _, second = screen.text(STATUSES.show(status, screen.lang)).lower().rpartition(" ")
        of = status is Status.DONE
        numbers = [_figure(c.by_status[status], c.standing if of else None) for c in counts]
        yield Column((first, second), _STYLES.get(status), numbers)


def _of_period(counts: list[Counts], screen: Screen) -> Iterator[Column]:
    heads = {
        "due": ("", screen.say("gepland")),
        "done": ("", screen.say("gereed")),
        "late": (screen.say("niet"), screen.say("gehaald")),
        "cancelled": ("", screen.say("vervallen")),
    }
    for key, head in heads.items():
        numbers = [_figure(getattr(c.period, key, 0)) for c in counts]
        yield Column(head, "red" if key == "late" else None, numbers)


def _figure(number: int, of: int | None = None) -> str:
    """A number, or how many of a total: ``3``, ``2/5``, ``·`` for none."""
    if of is None:
        return str(number) if number else "·"
    return f"{number}/{of}" if of else "·"


def _heads(columns: list[Column], room: int, screen: Screen) -> list[str]:
    lines = []
    for part in (0, 1):
        heads = (pad(column.head[part], column.width, right=True) for column in columns)
        line = ("  " + "  ".join((" " * room, *heads))).rstrip()
        if line:
            lines.append(screen.paint(line, "quiet"))
    return lines


def _stacked(rows: tuple[Row, ...], columns: list[Column], screen: Screen) -> list[str]:
    """A few lines per row, for a screen too narrow for a table."""
    lines, region = [], None
    for at, row in enumerate(rows):
        if _region(row, screen) != region:
            region = _region(row, screen)
            lines += [f"  {line}" for line in wrap(region or "", _room(screen) - 2)]
        lines += [f"    {line}" for line in wrap(_label(row, screen), _room(screen) - 4)]
        said = [
            f"{' '.join(filter(None, c.head))} {screen.text(c.figures[at])}"
            for c in columns
            if c.figures[at] != "·"
        ]
        lines += [f"      {line}" for line in wrap(", ".join(said), _room(screen) - 6)]
    return lines


# What comes next, the rows behind the numbers, what is not in it


def _coming(summary: Summary, screen: Screen) -> list[str]:
    """The first milestones to come, by date, with the region or deelproject that they belong to."""
    rows = next((rows for name, rows in summary.tables.items() if name in ("subproject", "region")), ())
    coming = sorted(((n, row) for row in rows for n in row.counts.next), key=lambda pair: pair[0].date)
    if not coming:
        return []
    shown = coming[:MOST_COMING]
    days = [screen.text(short(n.date, screen.lang)) for n, _ in shown]
    lines = [screen.paint(screen.say("Wat eraan komt"), "title")]
    for (following, row), day in zip(shown, days, strict=True):
        where = screen.text(" ".join(filter(None, (row.keys["region"], following.number))))
        head = f"  {pad(day, longest(days), right=True)}  {where}  "
        lines.append(fit(head + screen.text(following.title or ""), _room(screen)))
    return lines


def _detail(summary: Summary, screen: Screen) -> Iterator[list[str]]:
    """Every row that was counted, under its file: the cell, the number, what it is, and how it stands."""
    for source in summary.sources:
        lines = [screen.paint(line, "title") for line in wrap(screen.text(source.file), _room(screen))]
        for m in source.milestones:
            stands = STATUSES.show(m.status, screen.lang)
            lines += _row(m.cells, m.number, m.title, stands, screen)
        for a in source.activities:
            stands = key_text("light", a.light and a.light.value, screen.lang)
            lines += _row(a.cells, a.number, a.description, stands, screen)
        yield lines


def _row(
    cells: Mapping[str, str], number: str | None, title: str | None, stands: str, screen: Screen
) -> list[str]:
    """One row in one line, or in two where the screen is narrow."""
    cell, words = next(iter(cells.values()), ""), screen.text(stands).lower()
    head = f"  {pad(screen.text(cell), 20)}  {pad(screen.text(number or ''), 5)}  "
    room = _room(screen) - width(head) - width(words) - 2
    if room < LEAST_LABEL // 2:
        below = fit(f"    {screen.text(title or '')}", _room(screen) - width(words) - 2)
        return [fit(head.rstrip(), _room(screen)), f"{below}  {words}"]
    return [f"{head}{pad(fit(screen.text(title or ''), room), room)}  {words}"]


def _left_out(summary: Summary, screen: Screen) -> list[str]:
    """Nothing is left out in silence: unread files with their reason, doubles, older versions."""
    return [
        *_files([named(s.file, skipped_reason(s, screen.lang)) for s in summary.skipped],
                "{n} bestand niet gelezen", "{n} bestanden niet gelezen", screen),
        *_files([screen.say("{file}: hetzelfde plan als {other}", file=d.file, other=d.other) + " (M801)"
                 for d in summary.doubles],
                "{n} bestand met een plan dat er al is, telt één keer mee",
                "{n} bestanden met een plan dat er al is, tellen één keer mee", screen),
        *_files([screen.say("{file}: nieuwer is {other}", file=o.file, other=o.newer) for o in summary.older],
                "{n} oudere versie telt niet mee", "{n} oudere versies tellen niet mee", screen),
        *_files([screen.text(file) for file in summary.own],
                "{n} overzicht van dit programma overgeslagen",
                "{n} overzichten van dit programma overgeslagen", screen),
    ]  # fmt: skip


def _files(said: list[str], one: str, more: str, screen: Screen) -> list[str]:
    if not said:
        return []
    lines = [screen.paint(line, "bold") for line in wrap(screen.many(len(said), one, more), _room(screen))]
    for sentence in said[:MOST_NAMED]:
        lines += _hung(wrap(screen.text(sentence), _room(screen) - 2, _room(screen) - 4))
    if len(said) > MOST_NAMED:
        lines.append("  " + screen.say("… en nog {n}; alle staan in de JSON.", n=len(said) - MOST_NAMED))
    return lines


def _hung(lines: list[str]) -> list[str]:
    return [("    " if i else "  ") + line for i, line in enumerate(lines)]
