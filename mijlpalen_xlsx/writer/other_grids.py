"""Where everything stands on the sheets Instellingen, Trend and Logboek; rows and columns count from 0."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from mijlpalen_xlsx.format import Column, General, LogEntry, columns
from mijlpalen_xlsx.records import dataclass
from mijlpalen_xlsx.writer.layout import Layout

__all__ = ["FrontGrid", "LogGrid", "TrendGrid", "front_grid", "log_grid", "trend_grid"]

SPARE_LOG_ROWS, LOG_ROWS_ON_A_PAGE = 8, 24
SPARE_TREND_ROWS, LEAST_TREND_ROWS = 3, 10
SPARE_REPORT_DATES, LEAST_TREND_DATES = 2, 8
LEAST_OWN_DATES, SPARE_OWN_DATES = 6, 2


@dataclass(frozen=True)
class LogGrid:
    """The sheet Logboek: one column per key of a log entry, then the person's own columns."""

    columns: dict[str, int]
    declared: tuple[Column, ...]
    rows: int
    own_columns: tuple[str, ...]

    head_row, first_row = 3, 4

    @property
    def last_row(self) -> int:
        return self.first_row + self.rows - 1

    @property
    def last_column(self) -> int:
        return len(self.declared) + len(self.own_columns) - 1


@dataclass(frozen=True)
class TrendGrid:
    """The sheet Trend: number, title, then a column per report date; None is one still to be filled in.

    A report date may stand there twice, when one row has two estimates for it.
    """

    dates: tuple[date | None, ...]
    rows: int
    own_columns: tuple[str, ...]

    group_row, head_row, first_row = 4, 5, 6
    number_column, title_column, first_date = 1, 2, 3

    @property
    def last_row(self) -> int:
        return self.first_row + self.rows - 1

    @property
    def last_date(self) -> int:
        return self.first_date + len(self.dates) - 1

    @property
    def last_column(self) -> int:
        return self.last_date + len(self.own_columns)

    @property
    def chart_row(self) -> int:
        return self.last_row + 2


@dataclass(frozen=True)
class FrontGrid:
    """The sheet Instellingen, as far as ``SettingsGrid`` leaves it open.

    ``extra_lines`` are lines of the person's own under the general settings, ``party_columns`` own columns
    right of the parties. The lists stand right of those; what the scheme says stands under the report dates.
    """

    first_row: int
    extra_lines: tuple[str, ...]
    party_columns: tuple[str, ...]
    own_dates: int
    list_column: int
    last_party_row: int

    @property
    def last_general_row(self) -> int:
        return self.first_row + len(columns(General)) + len(self.extra_lines) - 1

    @property
    def dates_head_row(self) -> int:
        return self.last_general_row + 4

    @property
    def last_date_row(self) -> int:
        return self.dates_head_row + self.own_dates

    @property
    def scheme_row(self) -> int:
        """First row of the block about the scheme."""
        return self.last_date_row + 2


def log_grid(layout: Layout) -> LogGrid:
    """Rows for every line of the log and spare ones below."""
    declared = columns(LogEntry)
    log = layout.plan.log
    return LogGrid(
        columns={column.key: index for index, column in enumerate(declared)},
        declared=declared,
        rows=max(LOG_ROWS_ON_A_PAGE - 2 * len(log), len(log) + SPARE_LOG_ROWS),  # filled rows are higher
        own_columns=tuple(dict.fromkeys(header for entry in log for header in entry.extra)),
    )


def _report_dates(layout: Layout) -> list[date]:
    """Every report date that anybody named, in order; as often as the row that has it most often."""
    known = dict.fromkeys(layout.plan.report_dates, 1)
    known |= {moment.day: 1 for moment in (layout.scheme.report_dates if layout.scheme else ())}
    for entry in layout.plan.trend:
        for day, pairs in groupby(sorted(day for day, _ in entry.expected)):
            known[day] = max(known.get(day, 0), len(list(pairs)))
    return [day for day in sorted(known) for _ in range(known[day])]


def trend_grid(layout: Layout) -> TrendGrid:
    """Columns for every known report date and a few spare ones, rows for every entry and a few more."""
    dates = _report_dates(layout)
    spare = max(LEAST_TREND_DATES - len(dates), SPARE_REPORT_DATES)
    trend = layout.plan.trend
    return TrendGrid(
        dates=(*dates, *[None] * spare),
        rows=max(LEAST_TREND_ROWS, len(trend) + SPARE_TREND_ROWS),
        own_columns=tuple(dict.fromkeys(header for entry in trend for header in entry.extra)),
    )


def front_grid(layout: Layout) -> FrontGrid:
    """Instellingen: own lines, own columns and own dates as far as the plan has them, and spare ones."""
    base = layout.settings_grid
    own = tuple(dict.fromkeys(header for party in layout.plan.parties for header in party.extra))
    dates = len(layout.plan.report_dates)
    return FrontGrid(
        first_row=base.first_row,
        extra_lines=tuple(layout.plan.general.extra),
        party_columns=own,
        own_dates=max(LEAST_OWN_DATES, dates + SPARE_OWN_DATES),
        list_column=base.list_column + len(own),
        last_party_row=base.last_party_row,
    )
