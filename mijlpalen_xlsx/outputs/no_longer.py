"""What a file with own rules accepts and none of the workbooks has any more, in one sentence."""

from __future__ import annotations

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.rules.own import Accept
from mijlpalen_xlsx.words import Lang

__all__ = ["no_longer"]


def no_longer(file: str, accept: Accept, lang: Lang) -> str:
    """Where it stands and what to do; ``file`` is the name of the file with own rules."""
    return translate(
        "{file}, regel {line}: {code} in cel {cell} komt niet meer voor. Haal die regel weg.", lang
    ).format(file=file, line=accept.line, code=accept.code, cell=accept.cell)
