"""Versions of a plan beside each other as text for a person: what changed at every step, then the trend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mijlpalen_xlsx.comparison import (
    Comparison,
    Line,
    Section,
    Step,
    Trend,
    TrendLine,
    What,
    sections,
    trend_of,
)
from mijlpalen_xlsx.comparison.told import text
from mijlpalen_xlsx.findings import Finding
from mijlpalen_xlsx.outputs.compared import (
    TREND_FROM,
    arrow,
    cell,
    counted,
    heading,
    moment,
    notes,
    step_title,
    trend_sentence,
)
from mijlpalen_xlsx.outputs.lines import fit, longest, pad, width, wrap
from mijlpalen_xlsx.outputs.screen import Screen
from mijlpalen_xlsx.outputs.sentence import render

__all__ = ["compare_to_text"]

MOST_COLUMNS = 110  # longer lines are hard to read, however wide the window is
LONGEST = 90
"""Characters of an old or new text in a phrase."""
LEAST_TITLE = 16
MOST_NUMBER = 8

_STYLES = {What.DONE: "green", What.LATER: "orange", What.LATE: "red", What.WENT: "red"}


def compare_to_text(comparison: Comparison, screen: Screen) -> str:
    """Everything that changed; the trend when there are three versions or more."""
    blocks = [list(_head(comparison, screen))]
    for step in comparison.steps:
        blocks += _step(step, screen)
    if len(comparison.versions) >= TREND_FROM:
        blocks.append(list(_trend(trend_of(comparison), screen)))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _room(screen: Screen) -> int:
    return max(24, min(screen.width, MOST_COLUMNS))


def _wrapped(words: str, screen: Screen, style: str | None = None, indent: int = 0) -> list[str]:
    lines = wrap(screen.text(words), _room(screen) - indent)
    return [" " * indent + (screen.paint(line, style) if style else line) for line in lines]


def _head(comparison: Comparison, screen: Screen) -> Iterator[str]:
    yield from _wrapped(heading(comparison, screen.lang), screen, "bold")
    days = [moment(version, screen.lang) for version in comparison.versions]
    for day, version in zip(days, comparison.versions, strict=True):
        file = screen.text(version.file)
        one = f"  {pad(screen.text(day), longest(days))}  {file}" if version.day and file else f"  {day}"
        yield screen.paint(fit(one, _room(screen)), "quiet")
    for note in notes(comparison, screen.lang):
        yield from _hung(f"{screen.text('▲')} ", note, screen, "warning")


def _hung(head: str, words: str, screen: Screen, style: str | None = None) -> list[str]:
    """A paragraph behind a ``head`` in this style; its later lines stand under its first word."""
    lines = wrap(screen.text(words), _room(screen) - width(head))
    first = screen.paint(head, style) if style else head
    return [(" " * width(head) if at else first) + line for at, line in enumerate(lines)]


# One step


def _step(step: Step, screen: Screen) -> list[list[str]]:
    title = _wrapped(step_title(step, screen.lang), screen, "title")
    found = counted(step, screen.lang)
    bare = [said for _, said in found]
    summary = _joined(bare, [_painted_count(what, said, screen) for what, said in found], screen)
    blocks = [[*title, *summary]]
    if step.findings:
        blocks.append(list(_findings(step.findings, screen)))
    told = sections(step, screen.lang, LONGEST)
    blocks += [list(_section(section, screen)) for section in told]
    if not told:
        blocks[0] += _wrapped(screen.say("Er is niets veranderd."), screen, indent=2)
    return blocks


def _painted_count(what: What, said: str, screen: Screen) -> str:
    style = _STYLES.get(what)
    return screen.paint(screen.text(said), style) if style else screen.text(said)


def _joined(bare: Sequence[str], painted: Sequence[str], screen: Screen) -> list[str]:
    """Parts with a dot between them, broken between parts; ``bare`` is how wide the painted ones are."""
    lines: list[str] = []
    used = 0
    for plain, part in zip(bare, painted, strict=True):
        if lines and used + 3 + width(plain) <= _room(screen):
            lines[-1] += f" {screen.text('·')} {part}"
            used += 3 + width(plain)
        else:
            lines.append(f"  {part if 2 + width(plain) <= _room(screen) else fit(plain, _room(screen) - 2)}")
            used = 2 + width(plain)
    return lines


def _findings(findings: Iterable[Finding], screen: Screen) -> Iterator[str]:
    yield screen.paint(screen.say("Let op"), "bold")
    for finding in findings:
        place = f"{finding.at} " if finding.at else ""
        said = f"{place}{render(finding, screen.lang)} {finding.code}"
        yield from _hung(f"  {screen.text('▲')} ", said, screen, "warning")


def _section(section: Section, screen: Screen) -> Iterator[str]:
    yield from _wrapped(section.title, screen, "bold")
    label = min(longest(line.number or "" for line in section.lines), MOST_NUMBER)
    for line in section.lines:
        yield from _line(line, label, screen)


def _line(line: Line, label: int, screen: Screen) -> Iterator[str]:
    """Number and text on one line, then a line or more per phrase."""
    number = screen.text(line.number or "")
    indent = 2 + (label + 2 if label else 0)
    head = f"  {pad(fit(number, label), label)}  " if label else "  "
    yield head + fit(screen.text(line.title), _room(screen) - indent)
    for said in line.said:
        for at, words in enumerate(wrap(screen.text(said), _room(screen) - indent - 2)):
            lead = " " if at else screen.text("·")
            yield " " * indent + screen.paint(f"{lead} {words}", "quiet")


# The trend


def _trend(trend: Trend, screen: Screen) -> Iterator[str]:
    yield from _wrapped(screen.say("Verloop van de verwachte datum"), screen, "title")
    lines = trend.moved
    if lines:
        heads = [screen.text(moment(version, screen.lang, brief=True)) for version in trend.versions]
        cells = [[_cell(line, at, screen) for at in range(len(heads))] for line in lines]
        label = min(longest(line.latest.number or "" for line in lines), MOST_NUMBER)
        widths = [longest((head, *(row[at] for row in cells))) for at, head in enumerate(heads)]
        title = _room(screen) - 2 - (label + 2) - sum(2 + w for w in widths)
        fits = title >= LEAST_TITLE and max(widths) <= 16
        yield from (
            _table(lines, heads, cells, widths, label, title, screen)
            if fits
            else _stacked(lines, heads, cells, screen)
        )
    if told := trend_sentence(trend, screen.lang):
        yield from _wrapped(told, screen, indent=2)


def _cell(line: TrendLine, at: int, screen: Screen) -> str:
    said = cell(line.estimates[at], screen.lang)
    return screen.text(f"{arrow(line, at)} {said}".strip())


def _table(
    lines: Sequence[TrendLine],
    heads: Sequence[str],
    cells: Sequence[Sequence[str]],
    widths: Sequence[int],
    label: int,
    title: int,
    screen: Screen,
) -> Iterator[str]:
    head = "".join(f"  {pad(word, w, right=True)}" for word, w in zip(heads, widths, strict=True))
    said = fit(screen.say("geschat op"), title)
    yield screen.paint("  " + pad("", label) + "  " + pad(said, title, right=True) + head, "quiet")
    for line, row in zip(lines, cells, strict=True):
        number = pad(fit(screen.text(line.latest.number or ""), label), label)
        words = pad(fit(screen.text(text(line.latest.title)), title), title)
        days = "".join("  " + _painted(day, w, screen) for day, w in zip(row, widths, strict=True))
        yield f"  {number}  {words}{days}"


def _painted(day: str, room: int, screen: Screen) -> str:
    signs = {screen.text("▲"): "orange", screen.text("▼"): "green"}
    style = signs.get(day[:1])
    padded = pad(day, room, right=True)
    return screen.paint(padded, style) if style else padded


def _stacked(
    lines: Sequence[TrendLine], heads: Sequence[str], cells: Sequence[Sequence[str]], screen: Screen
) -> Iterator[str]:
    """A few lines per milestone, for a narrow screen or many versions."""
    for line, row in zip(lines, cells, strict=True):
        name = " ".join(filter(None, (line.latest.number, text(line.latest.title))))
        yield "  " + fit(screen.text(name), _room(screen) - 2)
        for head, day in zip(heads, row, strict=True):
            left = _room(screen) - 6 - width(day)
            yield f"    {fit(pad(head, longest(heads)), left)}  {_painted(day, 0, screen)}"
