"""The closed lists of the format: lights, stages, kinds of row, roles, statuses, and the words for them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.words import Lang, Words, nearest, normal

__all__ = [
    "LIGHTS",
    "ROLES",
    "ROW_KINDS",
    "STAGES",
    "STATUSES",
    "Light",
    "RowKind",
    "Stage",
    "Status",
    "Term",
    "Vocabulary",
]


class Light(StrEnum):
    """Stoplicht: what people judge of the execution (brochure)."""

    GREEN = "green"
    ORANGE = "orange"
    RED = "red"


class Stage(StrEnum):
    """Fase: how far an activity is."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class RowKind(StrEnum):
    """Soort: what a row of the plan is."""

    SUBPROJECT = "subproject"
    MILESTONE = "milestone"
    DECISION = "decision"


class Status(StrEnum):
    """Planstatus: what follows from the dates at the reference date."""

    DONE = "done"
    CANCELLED = "cancelled"
    LATE = "late"
    SLIPPING = "slipping"
    NOT_STARTED = "not_started"
    ON_SCHEDULE = "on_schedule"
    NO_DATE = "no_date"


class Term(NamedTuple):
    """One value of a list: its code, its word in the workbook, its sign, its meaning, other words for it."""

    code: str
    word: Words
    sign: str
    meaning: Words
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """A closed list. ``read`` takes any word that means one of its values."""

    name: str
    terms: tuple[Term, ...]

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    @cached_property
    def _by_word(self) -> dict[str, str]:
        return {
            normal(word): term.code
            for term in self.terms
            for word in (*term.word, term.code, term.sign, *term.synonyms)
            if normal(word)
        }

    @cached_property
    def _by_code(self) -> dict[str, Term]:
        return {term.code: term for term in self.terms}

    def term(self, code: str) -> Term:
        """The value with this code. Raises KeyError for a code that the list does not have."""
        return self._by_code[code]

    def read(self, text: str) -> str | None:
        """Code of the value that ``text`` means, or None."""
        stripped = text.strip()
        return next((t.code for t in self.terms if t.sign == stripped), None) or self._by_word.get(
            normal(text)
        )

    def mentioned(self, text: str) -> list[str]:
        """Codes whose own word stands somewhere in ``text``, in the order of the list."""
        words = set(normal(text).replace(",", " ").replace("/", " ").replace("→", " ").split())
        words |= {word.strip("().;:-") for word in words}
        return [t.code for t in self.terms if any(normal(w) in words for w in t.word)]

    def show(self, code: str, lang: Lang) -> str:
        """The word that stands in the workbook for ``code``."""
        return self._by_code[code].word.get(lang)

    def nearest(self, text: str, lang: Lang) -> str | None:
        """The word of the list that was probably meant, or None."""
        found = nearest(text, [word for t in self.terms for word in t.word])
        code = self.read(found) if found else None
        return self.show(code, lang) if code else None


LIGHTS = Vocabulary(
    "light",
    (
        Term(
            Light.GREEN,
            Words("Groen", "Green"),
            "●",
            Words("verloopt volgens schema", "on schedule"),
            (
                "g", "v", "op schema", "ligt op schema", "volgens schema", "verloopt volgens schema",
                "volgens planning", "conform planning", "op koers", "loopt goed", "🟢", "on track",
            ),
        ),
        Term(
            Light.ORANGE,
            Words("Oranje", "Orange"),
            "▲",
            Words("er zijn (kleine) obstakels", "there are (small) obstacles"),
            (
                "o", "geel", "amber", "kleine obstakels", "(kleine) obstakels", "obstakels", "aandacht",
                "vraagt aandacht", "aandachtspunt", "vertraagd", "vertraging", "loopt achter",
                "langzamer dan planning", "risico", "knelpunt", "knelpunten", "🟠", "🟡", "yellow",
                "er zijn (kleine) obstakels",
            ),
        ),
        Term(
            Light.RED,
            Words("Rood", "Red"),
            "■",
            Words("uitvoering loopt vast", "execution is stuck"),
            (
                "r", "loopt vast", "uitvoering loopt vast", "vastgelopen", "stagneert", "ligt stil",
                "stilgelegd", "niet haalbaar", "wordt niet gehaald", "🔴", "stuck",
            ),
        ),
    ),
)  # fmt: skip

