"""Reads a file with own rules, and says of everything in it that cannot be understood in which line it is."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from mijlpalen_xlsx.dates import parse
from mijlpalen_xlsx.findings import Severity
from mijlpalen_xlsx.format import Record
from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.rules.check import RULES
from mijlpalen_xlsx.rules.own.conditions import ASKED, REFERENCE_DATE, Condition
from mijlpalen_xlsx.rules.own.fields import RECORDS, Field, field_named, near_field
from mijlpalen_xlsx.rules.own.lines import Path, key_lines, line_of
from mijlpalen_xlsx.rules.own.mistakes import Mistake, OwnRulesError
from mijlpalen_xlsx.rules.own.model import Accept, OwnRules
from mijlpalen_xlsx.rules.own.rule import SHOWN, OwnRule, made
from mijlpalen_xlsx.rules.registry import Rule
from mijlpalen_xlsx.words import Words, nearest, normal

__all__ = ["MOST_BYTES", "read_rules"]

MOST_BYTES = 200_000
_MOST_ENTRIES = 500

_TOP = ("rule", "accept", "ignore")
_RULE = ("code", "name", "on", "severity", "when", "require", "forbid", "nl", "en")
_ACCEPT = ("code", "cell", "sheet", "reason")
_SEVERITIES = {
    **{severity.value: severity for severity in Severity},
    "fout": Severity.ERROR, "let op": Severity.WARNING, "tip": Severity.HINT,
}  # fmt: skip
_CODE = pattern(r"U\d{3}")
_CELL = pattern(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
_AT_LINE = pattern(r"at line (\d+)")

_NOT_TOML = "hier klopt de schrijfwijze niet. Kijk of er een aanhalingsteken, haakje of = ontbreekt."
_NOT_TEXT = "dit is geen gewone tekst. Sla het bestand op als UTF-8."
_TOO_LARGE = "dit bestand is te groot voor eigen regels. Verdeel de regels, of haal weg wat u niet gebruikt."
_UNKNOWN = "'{key}' kennen wij hier niet. Kies uit {choices}."
_UNKNOWN_NEAR = "'{key}' kennen wij hier niet. Bedoelde u {near}?"
_FIELD = "{on} heeft geen kolom '{key}'. Kies een kolom die `mijlpalen-xlsx format` noemt."
_FIELD_NEAR = "{on} heeft geen kolom '{key}'. Bedoelde u {near}?"
_MISSING = "hier ontbreekt '{key}'. Schrijf bijvoorbeeld {example}."
_SHAPE = "bij '{key}' kan dit niet staan. Schrijf bijvoorbeeld {example}."
_TWICE = "de code {code} is al gebruikt. Geef elke regel een eigen code, zoals {example}."
_NOTHING = "deze regel vraagt nog niets. Zet erbij welke kolom gevuld moet zijn, zoals {example}."
_ASK = "'{asked}' kan niet bij de kolom {column}. Kies uit {choices}."
_ASK_NEAR = "'{asked}' kan niet bij de kolom {column}. Bedoelde u {near}?"
_CHOICE = "'{value}' staat niet in de lijst van de kolom {column}. Kies uit {choices}."
_CHOICE_NEAR = "'{value}' staat niet in de lijst van de kolom {column}. Bedoelde u {near}?"
_BRACES = "wat tussen {{ }} staat kennen wij niet. U kunt {choices} gebruiken."
_RULE_CODE = "de code {code} kennen wij niet. Kijk met `mijlpalen-xlsx explain` welke codes er zijn."
_RULE_CODE_NEAR = "de code {code} kennen wij niet. Bedoelde u {near}?"


def read_rules(data: bytes, file: str) -> OwnRules:
    """The own rules in a TOML file. Raises OwnRulesError with every mistake in it."""
    if len(data) > MOST_BYTES:
        raise OwnRulesError(file, [Mistake(1, _TOO_LARGE, {})])
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise OwnRulesError(file, [Mistake(line, _NOT_TEXT, {})]) from None
    values = _parsed(text, file)
    reader = _Reader(key_lines(text))
    own = reader.own_rules(values, file)
    if reader.mistakes:
        raise OwnRulesError(file, reader.mistakes)
    return own


def _parsed(text: str, file: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
    except RecursionError:
        line = 1
    raise OwnRulesError(file, [Mistake(line, _NOT_TOML, {})])


class _Reader:
    """Reads on past every mistake, so that a person mends them all in one go."""

    def __init__(self, lines: dict[Path, int]) -> None:
        self.lines = lines
        self.mistakes: list[Mistake] = []

    def wrong(self, path: Path, sentence: str, **values: object) -> None:
        self.mistakes.append(Mistake(line_of(self.lines, path), sentence, values))

    def own_rules(self, data: dict[str, Any], file: str) -> OwnRules:
        self.only(data, _TOP, ())
        rules: dict[str, Rule] = {}
        entries = list(self.entries(data, "rule", _EXAMPLE_RULE))
        self.codes_once(entries)
        for path, entry in entries:
            rule = self.rule(entry, path)
            if rule:
                rules[rule.code] = made(rule)
        accepts = [self.accept(e, path, rules) for path, e in self.entries(data, "accept", _EXAMPLE_ACCEPT)]
        ignore = self.texts(data.get("ignore", []), ("ignore",), '["M603"]')
        codes = [self.known_code(code, ("ignore", i), rules, begun=True) for i, code in enumerate(ignore)]
        return OwnRules(file, rules, tuple(filter(None, accepts)), tuple(filter(None, codes)))

    def codes_once(self, entries: Iterable[tuple[Path, dict[str, Any]]]) -> None:
        """Says of each code that was given before which one is still free."""
        given = [(path, str(entry.get("code"))) for path, entry in entries]
        taken: set[str] = set()
        for path, code in given:
            if code in taken:
                free = _free({each for _, each in given})
                self.wrong((*path, "code"), _TWICE, code=code, example=free)
            taken |= {code} - {"None"}

    def only(self, data: Mapping[str, Any], known: tuple[str, ...], path: Path) -> None:
        for key in data:
            if key not in known:
                near = nearest(key, known)
                self.wrong(
                    (*path, key),
                    _UNKNOWN_NEAR if near else _UNKNOWN,
                    key=key, near=near, choices=_listed(known),
                )  # fmt: skip

    def entries(self, data: dict[str, Any], key: str, example: str) -> Iterable[tuple[Path, dict[str, Any]]]:
        found = data.get(key, [])
        if not isinstance(found, list) or not all(isinstance(entry, dict) for entry in found):
            self.wrong((key,), _SHAPE, key=key, example=example)
            return
        if len(found) > _MOST_ENTRIES:
            self.wrong((key, _MOST_ENTRIES), _TOO_LARGE)
            return
        for i, entry in enumerate(found):
            yield (key, i), entry

    def text(self, entry: dict[str, Any], key: str, path: Path, example: str) -> str | None:
        """A text that must be there."""
        value = entry.get(key)
        if value is None:
            self.wrong(path, _MISSING, key=key, example=f"{key} = {example}")
        elif not isinstance(value, str) or not value.strip() or len(value) > 1000:
            self.wrong((*path, key), _SHAPE, key=key, example=f"{key} = {example}")
        else:
            return value.strip()
        return None

    def texts(self, value: Any, path: Path, example: str) -> list[str]:
        """One text, or a list of texts."""
        found = [value] if isinstance(value, str) else value
        if not isinstance(found, list) or not all(isinstance(item, str) and item for item in found):
            self.wrong(path, _SHAPE, key=_last_key(path), example=f"{_last_key(path)} = {example}")
            return []
        return found

    def rule(self, entry: dict[str, Any], path: Path) -> OwnRule | None:
        before = len(self.mistakes)
        self.only(entry, _RULE, path)
        code = self.text(entry, "code", path, '"U001"')
        if code and not _CODE.fullmatch(code):
            self.wrong((*path, "code"), _SHAPE, key="code", example='code = "U001"')
        record = self.record(entry, path)
        severity = self.severity(entry, path)
        text = self.message(entry, path)
        name = self.text(entry, "name", path, '"eigen-regel"') if "name" in entry else (code or "").lower()
        when = self.asked(entry, "when", record, path)
        require = self.asked(entry, "require", record, path)
        forbid = self.asked(entry, "forbid", record, path)
        if not {"require", "forbid"} & entry.keys():
            self.wrong(path, _NOTHING, example='require = ["measure"]')
        if len(self.mistakes) > before or not (code and name and record and severity and text):
            return None
        return OwnRule(code, name, severity, record, text, when, require, forbid)

    def record(self, entry: dict[str, Any], path: Path) -> type[Record] | None:
        on = self.text(entry, "on", path, '"milestone"')
        if on is None or on.lower() in RECORDS:
            return RECORDS[on.lower()] if on else None
        near = nearest(on, RECORDS)
        values = {"key": on, "near": near, "choices": _listed(RECORDS)}
        self.wrong((*path, "on"), _UNKNOWN_NEAR if near else _UNKNOWN, **values)
        return None

    def severity(self, entry: dict[str, Any], path: Path) -> Severity | None:
        if "severity" not in entry:
            return Severity.WARNING
        word = self.text(entry, "severity", path, '"warning"')
        if word is None or normal(word) in _SEVERITIES:
            return _SEVERITIES[normal(word)] if word else None
        near = nearest(word, _SEVERITIES)
        values = {"key": word, "near": near, "choices": _listed(_SEVERITIES)}
        self.wrong((*path, "severity"), _UNKNOWN_NEAR if near else _UNKNOWN, **values)
        return None

    def message(self, entry: dict[str, Any], path: Path) -> Words | None:
        """The sentence in both languages; without an English one the Dutch one serves for both."""
        nl = self.text(entry, "nl", path, '"schrijf op wat u gaat doen"')
        en = self.text(entry, "en", path, '"write down what you will do"') if "en" in entry else nl
        for key, said in (("nl", nl), ("en", en)):
            if key in entry and said and not _only_known_braces(said):
                self.wrong((*path, key), _BRACES, choices=_listed(f"{{{name}}}" for name in SHOWN))
        return Words(nl, en) if nl and en else None

    def asked(
        self, entry: dict[str, Any], key: str, record: type[Record] | None, path: Path
    ) -> tuple[Condition, ...]:
        """The conditions under ``when``, ``require`` or ``forbid``; a list names fields that are filled."""
        value, path = entry.get(key), (*path, key)
        if value is None or record is None:
            return ()
        if isinstance(value, dict):
            found: list[Condition] = []
            for name, wanted in value.items():
                field = self.field(name, record, (*path, name))
                asks = self.asks(field, wanted, (*path, name)) if field else ()
                found += [Condition(field, asks)] if field and asks else []
            return tuple(found)
        if key == "when":
            self.wrong(path, _SHAPE, key=key, example='when = { light = "red" }')
            return ()
        fields = [
            self.field(name, record, (*path, i))
            for i, name in enumerate(self.texts(value, path, '["measure"]'))
        ]
        return tuple(Condition(field, (("empty", False),)) for field in fields if field)

    def field(self, name: str, record: type[Record], path: Path) -> Field | None:
        field = field_named(record, name)
        if field is None:
            near = near_field(record, name)
            values = {"key": name, "near": near, "on": _ON[record.__name__]}
            self.wrong(path, _FIELD_NEAR if near else _FIELD, **values)
        return field

    def asks(self, field: Field, wanted: Any, path: Path) -> tuple[tuple[str, Any], ...]:
        """``light = "red"`` is short for ``light = { is = "red" }``; several questions must all hold."""
        questions = wanted if isinstance(wanted, dict) else {_short_for(field, wanted): wanted}
        found = []
        for asked, value in questions.items():
            place = (*path, asked) if isinstance(wanted, dict) else path
            known = ASKED[field.sort]
            if asked not in known:
                near = nearest(asked, known)
                values = {"asked": asked, "near": near, "column": field.name, "choices": _listed(known)}
                self.wrong(place, _ASK_NEAR if near else _ASK, **values)
                continue
            read = self.wanted(field, asked, value, place)
            if read is not None:
                found.append((asked, read))
        return tuple(found)

    def wanted(self, field: Field, asked: str, value: Any, path: Path) -> Any:
        """What is asked for as the field itself would hold it, or None with a mistake noted."""
        if asked == "empty" or field.sort == "yes_no":
            return self.fits(value, isinstance(value, bool), asked, path, f"{asked} = true")
        if field.sort == "date":
            return self.day(value, asked, path)
        if field.sort == "number":
            fits = isinstance(value, int | float) and not isinstance(value, bool)
            return self.fits(value, fits, asked, path, f"{asked} = 40")
        if field.sort == "years":
            return self.fits(value, type(value) is int, asked, path, f"{asked} = 2026")
        if field.words is None:
            return self.words(value, asked, path)
        found = [self.choice(field, word, path) for word in self.texts(value, path, '"red"')]
        if None in found or not found:
            return None
        return tuple(found) if asked == "one_of" else found[0]

    def words(self, value: Any, asked: str, path: Path) -> Any:
        """A text, or for ``one_of`` several."""
        if asked == "one_of":
            return tuple(self.texts(value, path, '["School A", "School B"]')) or None
        return self.fits(value, isinstance(value, str) and bool(value), asked, path, f'{asked} = "School A"')

    def fits(self, value: Any, fits: bool, asked: str, path: Path, example: str) -> Any:
        if fits:
            return value
        self.wrong(path, _SHAPE, key=asked, example=example)
        return None

    def day(self, value: Any, asked: str, path: Path) -> date | str | None:
        """A day in TOML, as people write it, or the reference date."""
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str):
            if normal(value) in (REFERENCE_DATE, "reference date", "reference_date"):
                return REFERENCE_DATE
            when = parse(value).when
            day = when and (when.as_due if asked == "after" else when.as_start)
            if day:
                return day
        self.wrong(path, _SHAPE, key=asked, example=f"{asked} = 2026-12-31")
        return None

    def choice(self, field: Field, word: str, path: Path) -> str | None:
        assert field.words is not None
        code = field.words.read(word)
        if code is None:
            near = field.words.nearest(word, "nl")
            choices = Words(*(_listed(words) for words in zip(*(t.word for t in field.words), strict=True)))
            values = {"value": word, "near": near, "column": field.name, "choices": choices}
            self.wrong(path, _CHOICE_NEAR if near else _CHOICE, **values)
        return code

    def known_code(
        self, code: str, path: Path, own: Mapping[str, Rule], *, begun: bool = False
    ) -> str | None:
        """A code of ours or of this file; ``begun``: the beginning of one, or a name, is fine too."""
        rules = {**RULES, **own}
        wanted = code.strip().upper()
        named = [rule.code for rule in rules.values() if rule.name == code.strip().lower()]
        if named or wanted in rules or (begun and any(known.startswith(wanted) for known in rules)):
            return named[0] if named else wanted
        near = nearest(wanted, rules)
        self.wrong(path, _RULE_CODE_NEAR if near else _RULE_CODE, code=code, near=near)
        return None

    def accept(self, entry: dict[str, Any], path: Path, own: Mapping[str, Rule]) -> Accept | None:
        self.only(entry, _ACCEPT, path)
        code = self.text(entry, "code", path, '"M205"')
        code = self.known_code(code, (*path, "code"), own) if code else None
        cell = self.text(entry, "cell", path, '"F12"')
        reason = self.text(entry, "reason", path, '"afgesproken met de stuurgroep"')
        sheet = self.text(entry, "sheet", path, '"Mijlpalenplan"') if "sheet" in entry else None
        before, bang, last = (cell or "").rpartition("!")
        match = _CELL.fullmatch(last)
        if cell and not match:
            self.wrong((*path, "cell"), _SHAPE, key="cell", example='cell = "F12"')
        if not (code and match and reason):
            return None
        if bang and not sheet:
            sheet = before.strip("'").replace("''", "'")
        return Accept(code, f"{match[1].upper()}{match[2]}", sheet, reason, line_of(self.lines, path))


_EXAMPLE_RULE = "[[rule]]"
_EXAMPLE_ACCEPT = "[[accept]]"
_ON = {
    "Milestone": Words("een mijlpaal", "a milestone"),
    "Activity": Words("een activiteit", "an activity"),
    "LogEntry": Words("een regel van het logboek", "a line of the log"),
}


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _last_key(path: Path) -> str:
    return next(part for part in reversed(path) if isinstance(part, str))


def _free(codes: set[str]) -> str:
    """The first code that is still free."""
    return next((code for n in range(1, 1000) if (code := f"U{n:03}") not in codes), "U999")


def _short_for(field: Field, wanted: Any) -> str:
    """What a bare value asks: one of a list, a number in a list, the text itself."""
    if field.sort in ("numbers", "years"):
        return "contains"
    return "one_of" if isinstance(wanted, list) else "is"


def _only_known_braces(text: str) -> bool:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return False
    return all(name is None or (name in SHOWN and not spec and not turn) for _, name, spec, turn in parts)
