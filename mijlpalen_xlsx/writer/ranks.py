"""The ranking numbers in the hidden columns, by which the dashboard finds the worst rows: formula and value.

A rank is unique within its column: the earlier of two equal rows comes first.
"""

from __future__ import annotations

from mijlpalen_xlsx.vocabulary import LIGHTS, ROW_KINDS, STAGES, STATUSES, Light, RowKind, Stage, Status
from mijlpalen_xlsx.words import Lang
from mijlpalen_xlsx.writer.layout import PlanGrid, ProgressGrid, a1

__all__ = ["plan_rank", "plan_rank_formula", "progress_rank", "progress_rank_formula"]

_PER_ROW = 10_000_000  # more than a sheet has rows, so that the row never weighs more than a week


def plan_rank_formula(grid: PlanGrid, row: int, lang: Lang) -> str:
    """For a row of the plan (from 0): the weeks of slip of what is not finished yet, else nothing."""
    kind, status, slip = (a1(row, grid.columns[key], "c") for key in ("kind", "status", "slip_weeks"))
    band = ROW_KINDS.show(RowKind.SUBPROJECT, lang)
    done, cancelled = (STATUSES.show(code, lang) for code in (Status.DONE, Status.CANCELLED))
    open_slip = f'AND({slip}>0,{kind}<>"{band}",{status}<>"{done}",{status}<>"{cancelled}")'
    # ISNUMBER apart: a text is "more" than any number, and AND would look at all its parts.
    return f'=IF(ISNUMBER({slip}),IF({open_slip},{slip}-ROW()/{_PER_ROW},""),"")'


def plan_rank(status: Status | None, slip_weeks: int | None, row: int) -> float | str:
    """The value of ``plan_rank_formula`` for a milestone on that row (from 0)."""
    if not slip_weeks or slip_weeks < 0 or status in (Status.DONE, Status.CANCELLED):
        return ""
    return slip_weeks - (row + 1) / _PER_ROW


def progress_rank_formula(grid: ProgressGrid, row: int, lang: Lang) -> str:
    """For a row of the progress sheet (from 0): red, then orange, of what is not done or cancelled."""
    light, stage = (a1(row, grid.columns[key], "c") for key in ("light", "stage"))
    red, orange = (LIGHTS.show(code, lang) for code in (Light.RED, Light.ORANGE))
    done, cancelled = (STAGES.show(code, lang) for code in (Stage.DONE, Stage.CANCELLED))
    weight = f'IF({light}="{red}",2,IF({light}="{orange}",1,0))'
    over = f'OR({stage}="{done}",{stage}="{cancelled}",{weight}=0)'
    return f'=IF({over},"",{weight}-ROW()/{_PER_ROW})'


def progress_rank(light: str, stage: str, row: int, lang: Lang) -> float | str:
    """The value of ``progress_rank_formula`` on that row (from 0); takes the texts that stand in the cells.

    Upper and lower case are the same to Excel, so they are here.
    """
    weights = {LIGHTS.show(Light.RED, lang).casefold(): 2, LIGHTS.show(Light.ORANGE, lang).casefold(): 1}
    weight = weights.get(light.casefold(), 0)
    over = {STAGES.show(code, lang).casefold() for code in (Stage.DONE, Stage.CANCELLED)}
    return "" if not weight or stage.casefold() in over else weight - (row + 1) / _PER_ROW
