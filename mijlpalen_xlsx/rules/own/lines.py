"""The line of every key in a TOML file, which tomllib does not tell."""

from __future__ import annotations

import re

from mijlpalen_xlsx.records import NamedTuple
from mijlpalen_xlsx.regex import pattern

__all__ = ["Path", "key_lines", "line_of"]

Path = tuple[str | int, ...]

_TOKENS = pattern(
    r"(?P<comment>\#[^\n]*)"
    r'|(?P<long>"""(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5})'
    r'|(?P<string>"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<newline>\n)"
    r"|(?P<mark>[\[\]{}=,.])"
    r"|(?P<bare>[A-Za-z0-9_-]+)"
    r"|[^\S\n]+|(?P<other>.)",
    re.DOTALL,
)
_ENDS = ("\n", ",", "]", "}")


class _Token(NamedTuple):
    text: str
    line: int


def key_lines(text: str) -> dict[Path, int]:
    """The line, from 1, of each key by its path: ``("rule", 0, "when", "light")``. The text is valid TOML."""
    lines = _Lines(text)
    lines.document()
    return lines.found


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a path; of one that is not there, that of what holds it; else 1."""
    return next((lines[path[:n]] for n in range(len(path), 0, -1) if path[:n] in lines), 1)


def _tokens(text: str) -> list[_Token]:
    found, line = [], 1
    for match in _TOKENS.finditer(text):
        if match.lastgroup not in (None, "comment"):
            found.append(_Token(match[0], line))
        line += match[0].count("\n")
    return found


def _name(text: str) -> str:
    return text[1:-1] if text[:1] in "\"'" else text


class _Lines:
    """Walks over the tokens once; every value is passed over but for the keys in it."""

    def __init__(self, text: str) -> None:
        self.tokens = _tokens(text)
        self.at = 0
        self.found: dict[Path, int] = {}
        self.sizes: dict[Path, int] = {}
        """How many elements an array of tables has so far."""

    def text(self) -> str:
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def skip(self, *texts: str) -> bool:
        """Pass over the next token when it is one of these."""
        if self.text() not in texts or self.at >= len(self.tokens):
            return False
        self.at += 1
        return True

    def document(self) -> None:
        table: Path = ()
        while self.at < len(self.tokens):
            if self.skip("\n", "]", "}", ","):
                continue
            if self.text() == "[":
                table = self.heading()
            else:
                self.pair(table)

    def heading(self) -> Path:
        """``[rule.when]`` or ``[[rule]]``: the table in which the next keys stand."""
        line = self.tokens[self.at].line
        self.skip("[")
        repeated = self.skip("[")
        path = self.resolved(self.keys(), repeated=repeated)
        self.note(path, line, 1)
        return path

    def note(self, path: Path, line: int, first: int) -> None:
        """Note the line of a path and of the beginnings of it, from ``first`` parts on."""
        for n in range(first, len(path) + 1):
            self.found.setdefault(path[:n], line)

    def resolved(self, keys: list[str], *, repeated: bool) -> Path:
        """The path of a heading: a name of an array of tables stands for its last element."""
        path: Path = ()
        for key in keys:
            path = (*path, key)
            if repeated and key is keys[-1]:
                self.sizes[path] = self.sizes.get(path, 0) + 1
            if path in self.sizes:
                path = (*path, self.sizes[path] - 1)
        return path

    def keys(self) -> list[str]:
        """A key with its dots, up to what ends it."""
        found = []
        while self.at < len(self.tokens) and self.text() not in ("=", "]", "\n"):
            if not self.skip("."):
                found.append(_name(self.text()))
                self.at += 1
        return found

    def pair(self, table: Path) -> None:
        line = self.tokens[self.at].line
        path = (*table, *self.keys())
        self.note(path, line, len(table) + 1)
        self.skip("=")
        self.value(path)

    def value(self, path: Path) -> None:
        if self.skip("["):
            self.array(path)
        elif self.skip("{"):
            while self.at < len(self.tokens) and not self.skip("}"):
                if not self.skip(",", "\n"):
                    self.pair(path)
        else:
            while self.at < len(self.tokens) and self.text() not in _ENDS:
                self.at += 1

    def array(self, path: Path) -> None:
        number = 0
        while self.at < len(self.tokens) and not self.skip("]"):
            if not self.skip(",", "\n"):
                self.found.setdefault((*path, number), self.tokens[self.at].line)
                self.value((*path, number))
                number += 1
