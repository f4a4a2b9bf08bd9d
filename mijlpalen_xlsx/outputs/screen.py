"""Screen: what a text may look like where it is read: its language, width, colours and characters."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.outputs.lines import safe
from mijlpalen_xlsx.words import Lang

__all__ = ["Screen"]

_STYLES = {
    "bold": "1",
    "quiet": "90",
    "title": "1;36",
    "error": "1;31",
    "warning": "33",
    "hint": "36",
    "green": "32",
    "orange": "33",
    "red": "31",
    "blue": "34",
}
# A sign that an old console cannot show, and the plain character that stands in for it: always one for one,
# so that the width of a line stays what it was.
_PLAIN = {
    "✖": "x", "▲": "^", "●": "o", "■": "#", "✔": "v", "·": "-", "–": "-", "—": "-", "…": "~", "’": "'",
    "‘": "'", "“": '"', "”": '"', "×": "x", "→": ">", "─": "-", "•": "-", "\u00a0": " ",
}  # fmt: skip


class Screen:
    """The place where a text is read. Plain text of 80 columns in Dutch unless told otherwise."""

    def __init__(
        self, lang: Lang = "nl", width: int = 80, *, colour: bool = False, encoding: str = "utf-8"
    ) -> None:
        self.lang, self.width, self.colour, self.encoding = lang, width, colour, encoding

    @cached_property
    def _shows_all(self) -> bool:
        return self.encoding.lower().replace("-", "").replace("_", "") in ("utf8", "utf16", "utf32")

    def text(self, text: str) -> str:
        """Any text on one line that this screen can show and that does nothing to it."""
        text = safe(text)
        return text if self._shows_all or text.isascii() else "".join(map(self._shown, text))

    def _shown(self, character: str) -> str:
        """The character itself, else a plainer one, else its number as ``\\u20ac``."""
        base = unicodedata.normalize("NFKD", character)[:1]
        for candidate in (character, _PLAIN.get(character, character), base):
            try:
                candidate.encode(self.encoding)
            except UnicodeEncodeError:
                continue
            return candidate
        return character.encode("ascii", "backslashreplace").decode("ascii")

    def say(self, nl: str, **values: object) -> str:
        """A sentence in the language of the reader, its values made harmless."""
        filled = {key: safe(value) if isinstance(value, str) else value for key, value in values.items()}
        return self.text(translate(nl, self.lang).format(**filled))

    def many(self, n: int, one: str, more: str) -> str:
        """The sentence for one, or the one for none or several, with its ``{n}``."""
        return self.say(one if n == 1 else more, n=n)

    def paint(self, text: str, style: str) -> str:
        """The text in a colour or weight, where colours are wanted."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text.strip() else text
