"""Writes a plan as a workbook; an empty plan gives the blank template."""

from __future__ import annotations

import os
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import BinaryIO

from mijlpalen_xlsx.format import SHEETS
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.schemes import Scheme, scheme_named
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.hidden_sheet import write_hidden
from mijlpalen_xlsx.writer.layout import Layout

__all__ = ["workbook_bytes", "write_workbook"]


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
            if find_spec(f"{__name__}.{sheet.key}_sheet"):
                module = import_module(f"{__name__}.{sheet.key}_sheet")
                getattr(module, f"write_{sheet.key}")(book)
    write_hidden(book)
    book.sheets["plan"].activate()
    name = layout.sheet_name("plan")
    book.close(
        f"{name} {plan.region}" if plan.region else name, scheme.title.get(book.lang) if scheme else ""
    )
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
