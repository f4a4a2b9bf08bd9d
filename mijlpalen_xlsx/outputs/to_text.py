"""The report as text for a person: findings by sheet and cell, then how every deelproject stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.dates import short, written_out
from mijlpalen_xlsx.findings import Finding, Severity
from mijlpalen_xlsx.outputs.figures import Column, figures_line
from mijlpalen_xlsx.outputs.grouped import by_sheet, cell_ranges, fold, mistakes
from mijlpalen_xlsx.outputs.lines import fit, longest, pad, width, wrap
from mijlpalen_xlsx.outputs.no_longer import no_longer
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.standing import rows_of, statuses_of
from mijlpalen_xlsx.outputs.totals import Totals
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.report import FileReport, Report
from mijlpalen_xlsx.schemes import scheme_named
from mijlpalen_xlsx.summary import Counts, Next, Row, combine
from mijlpalen_xlsx.vocabulary import LIGHTS, STATUSES, Light, Status

__all__ = ["cell_ranges", "file_to_text", "report_to_text", "totals_to_text"]

SIGNS = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.HINT: "•"}
STATUS_STYLES = {Status.SLIPPING: "orange", Status.LATE: "red"}
MOST_COLUMNS = 110  # longer lines are hard to read, however wide the window is
NARROW, TABLE_NEEDS = 58, 76
MOST_HINTS = 3
LEAST_TITLE = 12


def report_to_text(report: Report, screen: Screen, *, every: bool = False) -> str:
    """The whole report; files that could not be read only count in its last lines.

    Of one kind of hint on a sheet the first few are shown and the cells of the rest; ``every`` shows all.
    """
    blocks = [file_to_text(file, screen, every=every) for file in report.files if file.readable]
    blocks.append(totals_to_text(Totals.of(report, screen.lang), screen))
    text = "\n\n".join(block for block in blocks if block)
    return f"{text}\n" if text else ""


def file_to_text(file: FileReport, screen: Screen, *, every: bool = False) -> str:
    """One file of the report, without the line end of its last line."""
    return "\n".join(_file(file, screen, every))


def totals_to_text(totals: Totals, screen: Screen) -> str:
    """What the report says of all files together, likewise."""
    return "\n".join(_verdict(totals, screen))


def _room(screen: Screen) -> int:
    return max(20, min(screen.width, MOST_COLUMNS))


def _file(file: FileReport, screen: Screen, every: bool) -> list[str]:
    parts = [_header(file, file.plan, screen)] if file.plan else []
    parts += _findings(file.findings, screen, every)
    parts += [_accepted(file, screen)] if file.accepted else []
    parts += _summary(file, screen)
    return [line for i, part in enumerate(parts) for line in ([""] if i else []) + part]


# Header


def _header(file: FileReport, plan: Plan, screen: Screen) -> list[str]:
    name = screen.say("(standaardinvoer)") if file.file == "-" else screen.text(file.file)
    lines = [screen.paint(line, "bold") for line in wrap(name, _room(screen))]
    about = [part for part in (plan.region, _scheme(plan, screen), _size(plan, screen)) if part]
    about += [screen.say("eigen regels uit {file}", file=file.own.file)] if file.own else []
    return lines + [screen.paint(line, "quiet") for line in _joined(about, screen)]


def _joined(parts: Iterable[str], screen: Screen) -> list[str]:
    """Parts with a dot between them, broken between parts where that is possible."""
    lines: list[str] = []
    for part in map(screen.text, parts):
        together = f"{lines[-1]} {screen.text('·')} {part}" if lines else part
        if lines and width(together) <= _room(screen):
            lines[-1] = together
        else:
            lines += wrap(part, _room(screen))
    return lines


def _scheme(plan: Plan, screen: Screen) -> str | None:
    known = scheme_named(plan.scheme) if plan.scheme else None
    return known.title.get(screen.lang) if known else plan.scheme


def _size(plan: Plan, screen: Screen) -> str:
    milestones = screen.many(len(plan.milestones), "{n} mijlpaal", "{n} mijlpalen")
    if not plan.subprojects:
        return milestones
    within = screen.many(len(plan.subprojects), "{n} deelproject", "{n} deelprojecten")
    return screen.say("{milestones} in {subprojects}", milestones=milestones, subprojects=within)


# Findings


class _Mistake(NamedTuple):
    """What one line says: the weight, the cells, the sentence."""

    severity: Severity
    cells: str
    text: str
    code: str = ""


def _findings(findings: Iterable[Finding], screen: Screen, every: bool) -> list[list[str]]:
    """A part per sheet."""
    return [_sheet(sheet, found, screen, every) for sheet, found in by_sheet(findings).items()]


def _sheet(sheet: str | None, findings: list[Finding], screen: Screen, every: bool) -> list[str]:
    title = screen.text(sheet) if sheet else screen.say("Het hele werkboek")
    said = _mistakes(findings, screen, 999_999 if every else MOST_HINTS)
    label = min(longest(m.cells for m in said if ":" not in m.cells and "," not in m.cells), 7)
    lines = [screen.paint(line, "title") for line in wrap(title, _room(screen))]
    return lines + [line for mistake in said for line in _mistake(mistake, label, screen)]


def _mistakes(findings: list[Finding], screen: Screen, most_hints: int) -> list[_Mistake]:
    """The lines of a sheet; of one kind of hint only the first few, then the cells of the rest."""
    shown, rest = fold(mistakes(findings, screen.lang), most_hints)
    lines = [_Mistake(m.severity, _cells(m.places, screen), screen.text(m.text), m.code) for m in shown]
    hidden = {code: [place for mistake in more for place in mistake.places] for code, more in rest.items()}
    return lines + [_and_more(code, places, screen) for code, places in hidden.items()]


def _and_more(code: str, hidden: list[Address], screen: Screen) -> _Mistake:
    """The hints that are not written out, by their cells."""
    said = screen.say("Hier geldt zoiets ook; lees ze met {option}.", option=f"--select {code}")
    return _Mistake(Severity.HINT, _cells(hidden, screen), said)


def _cells(places: list[Address], screen: Screen) -> str:
    ranges = cell_ranges(places)
    if len(places) < 2:
        return ranges
    return screen.say("{ranges}, {n} cellen", ranges=ranges, n=len(set(places)))


def _severity(severity: Severity, screen: Screen) -> str:
    words = {
        Severity.ERROR: screen.say("fout"),
        Severity.WARNING: screen.say("let op"),
        Severity.HINT: screen.say("tip"),
    }
    return f"{screen.text(SIGNS[severity])} {pad(words[severity], longest(words.values()))}"


def _mistake(mistake: _Mistake, label: int, screen: Screen) -> list[str]:
    """Sign, word and cell, then the sentence with a hanging indent; below it where the screen is narrow."""
    sign = _severity(mistake.severity, screen)
    head = "  " + screen.paint(sign, mistake.severity.value)
    taken = 2 + width(sign) + 2
    indent = taken + (label + 2 if label else 0)
    if _room(screen) < NARROW:
        indent = 4
    long = width(mistake.cells) > label or indent == 4
    lines = []
    if long:
        lines = _hung(head + "  ", wrap(mistake.cells, _room(screen) - taken), " " * taken)
        head = " " * indent
    else:
        head += "  " + (pad(mistake.cells, label) + "  " if label else "")
    text = wrap(f"{mistake.text} {mistake.code}", _room(screen) - indent)
    if mistake.code:
        text[-1] = text[-1].removesuffix(mistake.code) + screen.paint(mistake.code, "quiet")
    return lines + _hung(head, text, " " * indent)


def _hung(head: str, lines: list[str], indent: str) -> list[str]:
    return [(indent if i else head) + line for i, line in enumerate(lines)]


def _accepted(file: FileReport, screen: Screen) -> list[str]:
    """What may stay as it is, and why."""
    lines = [screen.paint(line, "title") for line in wrap(screen.say("Geaccepteerd"), _room(screen))]
    heads = [screen.text(f"{each.finding.at or each.finding.sheet or ''}") for each in file.accepted]
    label = min(longest(heads), 24)
    for head, each in zip(heads, file.accepted, strict=True):
        said = wrap(f"{each.finding.code} {screen.text(each.reason)}", _room(screen) - label - 4)
        lines += _hung(f"  {pad(fit(head, label), label)}  ", said, " " * (label + 4))
    return lines


# Summary per deelproject


def _summary(file: FileReport, screen: Screen) -> list[list[str]]:
    plan = file.plan
    rows = rows_of(file)
    if plan is None or not rows or file.reference_date is None:
        return []
    title = screen.say("Stand per deelproject op {day}", day=written_out(file.reference_date, screen.lang))
    lines = [screen.paint(line, "title") for line in wrap(title, _room(screen))]
    wide = _room(screen) >= TABLE_NEEDS
    body = _table(rows, screen) if wide else _stacked(rows, screen)
    return [lines + body, *_coming(rows, screen)]


def _status_word(status: Status, screen: Screen) -> str:
    return screen.text(STATUSES.show(status, screen.lang))


def _title(row: Row, screen: Screen) -> str:
    number, title = row.keys["subproject"], row.keys["title"]
    if number is None and title is None:
        return screen.say("zonder deelproject")
    return screen.text(" ".join(part for part in (number, title) if part))


def _columns(counts: list[Counts], statuses: list[Status], screen: Screen) -> list[Column]:
    """What to show of the counts of the rows and of the total after them."""
    found = []
    for status in statuses:
        first, _, second = _status_word(status, screen).lower().rpartition(" ")
        of = status is Status.DONE
        figures = [_figure(c.by_status[status], c.standing if of else None) for c in counts]
        found.append(Column((first, second), STATUS_STYLES.get(status), figures))
    if counts[-1].activities:
        for light in LIGHTS:
            figures = [_figure(c.by_light[Light(light.code)]) for c in counts]
            found.append(Column(("", screen.text(light.sign)), light.code, figures))
    return found


def _figure(number: int, of: int | None = None) -> str:
    """A number, or how many of a total: ``3``, ``2/5``, ``·`` for none."""
    if of is None:
        return str(number) if number else "·"
    return f"{number}/{of}" if of else "·"


def _table(rows: tuple[Row, ...], screen: Screen) -> list[str]:
    """A line per deelproject with its figures behind it, and one for all together."""
    counts = [*(row.counts for row in rows), combine(row.counts for row in rows)]
    columns = _columns(counts, statuses_of(rows), screen)
    taken = 2 + sum(column.width + 2 for column in columns)
    titles = [_title(row, screen) for row in rows]
    room = min(_room(screen) - taken, max(longest(titles), 12))
    lines = _heads(columns, room, screen)
    for i, title in enumerate(titles):
        first, *more = _at_most_two(title, room, screen)
        lines.append(figures_line(first, room, columns, i, screen))
        lines += [f"    {line}" for line in more]
    if len(rows) > 1:
        lines.append(screen.paint("  " + screen.text("─") * (room + taken - 2), "quiet"))
        lines.append(figures_line(screen.say("samen"), room, columns, -1, screen))
    return lines


def _heads(columns: list[Column], room: int, screen: Screen) -> list[str]:
    """The heads over two lines; the sign of a light in its own colour."""
    lines = []
    for part, first in enumerate(("", screen.say("deelproject"))):
        named = columns[: max((i for i, c in enumerate(columns, 1) if c.head[part]), default=0)]
        heads = [
            screen.paint(pad(column.head[part], column.width, right=True), column.sign_style or "quiet")
            for column in named
        ]
        lines.append("  " + "  ".join((screen.paint(pad(first, room), "quiet"), *heads)))
    return lines


def _at_most_two(title: str, room: int, screen: Screen) -> list[str]:
    """The title on one line, or on two with the rest left out."""
    first, *more = wrap(title, room, 999)
    return [first, *(screen.text(fit(line, room - 2)) for line in more)]


def _stacked(rows: tuple[Row, ...], screen: Screen) -> list[str]:
    """A few lines per deelproject, for a screen too narrow for a table."""
    statuses = statuses_of(rows)
    lines = []
    for row in rows:
        lines += _hung("  ", wrap(_title(row, screen), _room(screen) - 2, _room(screen) - 4), "    ")
        counts = ", ".join(_worded(row.counts, statuses, screen))
        lines += _hung("    ", wrap(counts, _room(screen) - 4), "    ")
        if row.counts.activities:
            lines += _lights(row.counts, screen)
    return lines


def _worded(counts: Counts, statuses: list[Status], screen: Screen) -> Iterator[str]:
    yield screen.many(counts.milestones, "{n} mijlpaal", "{n} mijlpalen")
    for status in statuses:
        if counts.by_status[status]:
            yield f"{counts.by_status[status]} {_status_word(status, screen).lower()}"


def _lights(counts: Counts, screen: Screen) -> list[str]:
    """The lights beside each other, or under each other where there is no room."""
    plain, painted = [], []
    for light in LIGHTS:
        sign = screen.text(light.sign)
        rest = f" {screen.text(light.word.get(screen.lang)).lower()} {counts.by_light[Light(light.code)]}"
        plain.append(sign + rest)
        painted.append(screen.paint(sign, light.code) + rest)
    fits = 4 + width("  ".join(plain)) <= _room(screen)
    return ["    " + "  ".join(painted)] if fits else [f"    {light}" for light in painted]


def _coming(rows: tuple[Row, ...], screen: Screen) -> list[list[str]]:
    """The next date of every deelproject."""
    first = sorted((row.counts.next[0] for row in rows if row.counts.next), key=lambda n: n.date)
    if not first:
        return []
    days = [screen.text(short(n.date, screen.lang)) for n in first]
    numbers = [screen.text(n.number or "") for n in first]
    day_room, number_room = longest(days), longest(numbers)
    lines = [screen.paint(screen.say("Wat eraan komt"), "title")]
    for coming, day, number in zip(first, days, numbers, strict=True):
        head = "  " + "  ".join(
            part for part in (pad(day, day_room, right=True), pad(number, number_room)) if part
        )
        lines.append(f"{head}  {_what(coming, _room(screen) - width(head) - 2, screen)}")
    return [lines]


def _what(coming: Next, room: int, screen: Screen) -> str:
    """The milestone in one line, with its status behind it when it is late or slipping."""
    title, word = screen.text(coming.title or ""), _status_word(coming.status, screen).lower()
    left = room - width(word) - 2
    if coming.status not in STATUS_STYLES or left < LEAST_TITLE:
        return screen.text(fit(title, room))
    return f"{screen.text(fit(title, left))}  {screen.paint(word, STATUS_STYLES[coming.status])}"


# The last lines


def _verdict(totals: Totals, screen: Screen) -> list[str]:
    lines = []
    if totals.files > 1:
        read = totals.files - len(totals.unreadable)
        lines.append(screen.many(read, "{n} bestand gecontroleerd.", "{n} bestanden gecontroleerd."))
    if totals.unreadable and totals.files > 1:
        names = ", ".join(outcome.file for outcome in totals.unreadable)
        lines += wrap(screen.say("Niet gelezen: {names}.", names=names), _room(screen))
    if len(totals.unreadable) < totals.files:
        lines += _counted(totals, screen)
    return lines + _unused(totals, screen)


def _counted(totals: Totals, screen: Screen) -> list[str]:
    counts = totals.counts
    said = {
        Severity.ERROR: screen.many(counts[Severity.ERROR], "{n} fout", "{n} fouten"),
        Severity.WARNING: screen.many(counts[Severity.WARNING], "{n} keer let op", "{n} keer let op"),
        Severity.HINT: screen.many(counts[Severity.HINT], "{n} tip", "{n} tips"),
    }
    accepted = totals.accepted
    if not any(counts.values()):
        clean = screen.say("Geen fouten gevonden.")
        if accepted:
            clean += f" {screen.many(accepted, '{n} geaccepteerd', '{n} geaccepteerd')}."
        return [screen.paint(f"{screen.text('✔')} {clean}", "green")]
    parts = [
        screen.paint(f"{screen.text(SIGNS[severity])} {text}", severity.value)
        for severity, text in said.items()
        if counts[severity]
    ]
    if accepted:
        parts.append(screen.many(accepted, "{n} geaccepteerd", "{n} geaccepteerd"))
    return ["   ".join(parts), *(screen.paint(line, "quiet") for line in _explain(totals, screen))]


def _explain(totals: Totals, screen: Screen) -> list[str]:
    """How to read more of the heaviest finding; an own rule has no page."""
    if not totals.heaviest:
        return []
    hint = screen.say(
        "Meer uitleg bij een code: {command}", command=f"mijlpalen-xlsx explain {totals.heaviest}"
    )
    return wrap(hint, _room(screen))


def _unused(totals: Totals, screen: Screen) -> list[str]:
    """What is accepted and is not there any more."""
    lines = []
    for own, accept in totals.unused:
        lines += wrap(screen.text(no_longer(own.file, accept, screen.lang)), _room(screen))
    return lines
