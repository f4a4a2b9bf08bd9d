"""From a workbook to a Plan: which tables count, in which order, and what is said of the whole."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from mijlpalen_xlsx.format import HIDDEN_SHEET, Activity, General, LogEntry, Milestone, Party, TrendEntry
from mijlpalen_xlsx.kinds import Context
from mijlpalen_xlsx.plan import About, Plan
from mijlpalen_xlsx.reader.bands import settle
from mijlpalen_xlsx.reader.columns import Hints, complete
from mijlpalen_xlsx.reader.copies import without_copies
from mijlpalen_xlsx.reader.grid import Grid
from mijlpalen_xlsx.reader.headers import exact
from mijlpalen_xlsx.reader.log_rows import read_log_table, read_trend_table
from mijlpalen_xlsx.reader.own import PASSED_OVER, Own, about_itself
from mijlpalen_xlsx.reader.plan_rows import Found, read_plan_table
from mijlpalen_xlsx.reader.progress_rows import read_progress_table
from mijlpalen_xlsx.reader.settings_rows import Settings, read_settings
from mijlpalen_xlsx.reader.spans import scale_of, years_of
from mijlpalen_xlsx.reader.surroundings import remarks_about
from mijlpalen_xlsx.reader.tables import Table, find_tables
from mijlpalen_xlsx.reader.zones import headers_seen
from mijlpalen_xlsx.schemes import Scheme, known_schemes, scheme_named
from mijlpalen_xlsx.sheets import Unreadable, Workbook
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["read_workbook"]


def read_workbook(workbook: Workbook, *, scheme: Scheme | None = None) -> Plan:
    """The plan in a workbook, whoever made it. Raises Unreadable with code M006 when there is none."""
    collecting = gc.isenabled()
    gc.disable()  # records have no cycles: looking for some takes a third of the time
    try:
        return _read(workbook, scheme)
    finally:
        if collecting:
            gc.enable()


def _read(workbook: Workbook, scheme: Scheme | None) -> Plan:
    own = about_itself(workbook)
    grids = [Grid(s, workbook) for s in workbook.sheets if normal(s.name) != normal(HIDDEN_SHEET)]
    tables = _tables(grids, own)
    language = own.language or _language(tables)
    first = Context(lang=language, date_1904=workbook.date_1904)
    settings = read_settings(grids, own, first)
    _complete(tables, own, settings)
    tables, copied = without_copies(tables)
    years = _years(tables, own)
    context = first._replace(period=_period(scheme or _scheme(settings), years))
    plan = _plan(tables, own, settings, context, years, workbook.saved_by)
    about = remarks_about(tables, own, [grid.name for grid in grids])
    return replace(plan, remarks=(*about, *copied, *plan.remarks))


def _tables(grids: Sequence[Grid], own: Own) -> list[Table]:
    """Every table of the workbook, sheet by sheet; raises Unreadable when none is a plan or its progress."""
    keys = own.sheet_keys()
    read = [grid for grid in grids if keys.get(normal(grid.name)) not in (*PASSED_OVER, "settings")]
    for loose in (False, True):
        tables = [
            table
            for grid in read
            for table in find_tables(grid, loose=loose, ours=own.record_of(grid.name, keys))
        ]
        tables = [table for table in tables if not (_is_computed(table) or _is_no_plan_of_ours(table, own))]
        if any(table.record in (Milestone, Activity) for table in tables):
            return tables
    raise Unreadable("M006", _what_was_seen(grids))


def _is_no_plan_of_ours(table: Table, own: Own) -> bool:
    """Whether these are parties beside our own sheet of settings, such as on a copy of it."""
    return own.is_ours and table.record is Party


def _is_computed(table: Table) -> bool:
    """Whether a table mostly shows what formulas make of other sheets: a dashboard under another name."""
    entry = {c for c, slot in table.slots.items() if slot.column and not slot.column.computed}
    filled = formulas = 0
    for row in table.lines():
        line = table.grid.rows[row]
        for cell in filter(None, map(line.get, entry)):
            formula = cell.formula is not None
            filled += formula or cell.value is not None
            formulas += formula
    return 2 * formulas > filled


def _what_was_seen(grids: Iterable[Grid]) -> dict[str, object]:
    """The facts for the person whose file holds no plan that we know."""
    seen = {grid.name: headers_seen(grid) for grid in grids}
    nearest = max(seen, key=lambda name: _known_words(seen[name]), default="")
    words = seen.get(nearest, [])
    return {
        "sheets": tuple(seen),
        "headers": tuple(words[:12]),
        "nearest": nearest if _known_words(words) else None,
    }


def _known_words(texts: Iterable[str]) -> int:
    return sum(bool(exact(Milestone, text) or exact(Activity, text)) for text in texts)


def _language(tables: Iterable[Table]) -> Lang:
    """The language of most headers; Dutch when they do not tell."""
    english = dutch = 0
    for table in tables:
        for column, slot in table.slots.items():
            text = table.grid.label(table.head[-1], column)
            if slot.column and text and slot.column.header.nl != slot.column.header.en:
                english += normal(text) == normal(slot.column.header.en)
                dutch += normal(text) == normal(slot.column.header.nl)
    return "en" if english > dutch else "nl"


def _complete(tables: Iterable[Table], own: Own, settings: Settings) -> None:
    """Settle the columns of every table, now that the parties are known."""
    every = list(tables)
    hints = Hints(
        parties=settings.party_words(),
        role_columns=own.columns("plan", "roles"),
        progress_here=not own.is_ours and all(table.record is not Activity for table in every),
        ours=own.is_ours,
    )
    for table in every:
        complete(table, hints)


def _years(tables: Iterable[Table], own: Own) -> tuple[int, int] | None:
    """First and last year of the Gantt columns, else as noted when written, else of the progress sheet."""
    every = list(tables)
    for record, known in ((Milestone, None), (Activity, own.years)):
        if known:
            return known
        found = [span for table in every if table.record is record for span in table.periods().values()]
        if found:
            return years_of(found)
    return None


def _scheme(settings: Settings) -> Scheme | None:
    """The scheme that the workbook names, by its own name or by its title."""
    named = settings.general.values.get("scheme")
    if not named:
        return None
    titled = (scheme for name in known_schemes() if (scheme := scheme_named(name)))
    return scheme_named(named) or next((s for s in titled if normal(named) in map(normal, s.title)), None)


def _period(scheme: Scheme | None, years: tuple[int, int] | None) -> tuple[date, date] | None:
    if scheme:
        return scheme.first, scheme.last
    return (date(years[0], 1, 1), date(years[1], 12, 31)) if years else None


def _plan(
    tables: Sequence[Table],
    own: Own,
    settings: Settings,
    context: Context,
    years: tuple[int, int] | None,
    saved_by: str | None,
) -> Plan:
    found = Found()
    activities: list[Activity] = []
    log: list[LogEntry] = []
    trend: list[TrendEntry] = []
    for table in tables:
        if table.record is Milestone:
            read_plan_table(table, context, found)
        elif table.record is Activity:
            activities += read_progress_table(table, context, found.remarks)
        elif table.record is LogEntry:
            log += read_log_table(table, context)
        elif table.record is TrendEntry:
            trend += read_trend_table(table, context)
    subprojects, milestones = settle(found.bands, found.milestones)
    return Plan(
        about=_about(tables, own, context.lang, saved_by),
        general=General(**settings.general.values, **settings.general.common()),
        years=years,
        report_dates=tuple(settings.report_dates),
        parties=tuple(settings.parties),
        subprojects=subprojects,
        milestones=milestones,
        activities=(*activities, *found.activities),
        log=tuple(log),
        trend=tuple(trend),
        remarks=tuple(found.remarks),
    )


def _about(tables: Iterable[Table], own: Own, language: Lang, saved_by: str | None) -> About:
    spans = [s for table in tables if table.record is Milestone for s in table.periods().values()]
    default = About()
    return About(
        version=own.facts.get("version", default.version),
        layout=own.layout or default.layout,
        language=language,
        scale=scale_of(spans) or own.scale or default.scale,
        recognised_by=own.recognised_by,
        saved_by=saved_by,
        plan_id=own.facts.get("plan_id"),
    )
