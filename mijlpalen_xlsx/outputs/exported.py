"""What an export for another program gives: the file, and a sentence for all that it has no room for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from mijlpalen_xlsx.format import Milestone, Subproject
from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.schedule import finish
from mijlpalen_xlsx.words import Lang, normal

__all__ = ["Exported", "bands", "hidden", "left_out", "plan_name", "unique_names", "without_date"]


class Exported(NamedTuple):
    """The text of a file, and what is not in it, a sentence each."""

    text: str
    left_out: tuple[str, ...]


def plan_name(plan: Plan) -> str:
    """A name for the plan that stays the same from one version to the next."""
    if plan.about.plan_id:
        return plan.about.plan_id
    known = "\n".join(normal(text or "") for text in (plan.region, plan.scheme))
    return hashlib.blake2b(known.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def unique_names(milestones: Iterable[Milestone]) -> list[str]:
    """For every milestone its number, else something made of its text; what comes twice gets ``-2``."""
    seen: dict[str, int] = {}
    names = []
    for milestone in milestones:
        name = normal(milestone.number or "").replace(" ", "-") or _of_text(milestone.title or "")
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _of_text(title: str) -> str:
    return hashlib.blake2b(normal(title).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def bands(plan: Plan) -> list[tuple[Subproject | None, list[Milestone]]]:
    """Milestones under no deelproject first, then each deelproject that has any, in the order of the plan."""
    titled = {band.number: band for band in reversed(plan.subprojects)}
    named = [*(band.number for band in plan.subprojects), *(m.subproject for m in plan.milestones)]
    numbers = dict.fromkeys([None, *named])
    found = []
    for number in numbers:
        rows = list(plan.milestones_of(number))
        if rows:
            found.append((titled.get(number) or (Subproject(number=number) if number else None), rows))
    return found


def without_date(plan: Plan, lang: Lang) -> list[str]:
    """The sentence about milestones that have no day at all, with their numbers."""
    names = [plain(m.number) or plain(m.title) for m in plan.milestones if finish(m) is None]
    if not names:
        return []
    said = translate("Zonder datum, en daarom niet in het bestand: {names}.", lang)
    return [said.format(names=", ".join(names))]


def left_out(plan: Plan, lang: Lang, *, activities: bool, order: bool, parties: bool) -> list[str]:
    """Sentences for what a format has no room for, as far as this plan has it."""
    said = []
    if activities and plan.activities:
        said.append(translate("Niet in het bestand: doelstellingen, activiteiten en hun voortgang.", lang))
    if order and any(m.depends_on for m in plan.milestones):
        said.append(translate("Niet in het bestand: welke mijlpaal na welke komt.", lang))
    if parties and any(m.roles for m in plan.milestones):
        said.append(translate("Niet in het bestand: de rol van elke partij per mijlpaal.", lang))
    if plan.log or plan.trend:
        said.append(translate("Niet in het bestand: Logboek en Trend.", lang))
    if any(record.extra for record in plan.records()):
        said.append(translate("Niet in het bestand: uw eigen kolommen.", lang))
    return said


def hidden(before: Plan, after: Plan, lang: Lang) -> list[str]:
    """The sentence about personal data that was taken out."""
    same = all(a is b for a, b in zip(before.records(), after.records(), strict=False))
    if same:
        return []
    return [translate("E-mailadressen, telefoon- en burgerservicenummers zijn vervangen door •••.", lang)]
