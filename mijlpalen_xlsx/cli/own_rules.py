"""The files with own rules that hold for the workbooks of one run, each read once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from mijlpalen_xlsx.cli.base import Refused, Session

if TYPE_CHECKING:
    from mijlpalen_xlsx.outputs.checked import RulesText
    from mijlpalen_xlsx.rules.own import OwnRules

__all__ = ["RulesFiles"]


class RulesFiles:
    """``named`` is the file of ``--rules``; without it each workbook has the one beside it, or the person's.

    All are read at once, so that a mistake in one is told before any workbook is checked. Refuses a file
    that cannot be used.
    """

    def __init__(self, named: str | None, workbooks: Iterable[str], run: Session) -> None:
        self.run = run
        self.read: dict[Path, OwnRules] = {}
        self.texts: dict[str, RulesText] = {}
        self.of_workbook = {workbook: self._rules(named, workbook) for workbook in workbooks}

    def of(self, workbook: str) -> OwnRules | None:
        """The own rules that hold for a workbook."""
        return self.of_workbook[workbook]

    def text_of(self, workbook: str) -> RulesText | None:
        """The file with own rules that holds for a workbook, as it can be sent to a worker."""
        own = self.of(workbook)
        return self.texts[own.file] if own else None

    def by_file(self) -> dict[str, OwnRules]:
        """Every file that was read, by its name."""
        return {own.file: own for own in self.read.values()}

    def _rules(self, named: str | None, workbook: str) -> OwnRules | None:
        from mijlpalen_xlsx.rules.own.where import rules_file

        path = Path(named) if named else rules_file(None if workbook == "-" else workbook)
        if path is None:
            return None
        if path not in self.read:
            self.read[path] = self._load(path)
        return self.read[path]

    def _load(self, path: Path) -> OwnRules:
        from mijlpalen_xlsx.outputs.checked import RulesText
        from mijlpalen_xlsx.outputs.trouble import not_read
        from mijlpalen_xlsx.rules.own import OwnRulesError
        from mijlpalen_xlsx.rules.own.read import MOST_BYTES, read_rules

        try:
            with path.open("rb") as file:
                text = RulesText(str(path), file.read(MOST_BYTES + 1))
            self.texts[text.file] = text
            return read_rules(text.data, text.file)
        except OwnRulesError as error:
            said = "\n".join(f"{path}, {mistake.text(self.run.lang)}" for mistake in error.mistakes)
            raise Refused(said) from None
        except OSError as error:
            raise Refused(not_read(error, str(path), self.run.lang), str(path)) from None
