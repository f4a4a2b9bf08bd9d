"""Writes a plan as a workbook; an empty plan gives the blank template."""

from __future__ import annotations

import os
from io import BytesIO
from typing import BinaryIO

from mijlpalen_xlsx.format import SHEETS
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schemes import Scheme, scheme_named
from mijlpalen_xlsx.writer.book import Book, fit
from mijlpalen_xlsx.writer.dashboard_sheet import write_dashboard
from mijlpalen_xlsx.writer.guide_sheet import write_guide
from mijlpalen_xlsx.writer.hidden_sheet import write_hidden
from mijlpalen_xlsx.writer.layout import Layout
from mijlpalen_xlsx.writer.log_sheet import write_log
from mijlpalen_xlsx.writer.plan_sheet import write_plan
from mijlpalen_xlsx.writer.progress_sheet import write_progress
from mijlpalen_xlsx.writer.settings_sheet import write_settings
from mijlpalen_xlsx.writer.trend_sheet import write_trend

__all__ = ["workbook_bytes", "write_workbook"]

_REGION_SHOWN = 120
_WRITERS = {
    "guide": write_guide,
    "plan": write_plan,
    "progress": write_progress,
    "dashboard": write_dashboard,
    "trend": write_trend,
    "log": write_log,
    "settings": write_settings,
}


def workbook_bytes(plan: Plan, scheme: Scheme | None = None) -> bytes:
    """The workbook of a plan; the same plan gives the same bytes.

    Layout, language and scale come from ``plan.about``. ``scheme`` fills in what the plan leaves open;
    without one it is looked up by the name that the plan gives.
    """
    target = BytesIO()
    layout = Layout(plan, scheme or scheme_named(plan.scheme or ""))
    book = Book(target, layout)
    for sheet in SHEETS:
        if plan.about.layout == "full" or not sheet.full_only:
            _WRITERS[sheet.key](book)
    write_hidden(book)
    book.sheets["plan"].activate()
    name = layout.sheet_name("plan")
    region = fit(plan.region or "")[:_REGION_SHOWN]
    subject = layout.scheme.title.get(book.lang) if layout.scheme else ""
    book.close(f"{name} · {region}" if region else name, subject)
    return target.getvalue()


def write_workbook(
    plan: Plan, target: BinaryIO | str | os.PathLike[str], *, scheme: Scheme | None = None
) -> None:
    """Write a plan to a file, whole or not at all, or to something that takes bytes.

    A file that is there already is replaced. Raises OSError when it cannot be written.
    """
    data = workbook_bytes(plan, scheme)
    if isinstance(target, (str, os.PathLike)):
        from mijlpalen_xlsx.files import write_whole

        write_whole(target, data, force=True)
    else:
        target.write(data)
