"""HTML as a type of its own: whatever is not Html is text, and text is always escaped."""

from __future__ import annotations

from html import escape

from mijlpalen_xlsx.picture.svg import plain
from mijlpalen_xlsx.words import clean

__all__ = ["Html", "el", "join", "people", "text"]

_VOID = frozenset({"br", "col", "input", "link", "meta"})


class Html(str):
    """Markup that is safe as it is. Made by ``el`` and ``text``, or around markup of our own."""

    __slots__ = ()


def text(written: str) -> Html:
    """Text on one line, for an element or an attribute; nothing in it is markup or turns text around.

    Space at its ends stays, as one space: it parts what stands beside it.
    """
    inner = escape(clean(written) if written.isprintable() else plain(written))  # the same, and sooner
    before, after = written[:1].isspace(), written[-1:].isspace() and bool(inner)
    return Html(f"{' ' * before}{inner}{' ' * after}")


def el(name: str, /, *contents: str | None, **attributes: str | int | None) -> Html:
    """One element. ``class_`` becomes ``class`` and ``aria_label`` ``aria-label``; None is left out.

    Names are ours; contents and values may be anybody's.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*contents)}</{name}>")


def join(*contents: str | None) -> Html:
    """Contents one after the other."""
    return Html("".join(each if isinstance(each, Html) else text(each) for each in contents if each))


def people(written: str) -> Html:
    """What a person wrote, set apart so that Arabic or Hebrew leaves the text around it where it is."""
    return el("bdi", written)
