"""Writes the workbook of ``template`` with XlsxWriter alone: the calls that our writer made, noted before.

``replay.py note PLAN.json CALLS`` notes them, ``replay.py write CALLS OUT.xlsx`` makes them again.
"""

from __future__ import annotations

import json
import pickle
import sys
from inspect import isfunction
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

# Made by one of these, and then called or handed over: noted by the number of the call that made it.
MADE = (Workbook, Worksheet, Format, Chart)
Call = tuple[int, str, tuple[Any, ...], dict[str, Any]]


class Made:
    """Stands for what an earlier call gave."""

    def __init__(self, number: int) -> None:
        self.number = number


class Notes:
    """Every call from outside to a workbook, a sheet, a format or a chart, in order."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.numbers: dict[int, int] = {}
        self.kept: list[object] = []
        self.inside = False

    def watch(self, kind: type[Any]) -> None:
        """Note the calls to every public method of a class."""
        for name in dir(kind):
            if (name == "__init__" or name[0] != "_") and isfunction(getattr(kind, name)):
                setattr(kind, name, self._noting(name, getattr(kind, name)))

    def _noting(self, name: str, method: Any) -> Any:
        def noting(owner: Any, *args: Any, **more: Any) -> Any:
            if self.inside:
                return method(owner, *args, **more)
            if name != "__init__":  # the file is opened anew; what that calls itself is not ours to repeat
                self.calls.append((self._number(owner), name, *self._plain((args, more))))
            place = len(self.calls)
            self.inside = True
            try:
                result = method(owner, *args, **more)
            finally:
                self.inside = False
            if isinstance(result, MADE):
                self.numbers.setdefault(id(result), place)
                self.kept.append(result)
            return result

        return noting

    def _number(self, owner: object) -> int:
        """0 for the workbook itself."""
        return 0 if isinstance(owner, Workbook) else self.numbers[id(owner)]

    def _plain(self, value: Any) -> Any:
        """The same arguments, what was made before as ``Made``."""
        if isinstance(value, MADE):
            return Made(self._number(value))
        if isinstance(value, type):
            return Worksheet  # a class of our own for a sheet is logic of ours
        if isinstance(value, dict):
            return {key: self._plain(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return (
                [self._plain(item) for item in value]
                if type(value) is list
                else tuple(map(self._plain, value))
            )
        return value


def note(plan: str, calls: str) -> None:
    """Write the workbook of a plan, and note the calls."""
    from mijlpalen_xlsx import plan_from_data, workbook_bytes

    notes = Notes()
    for kind in (Workbook, Worksheet, Format, Chart):
        notes.watch(kind)
    workbook_bytes(plan_from_data(json.loads(Path(plan).read_text("utf-8"))))
    Path(calls).write_bytes(pickle.dumps(notes.calls))


def _again(value: Any, made: dict[int, Any]) -> Any:
    if isinstance(value, Made):
        return made[value.number]
    if isinstance(value, dict):
        return {key: _again(item, made) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return (
            [_again(item, made) for item in value]
            if type(value) is list
            else tuple(_again(v, made) for v in value)
        )
    return value


def write(calls: str, target: str) -> None:
    """Make the calls again.

    XlsxWriter looks for new functions in every formula, which takes longer than all the rest; our writer does
    not let it, so neither do we: what is left to compare is our own logic.
    """
    Worksheet._prepare_formula = lambda sheet, formula, expand=False: formula.removeprefix("=")
    noted: list[Call] = pickle.loads(Path(calls).read_bytes())
    made: dict[int, Any] = {0: xlsxwriter.Workbook(target)}
    for number, (owner, name, args, more) in enumerate(noted, 1):
        made[number] = getattr(made[owner], name)(*_again(args, made), **_again(more, made))


if __name__ == "__main__":
    {"note": note, "write": write}[sys.argv[1]](*sys.argv[2:])
