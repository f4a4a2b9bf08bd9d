"""A whole page of HTML that stands alone: its style inside it, nothing fetched, no script."""

from __future__ import annotations

from importlib import resources

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.outputs.html.markup import Html, el, join
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.regex import pattern

__all__ = ["style", "table", "whole_page"]

_ENDS_IN_DRAWING = pattern(r"</svg></div>(?:</(?:section|article|main)>)*$")
"""Sheets of a drawing are whole pages on paper: after them the foot would get a page to itself."""


def whole_page(title: str, *body: Html | None, voice: Voice) -> str:
    """The page in the language of ``voice``; ``body`` stands between the start of the page and its foot."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("style", style()),
    )
    made = voice.say("Gemaakt met mijlpalen-xlsx {version}.", version=__version__)
    inside = join(*body)
    foot = el("footer", el("p", made), class_="screen" if _ENDS_IN_DRAWING.search(inside) else None)
    return f"<!doctype html>\n{el('html', head, el('body', inside, foot), lang=voice.lang)}\n"


def style() -> Html:
    """The colours of all we make as variables, then the style sheet."""
    colours = "".join(
        f"--{name.lower().replace('_', '-')}:#{value};"
        for name, value in vars(Colour).items()
        if name.isupper()
    )
    sheet = resources.files(__package__).joinpath("style.css").read_text("utf-8")
    return Html(f"\n:root{{{colours}}}\n{sheet}")


def table(caption: str, heads: list[Html], rows: list[Html], *, name: str) -> Html:
    """A table with real heads, that scrolls by itself where the screen is too narrow for it."""
    inside = el(
        "table",
        el("caption", caption, class_="unseen"),
        el("thead", el("tr", *heads)),
        el("tbody", *(join(row, Html("\n")) for row in rows)),
        class_=name,
    )
    return el("div", inside, class_="scrolls", role="group", tabindex=0, aria_label=caption)
