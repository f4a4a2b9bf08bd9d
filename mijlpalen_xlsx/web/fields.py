"""Fields of a form, each with its label, its hint, what is wrong with it and what was filled in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from werkzeug.datastructures import MultiDict

from mijlpalen_xlsx.outputs.html.markup import Html, el, join, text

__all__ = ["choice", "day_field", "line", "lines"]

Given = MultiDict[str, str]
Wrong = dict[str, str]


def choice(name: str, label: str, choices: Sequence[tuple[str, str]], given: Given, wrong: Wrong) -> Html:
    """One of a few; the first is chosen when nothing was."""
    chosen = given.get(name)
    options = [
        el("option", word, value=value, selected="" if value == chosen else None) for value, word in choices
    ]
    return _field(name, label, None, wrong, lambda **more: el("select", *options, id=name, name=name, **more))


def line(name: str, label: str, given: Given, wrong: Wrong, *, hint: str | None = None) -> Html:
    """A line of text."""
    value = given.get(name) or None
    return _field(
        name,
        label,
        hint,
        wrong,
        lambda **more: el(
            "input", type="text", id=name, name=name, value=value, autocomplete="off", maxlength=200, **more
        ),
    )


def day_field(name: str, label: str, given: Given, wrong: Wrong, *, hint: str) -> Html:
    """A day, with the calendar of the browser."""
    value = given.get(name) or None
    return _field(
        name,
        label,
        hint,
        wrong,
        lambda **more: el("input", type="date", id=name, name=name, value=value, **more),
    )


def lines(name: str, label: str, hint: str, given: Given, wrong: Wrong) -> Html:
    """Some lines of text."""
    written = Html("\n").join(text(each) for value in given.getlist(name) for each in value.splitlines())
    return _field(
        name,
        label,
        hint,
        wrong,
        lambda **more: el("textarea", Html(written), id=name, name=name, rows=3, **more),
    )


def _field(name: str, label: str, hint: str | None, wrong: Wrong, make: Callable[..., Html]) -> Html:
    """Label, hint and mistake, then the control, which is told of the last two."""
    said = wrong.get(name)
    about = [f"{name}-{kind}" for kind, there in (("hint", hint), ("mistake", said)) if there]
    control = make(aria_describedby=" ".join(about) or None, aria_invalid="true" if said else None)
    return el(
        "div",
        el("label", label, for_=name),
        join(
            el("p", hint, class_="help", id=f"{name}-hint") if hint else None,
            el("p", said, class_="mistake", id=f"{name}-mistake") if said else None,
        ),
        control,
        class_="field",
    )
