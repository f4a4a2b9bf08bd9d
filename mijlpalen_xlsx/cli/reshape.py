"""The same plan in another language, scale or layout of workbook, and in the newest version of the format."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mijlpalen_xlsx.words import Lang

if TYPE_CHECKING:
    from mijlpalen_xlsx.plan import Plan

__all__ = ["reshape"]


def reshape(
    plan: Plan, *, lang: Lang | None = None, scale: str | None = None, layout: str | None = None
) -> Plan:
    """The plan with what was asked for; None leaves a thing as it is."""
    from mijlpalen_xlsx.format import VERSION
    from mijlpalen_xlsx.periods import Scale

    about = plan.about
    about = dataclasses.replace(
        about,
        version=VERSION,
        language=lang or about.language,
        scale=Scale(scale) if scale else about.scale,
        layout=layout or about.layout,
    )
    return dataclasses.replace(plan, about=about)
