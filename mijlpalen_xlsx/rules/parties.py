"""Rules about who does what: the party of a milestone, what it is responsible for, and the roles."""

from __future__ import annotations

from collections.abc import Iterator

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Milestone, Party, sheet
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.privacy_patterns import personal
from mijlpalen_xlsx.rules.registry import Found, found, rule
from mijlpalen_xlsx.vocabulary import ROLES
from mijlpalen_xlsx.words import Words, clean, nearest, normal

SUBJECT = Words("Partijen en rollen", "Parties and roles")


@rule(
    "M501",
    "party-missing",
    Severity.WARNING,
    "bij {what} staat niets, zodat niemand weet wie dit trekt. "
    "Vul een organisatie of rol in, bijvoorbeeld {example}.",
)
def party_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """Not for what is done or cancelled, and not when the columns per party say who does it."""
    example = next((p.name for p in plan.parties if p.name), None)
    for milestone in plan.milestones:
        wanted = milestone.title and context.still_open(milestone) and not milestone.roles
        if wanted and context.empty(milestone, "party") and not context.perhaps_band(milestone):
            yield found(milestone, "party", example=example or _EXAMPLE_PARTY)


_EXAMPLE_PARTY = Words("Deelprojectleider", "Project leader")


@rule(
    "M502",
    "responsibility-missing",
    Severity.HINT,
    "bij {what} staat niet wat {party} doet. Schrijf dat kort op, bijvoorbeeld '{example}'.",
)
def responsibility_missing(plan: Plan, context: Context) -> Iterator[Found]:
    """Only where a party stands and no column per party says what it does."""
    for milestone in plan.milestones:
        wanted = milestone.party and not milestone.roles and context.still_open(milestone)
        if milestone.party and wanted and context.empty(milestone, "responsibility"):
            example = Words("maakt het lesmateriaal", "makes the lesson material")
            yield found(milestone, "responsibility", party=clean(milestone.party), example=example)


_REMARK = pattern(r"\([^()]*\)")


@rule(
    "M503",
    "party-not-listed",
    Severity.HINT,
    "'{party}' staat niet in de lijst met partijen op blad {sheet}. "
    "Zet de partij in die lijst, of schrijf de naam zoals hij daar staat.",
    close="'{party}' staat niet in de lijst met partijen op blad {sheet}. "
    "Bedoelde u '{suggestion}', schrijf het dan zo.",
)
def party_not_listed(plan: Plan, context: Context) -> Iterator[Found]:
    """Each name once, at its first cell; the others go along. Silent while the list is empty."""
    if context.gone(Party, "name", "short"):
        return
    listed = [word for party in plan.parties for word in (party.name, party.short) if word]
    known = {normal(form) for word in listed for form in (word, _REMARK.sub("", word))}
    for name, milestones in _unlisted(plan, known).items() if listed else ():
        near = nearest(name, listed)
        yield found(
            milestones[0],
            "party",
            also=[m.at("party") for m in milestones],
            suggestion=near,
            variant="close" if near else "",
            party=name,
            sheet=sheet("settings").name,
        )


def _unlisted(plan: Plan, known: set[str]) -> dict[str, list[Milestone]]:
    found: dict[str, list[Milestone]] = {}
    spelled: dict[str, str] = {}
    for milestone in plan.milestones:
        whole = milestone.party or ""
        if not whole or normal(whole) in known or normal(_REMARK.sub("", whole)) in known:
            continue
        for name in milestone.parties:
            if (
                normal(name) not in known
                and normal(_REMARK.sub("", name)) not in known
                and not personal(name)
            ):
                found.setdefault(spelled.setdefault(normal(name), name), []).append(milestone)
    return found


@rule(
    "M504",
    "no-one-answers",
    Severity.HINT,
    "geen enkele partij is hier {meaning} ({letter}). Zet bij één partij een {letter}.",
    more="hier zijn {count} partijen {meaning} ({letter}): {parties}. Laat de {letter} bij één partij staan.",
)
def no_one_answers(plan: Plan, context: Context) -> Iterator[Found]:
    """Only for rows that use the letters of the list at all."""
    answers = ROLES.term("E")
    written = {role.role for milestone in plan.milestones for role in milestone.roles}
    code_of = {text: ROLES.read(text) for text in written}
    for milestone in plan.milestones:
        if not milestone.roles or milestone.cancelled:
            continue
        codes = [(role.party, code_of[role.role]) for role in milestone.roles]
        if not any(code for _, code in codes):
            continue
        who = [party for party, code in codes if code == "E"]
        if len(who) != 1:
            yield found(
                milestone,
                next((key for key in milestone.cells if key.startswith("roles:")), "roles"),
                also=[milestone.at(f"roles:{party}") for party in who],
                variant="more" if who else "",
                meaning=answers.meaning,
                letter=answers.word,
                count=len(who),
                parties=tuple(who),
            )
