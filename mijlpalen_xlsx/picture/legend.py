"""The legend: a line of samples with their words, only for what the picture shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.picture import bars, signs
from mijlpalen_xlsx.picture.measure import text_width
from mijlpalen_xlsx.picture.rows import BarKind
from mijlpalen_xlsx.picture.svg import el, number, text
from mijlpalen_xlsx.records import NamedTuple, dataclass
from mijlpalen_xlsx.vocabulary import LIGHTS, Light
from mijlpalen_xlsx.words import Lang

__all__ = ["Legend", "legend_of"]

_SIZE, _LINE = 10.5, 20.0
_AFTER_SAMPLE, _AFTER_WORD = 6.0, 18.0


class _Item(NamedTuple):
    """A sample ``width`` wide, drawn at (left, middle), and its words."""

    width: float
    draw: Callable[[float, float], str]
    words: str


def _bar(kind: BarKind) -> Callable[[float, float], str]:
    def draw(x: float, y: float) -> str:
        drawn = bars.stretch(kind, x, x + 28, y)
        if kind is BarKind.DONE:
            drawn += bars.check(x + 4, y, Colour.WHITE)
        elif kind is BarKind.OVERRUN:
            drawn += signs.chevron(x + 14, y)
        elif kind is BarKind.LATE:
            drawn += signs.badge_late(x + 16, y)
        elif kind is BarKind.CANCELLED:
            drawn += bars.cancelled(x + 20, y)
        return drawn

    return draw


def _mark(x: float, y: float) -> str:
    return bars.mark_between(x, x + 28, y, thin=False)


def _vague(x: float, y: float) -> str:
    return bars.bracket(x, x + 28, y + 3)


def _stub(x: float, y: float) -> str:
    return bars.stub(x, x + 28, y)


def _link(x: float, y: float) -> str:
    d = f"M{number(x)} {number(y - 4)}h8v8h12"
    path = el("path", d=d, fill="none", stroke=f"#{Colour.QUIET}", stroke_width=0.9)
    return path + signs.arrow_head(x + 26, y + 4)


def _schoolyear(x: float, y: float) -> str:
    return el(
        "line", x1=x + 4, y1=y - 8, x2=x + 4, y2=y + 8, stroke=f"#{Colour.QUIET}", stroke_dasharray="1 3"
    )


def _light(which: Light) -> Callable[[float, float], str]:
    return lambda x, y: signs.light(which, x + 7, y)


# Name -> width, how it is drawn, Dutch words; in the order of the legend.
_SAMPLES: dict[str, _Item] = {
    "planned": _Item(28, _bar(BarKind.PLANNED), "gepland"),
    "elapsed": _Item(28, _bar(BarKind.ELAPSED), "tijd verstreken"),
    "done": _Item(28, _bar(BarKind.DONE), "gereed"),
    "overrun": _Item(28, _bar(BarKind.OVERRUN), "verwachte uitloop"),
    "late": _Item(28, _bar(BarKind.LATE), "te laat, geen nieuwe datum"),
    "cancelled": _Item(28, _bar(BarKind.CANCELLED), "vervallen"),
    "mark": _Item(28, _mark, "met de hand gezet"),
    "milestone": _Item(14, lambda x, y: signs.milestone(x + 7, y), "mijlpaal"),
    "decision": _Item(18, lambda x, y: signs.decision(x + 9, y), "go/no-go-besluit"),
    "first_plan": _Item(12, lambda x, y: signs.first_plan(x + 6, y), "eerste planning"),
    "vague": _Item(28, _vague, "periode in woorden"),
    "loose_start": _Item(28, _stub, "start, nog geen einddatum"),
    "link": _Item(26, _link, "pas na"),
    "schoolyear": _Item(8, _schoolyear, "nieuw schooljaar"),
    **{
        f"light-{light}": _Item(14, _light(light), LIGHTS.term(light).word.nl)
        for light in (Light.GREEN, Light.ORANGE, Light.RED)
    },
}


class _At(NamedTuple):
    x: float
    y: float
    item: _Item
    words: str


@dataclass(frozen=True)
class Legend:
    """Samples and words, each with its place from the left and from the top."""

    items: tuple[_At, ...]
    height: float

    def drawn(self, x: float, y: float) -> str:
        return el("g", *self._pieces(x, y)) if self.items else ""

    def _pieces(self, x: float, y: float) -> Iterator[str]:
        for at in self.items:
            left, middle = x + at.x, y + at.y
            yield at.item.draw(left, middle)
            yield text(
                left + at.item.width + _AFTER_SAMPLE, middle + 3.7, at.words, size=_SIZE, fill=Colour.INK
            )


def legend_of(used: Collection[str], room: float, lang: Lang, say: Callable[[str], str]) -> Legend:
    """The legend for what is used, in lines of at most ``room`` pixels."""
    items: list[_At] = []
    x, y = 0.0, _LINE / 2 + 8
    for name, item in _SAMPLES.items():
        if name not in used:
            continue
        words = LIGHTS.show(name[6:], lang) if name.startswith("light-") else say(item.words)
        width = item.width + _AFTER_SAMPLE + text_width(words, _SIZE)
        if x and x + width > room:
            x, y = 0.0, y + _LINE
        items.append(_At(x, y, item, words))
        x += width + _AFTER_WORD
    return Legend(tuple(items), y + _LINE / 2 if items else 0.0)
