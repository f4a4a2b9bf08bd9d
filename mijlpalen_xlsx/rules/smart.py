"""SMART hints: does the text of a milestone name a result that somebody can point at? Only advice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.context import Context
from mijlpalen_xlsx.rules.registry import Found, Rule, found, rule
from mijlpalen_xlsx.rules.smart_words import DEEDS, INTENTIONS, RESULTS, THINGS, WISHES
from mijlpalen_xlsx.vocabulary import RowKind
from mijlpalen_xlsx.words import Words, clean

SUBJECT = Words("SMART: is het resultaat tastbaar?", "SMART: is the result tangible?")


# Numbers that say when, where or which, and not how many.
_NOT_A_COUNT = pattern(
    r"\b(?:19|20)\d\d(?:\s*[-/]\s*(?:20)?\d\d)?\b"
    r"|\b(?:leerjaar|leerjaren|groep|groepen|klas|klassen|niveau|fase|week|kwartaal|deelproject|periode"
    r"|regio|vmbo|mbo|jaar|year|grade|group|level|phase|quarter|class)"
    r"\s*\d[\d/]*(?:\s*(?:en|and|tot en met|t/m|to)\s*\d+)?"
    r"|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
    r"|\b\d{1,2}(?:e|ste|de|st|nd|rd|th)?\s+"
    r"(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|may|oct)\w*"
    r"|\b(?:q|k|kw|kwartaal)\s*\d\b|\b\d(?:e|ste|de)\s+(?:kwartaal|helft)\b|\b3d\b|\b4\.0\b"
)
_COUNT = pattern(
    r"\d|(?<!\w)(?:één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien"
    r"|(?:\w{3,6}(?:en|ën))?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)"
    r"|honderd|duizend|alle|elke|elk|ieder|iedere|allemaal|iedereen|helft|driekwart|beide"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand"
    r"|all|every|each|everyone|half|both)(?!\w)"
)


_WORD = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TAIL = 4  # letters; no shorter thing counts as the end of a compound


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    """The things that a compound may end in, by their last letters."""
    found: dict[str, tuple[str, ...]] = {}
    for thing in THINGS:
        if len(thing) >= _TAIL:
            found[thing[-_TAIL:]] = (*found.get(thing[-_TAIL:], ()), thing)
    return found


@cache
def _longest() -> dict[str, int]:
    """How many words the longest phrase has, by its first word; words that begin none are not there."""
    found: dict[str, int] = {}
    for phrase in (phrase for kind in (INTENTIONS, WISHES, RESULTS, DEEDS, THINGS) for phrase in kind):
        first, *more = phrase.split(" ")
        if more:
            found[first] = max(found.get(first, 0), 1 + len(more))
    return found


def _phrases(words: list[str]) -> set[str]:
    """The words, and those that follow each other where a phrase of a list may begin."""
    longest, phrases = _longest(), set(words)
    for i, word in enumerate(words):
        if word in longest:
            phrases.update(" ".join(words[i : i + n]) for n in range(2, longest[word] + 1))
    return phrases


def _names_a_thing(words: list[str], phrases: set[str]) -> bool:
    """Whether one of the words is a thing, or a compound that ends in one."""
    endings = _endings()
    return not phrases.isdisjoint(THINGS) or any(w.endswith(endings.get(w[-_TAIL:], ())) for w in words)


def judge(title: str) -> str | None:
    """The code of the one hint that a title deserves most, or None when it names a result.

    >>> judge("In 2023 is er een gezamenlijk LOB programma tussen de vmbo-scholen.")
    >>> judge("Verkennen van samenwerking met bedrijven")
    'M602'
    """
    text = clean(title).casefold()
    words = _WORD.findall(text)
    phrases = _phrases(words)
    shown, tangible = not phrases.isdisjoint(DEEDS), _names_a_thing(words, phrases)
    ends = shown or not phrases.isdisjoint(RESULTS)
    wished = not phrases.isdisjoint(WISHES)
    if not ends and not phrases.isdisjoint(INTENTIONS):
        return "M602"
    if tangible and (ends or not wished):
        return None
    if _COUNT.search(_NOT_A_COUNT.sub(" ", text)):
        return None
    if wished:
        return "M602"
    if not ends:
        return "M601"
    return None if shown else "M603"


def _hint(code: str, name: str, sentence: str, example: Words) -> Rule:
    @rule(code, name, Severity.HINT, sentence)
    def hint(plan: Plan, context: Context) -> Iterator[Found]:
        for milestone, deserved in context.once(_judged):
            if deserved == code:
                yield found(milestone, "title", example=example)

    return hint


def _judged(plan: Plan, context: Context) -> list[tuple[Milestone, str | None]]:
    """Milestones worth judging, each with the code of the hint it deserves."""
    return [(m, judge(m.title or "")) for m in plan.milestones if _worth_judging(m, context)]


def _worth_judging(milestone: Milestone, context: Context) -> bool:
    """A decision is a result by itself, and what is done need not be written better."""
    wanted = bool(milestone.title) and milestone.kind is RowKind.MILESTONE
    return wanted and context.still_open(milestone) and not context.perhaps_band(milestone)


NOT_TANGIBLE = _hint(
    "M601",
    "not-tangible",
    "in deze tekst zien wij geen tastbaar resultaat. "
    "Schrijf wat er dan is of af is, bijvoorbeeld '{example}'.",
    Words(
        "Op 1 juli 2026 is het lesmateriaal voor leerjaar 2 klaar",
        "On 1 July 2026 the lesson material for year 2 is ready",
    ),
)
INTENTION = _hint(
    "M602",
    "intention",
    "deze tekst zegt wat u wilt, maar nog niet wat er dan is. "
    "Schrijf wat er af is of hoeveel het wordt, bijvoorbeeld '{example}'.",
    Words(
        "Op 1 juli 2026 hebben vijf bedrijven een overeenkomst getekend",
        "On 1 July 2026 five companies have signed an agreement",
    ),
)
NOT_MEASURABLE = _hint(
    "M603",
    "not-measurable",
    "uit deze tekst blijkt niet wanneer het genoeg is. "
    "Noem een aantal of iets wat u kunt laten zien, bijvoorbeeld '{example}'.",
    Words(
        "Eind 2026 doen 20 bedrijven mee en staat dat in een overzicht",
        "At the end of 2026 20 companies take part, and an overview shows them",
    ),
)
