"""What looks like a person's e-mail address, phone number or citizen number, and text without them."""

from __future__ import annotations

import re

from mijlpalen_xlsx.regex import pattern
from mijlpalen_xlsx.words import Words

__all__ = ["LEAST", "personal", "redact", "suspect"]

LEAST = 6
"""Characters of the shortest text that says anything of a person: ``a@b.nl``."""
HIDDEN = "•••"
"""What stands in the place of the value; the same in every language."""

_EMAIL = pattern(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}\b", re.IGNORECASE)
# Dutch numbers only: 06-12345678, 010 123 45 67, +31 6 12345678, 0031…; never a piece of a longer number.
_PHONE = pattern(
    r"(?<![\w.,/-])(?!\d{1,2}[-./]\d{1,2}[-./]\d{4})"  # a date with a number behind it is no phone number
    r"(?:(?:\+|00)31[\s./-]?(?:\(0\)[\s./-]?)?|\(?0)[1-9](?:[\s./()-]{0,3}\d){8}(?![\w/-]|[.,]\d)"
)
_NINE = pattern(r"(?<![\w.,/€+-])(?<!€ )(?:\d{9}|\d{4}[ .]\d{2}[ .]\d{3})(?![\w/-]|[.,]\d)")
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)

_KINDS = (
    (_EMAIL, Words("een e-mailadres", "an e-mail address")),
    (_PHONE, Words("een telefoonnummer", "a phone number")),
    (_NINE, Words("een burgerservicenummer", "a citizen service number")),
)


def _citizen_number(text: str) -> bool:
    """Whether nine digits pass the eleven test of Dutch citizen numbers; all the same digit never does."""
    digits = [int(c) for c in text if c.isdigit()]
    return len(set(digits)) > 1 and sum(w * d for w, d in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


# What every phone number and citizen number has: nine digits, with little between them.
_NINE_DIGITS = pattern(r"\d(?:[\s./()-]{0,3}\d){8}")
_BETWEEN = "|"  # between texts: part of no address or number


def suspect(*texts: str) -> bool:
    """Cheap test that rules out nearly all texts: an address has a @, a number at least nine digits."""
    text = _BETWEEN.join(texts)
    return "@" in text or _NINE_DIGITS.search(text) is not None


def personal(text: str) -> Words | None:
    """What kind of personal data ``text`` seems to hold, or None."""
    if not suspect(text):
        return None
    for form, kind in _KINDS:
        for match in form.finditer(text):
            if form is not _NINE or _citizen_number(match[0]):
                return kind
    return None


def redact(text: str) -> str:
    """``text`` with ``•••`` in the place of every e-mail address, phone number and citizen number."""
    if not suspect(text):
        return text
    for form, _ in _KINDS:
        text = form.sub(_hidden, text)
    return text


def _hidden(match: re.Match[str]) -> str:
    return match[0] if match.re.pattern == _NINE.pattern and not _citizen_number(match[0]) else HIDDEN
