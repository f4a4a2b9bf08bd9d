"""The index of all rules in Markdown, by subject and by code, with links to their pages."""

from __future__ import annotations

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.rules.check import RULES, SUBJECTS
from mijlpalen_xlsx.rules.explain import source
from mijlpalen_xlsx.rules.registry import Rule
from mijlpalen_xlsx.words import Lang, Words

__all__ = ["index"]

_SEVERITIES = {
    Severity.ERROR: Words("fout", "error"),
    Severity.WARNING: Words("let op", "warning"),
    Severity.HINT: Words("tip", "hint"),
}
_HEAD = Words(
    "| Code | Wat er aan de hand is | Gewicht | Naam |", "| Code | What is going on | Weight | Name |"
)


def index(lang: Lang, folder: str) -> str:
    """The index; ``folder`` leads from the document to the folder with the pages of this language."""
    lines = [Words("## Op onderwerp", "## By subject").get(lang), ""]
    for subject, rules in SUBJECTS.items():
        lines += [f"### {subject.get(lang)}", "", *_table(rules, lang, folder), ""]
    lines += [Words("## Op code", "## By code").get(lang), "", *_table(tuple(RULES.values()), lang, folder)]
    return "\n".join(lines) + "\n"


def _table(rules: tuple[Rule, ...], lang: Lang, folder: str) -> list[str]:
    return [_HEAD.get(lang), "|---|---|---|---|", *(_line(rule, lang, folder) for rule in rules)]


def _line(rule: Rule, lang: Lang, folder: str) -> str:
    """One rule; what is going on is the title of its page."""
    title = source(rule.code, lang).partition("\n")[0].removeprefix(f"# {rule.code} ")
    severity = _SEVERITIES[rule.severity].get(lang)
    return f"| [{rule.code}]({folder}/{rule.code}.md) | {title} | {severity} | `{rule.name}` |"