STAGES = Vocabulary(
    "stage",
    (
        Term(
            Stage.NOT_STARTED,
            Words("Nog niet gestart", "Not started"),
            "○",
            Words("begint later", "begins later"),
            (
                "niet gestart", "nog niet opgestart", "nog te starten", "gepland", "grijs", "wit", "leeg",
                "⚪", "planned", "nog niet begonnen", "niet begonnen",
            ),
        ),
        Term(
            Stage.IN_PROGRESS,
            Words("Loopt", "In progress"),
            "▶",
            Words("er wordt aan gewerkt", "work is going on"),
            (
                "lopend", "gestart", "opgestart", "onderhanden", "in uitvoering", "bezig", "in ontwikkeling",
                "running", "started",
            ),
        ),
        Term(
            Stage.DONE,
            Words("Gereed", "Done"),
            "✔",
            Words("het resultaat is er", "the result is there"),
            (
                "klaar", "afgerond", "voltooid", "gerealiseerd", "behaald", "opgeleverd", "af", "blauw",
                "🔵", "✓", "finished", "completed", "ready",
            ),
        ),
        Term(
            Stage.POSTPONED,
            Words("Uitgesteld", "Postponed"),
            "↷",
            Words("gaat later door", "will be done later"),
            (
                "doorgeschoven", "verschoven", "on hold", "in de koelkast", "geparkeerd", "opgeschort",
                "verplaatst",
            ),
        ),
        Term(
            Stage.CANCELLED,
            Words("Vervallen", "Cancelled"),
            "✕",
            Words("gaat niet door", "will not be done"),
            (
                "geschrapt", "gestopt", "stopgezet", "geannuleerd", "gaat niet door", "no go", "no-go",
                "dropped", "canceled",
            ),
        ),
    ),
)  # fmt: skip

ROW_KINDS = Vocabulary(
    "kind",
    (
        Term(
            RowKind.SUBPROJECT,
            Words("D", "D"),
            "▬",
            Words("deelproject (kopregel)", "subproject (heading row)"),
            ("deelproject", "project", "programmalijn", "actielijn", "kop", "subproject"),
        ),
        Term(
            RowKind.MILESTONE,
            Words("M", "M"),
            "◆",
            Words("mijlpaal", "milestone"),
            ("mijlpaal", "milestone", "tussenresultaat"),
        ),
        Term(
            RowKind.DECISION,
            Words("G", "G"),
            "★",
            Words("go/no-go-besluit", "go/no-go decision"),
            ("go/no-go", "go no go", "go/no-go-besluit", "go/no-go-moment", "besluit", "beslismoment",
             "decision"),
        ),
    ),
)  # fmt: skip

ROLES = Vocabulary(
    "role",
    (
        Term("V", Words("V", "V"), "V", Words("voert uit", "carries out"),
             ("voert uit", "uitvoering", "uitvoerend", "verantwoordelijk")),
        Term("E", Words("E", "E"), "E", Words("eindverantwoordelijk", "answers for it"),
             ("eindverantwoordelijk", "eindverantwoordelijke", "accountable")),
        Term("R", Words("R", "R"), "R", Words("raadplegen", "is consulted"),
             ("raadplegen", "geraadpleegd", "consulted")),
        Term("I", Words("I", "I"), "I", Words("informeren", "is informed"),
             ("informeren", "geinformeerd", "informed")),
    ),
)  # fmt: skip

STATUSES = Vocabulary(
    "status",
    (
        Term(Status.DONE, Words("Gereed", "Done"), "✔", Words("werkelijk behaald", "really reached")),
        Term(Status.ON_SCHEDULE, Words("Op schema", "On schedule"), "●",
             Words("loopt volgens plan", "runs as planned")),
        Term(Status.SLIPPING, Words("Loopt uit", "Slipping"), "▲", Words("later verwacht", "expected later")),
        Term(Status.LATE, Words("Te laat", "Late"), "■",
             Words("plandatum voorbij", "planned date has passed")),
        Term(Status.NOT_STARTED, Words("Nog niet gestart", "Not started"), "○",
             Words("begint later", "begins later")),
        Term(Status.CANCELLED, Words("Vervallen", "Cancelled"), "✕",
             Words("gaat niet door", "will not be done")),
        Term(Status.NO_DATE, Words("Geen datum", "No date"), "–",
             Words("nog geen plandatum", "no planned date yet")),
    ),
)  # fmt: skip
