"""The sheet Uitleg: how to fill the workbook in, what its signs mean, tips, an example, dates in words.

The example stands in whole sentences, without the heads of the real sheets: a reader of workbooks must never
take it for a plan.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mijlpalen_xlsx.dates import parse, range_text
from mijlpalen_xlsx.look import Colour
from mijlpalen_xlsx.vocabulary import LIGHTS, STAGES, STATUSES, Light, Status
from mijlpalen_xlsx.words import Words
from mijlpalen_xlsx.writer.book import Book
from mijlpalen_xlsx.writer.guide_texts import EXAMPLE, SIGNS, STEPS, TIPS
from mijlpalen_xlsx.writer.sheet_page import LIGHT_LOOKS, footer, links_to, section, title_bar

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

__all__ = ["DATE_PHRASES", "places", "write_guide"]

_SIGN, _NAME, _TEXT = 1, 2, 3
_WIDTHS = (1.7, 4.8, 25.0, 72.0)
_LINE, _LEAST = 13.2, 18.0
_CHARACTERS = 1.05  # of an average text in the width of one digit
_SCALE = 88  # per cent, at which the columns are as wide as an A4

_SIMPLE = ("settings", "plan", "progress")
_BARS = (
    ("", Colour.PLANNED, Colour.INK, "gepland", "de tijd die voor het werk is bedoeld"),
    ("", Colour.ELAPSED, Colour.WHITE, "tijd verstreken", "het deel daarvan dat op de peildatum voorbij is"),
    ("◆", Colour.DONE, Colour.WHITE, "gereed", "het resultaat is er"),
    ("▸", Colour.OVERRUN, Colour.INK, "uitloop", "wordt later verwacht dan gepland"),
    ("!", Colour.RED, Colour.WHITE, "te laat", "de laatst bekende datum is voorbij en het is niet klaar"),
    ("✕", Colour.GREY, Colour.INK, "vervallen", "gaat niet door"),
)

DATE_PHRASES = (
    Words("1-7-2026", "1 July 2026"),
    Words("juli 2026", "July 2026"),
    Words("Q3 2026", "Q3 2026"),
    Words("medio 2026", "mid 2026"),
    Words("eind 2026", "end of 2026"),
    Words("najaar 2026", "autumn 2026"),
    Words("week 36 2026", "week 36 2026"),
    Words("schooljaar 2026-2027", "school year 2026-2027"),
    Words("mei t/m augustus 2026", "May to August 2026"),
    Words("voor 1 juli 2026", "before 1 July 2026"),
    Words("n.t.b.", "TBD"),
)
"""Phrases that the guide promises; what they mean is not written down here but asked of the date reader."""


def write_guide(book: Book) -> None:
    """Write the sheet."""
    _Guide(book, book.add_sheet("guide")).write()


def places(book: Book) -> dict[str, str]:
    """Entries for the hidden sheet: none, nothing is read from here."""
    return {}


class _Guide:
    """Writes the blocks one under another; ``row`` is the next free one."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self.book, self.sheet, self.row = book, sheet, 0
        paper: dict[str, Any] = {"bg_color": Colour.PAPER, "bottom": 1, "bottom_color": Colour.WHITE}
        self.name = book.format(**paper, bold=True, indent=1, text_wrap=True)
        self.text = book.format(**paper, indent=1, text_wrap=True)
        self.sign = book.format(**paper, bold=True, align="center")
        self.plain = book.format(text_wrap=True, indent=1, font_color=Colour.QUIET)

    def write(self) -> None:
        self._set_up()
        title_bar(self.book, self.sheet, _TEXT, self.book.say("Zo werkt dit werkboek"))
        self.row = 1
        self._intro()
        self._steps()
        self._tips()
        self._example()
        self._privacy()
        second_page = self.row
        self._legend()
        self._lights()
        self._dates()
        self.sheet.set_h_pagebreaks([second_page])
        self.sheet.print_area(0, 0, self.row - 1, _TEXT)

    def _set_up(self) -> None:
        for column, width in enumerate(_WIDTHS):
            self.sheet.set_column(column, column, width)
        self.sheet.set_portrait()
        self.sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
        self.sheet.set_print_scale(_SCALE)
        self.sheet.center_horizontally()
        self.sheet.set_tab_color(f"#{Colour.ELAPSED}")
        footer(self.book, self.sheet, "guide")

    def _height(self, text: str, room: float) -> None:
        """A row that is high enough for the text: Excel does not work that out on opening."""
        lines = -(-len(text) // int(room * _CHARACTERS))
        self.sheet.set_row(self.row, max(_LEAST, lines * _LINE + 5))

    def _heading(self, nl: str) -> None:
        self.sheet.set_row(self.row, 9)
        self.sheet.set_row(self.row + 1, 20)
        section(self.book, self.sheet, self.row + 1, _SIGN, _TEXT, self.book.say(nl))
        self.row += 2

    def _line(self, name: str, text: str, sign: str = "", sign_look: Format | None = None) -> None:
        """One line: a sign, a name and a text; without a sign the name begins in its column."""
        self._height(text, _WIDTHS[_TEXT])
        if sign_look:
            self.book.put(self.sheet, self.row, _SIGN, sign, sign_look)
            self.book.put(self.sheet, self.row, _NAME, name, self.name)
        else:
            self.sheet.merge_range(self.row, _SIGN, self.row, _NAME, name, self.name)
        self.book.put(self.sheet, self.row, _TEXT, text, self.text)
        self.row += 1

    def _intro(self) -> None:
        text = self.book.say(
            "Een mijlpalenplan in de opzet van het voorbeeldformat uit de brochure Plannen van activiteiten "
            "in een mijlpalenplan. Het is geen officieel formulier: kijk voor de eisen altijd bij uw "
            "subsidieverstrekker."
        )
        self._height(text, sum(_WIDTHS[1:]))
        self.sheet.merge_range(self.row, _SIGN, self.row, _TEXT, text, self.plain)
        self.row += 1

    def _steps(self) -> None:
        self._heading("Stap voor stap")
        number_look = self.book.format(
            bg_color=Colour.ELAPSED, font_color=Colour.WHITE, bold=True, font_size=13, align="center",
            bottom=1, bottom_color=Colour.WHITE,
        )  # fmt: skip
        full = self.book.layout.plan.about.layout == "full"
        steps = [step for step in STEPS if full or step[0] in _SIMPLE]
        for number, (key, nl) in enumerate(steps, 1):
            row, text = self.row, self.book.say(nl)
            self._line("", text, str(number), number_look)
            self._link(row, key)

    def _link(self, row: int, key: str) -> None:
        """The name of a sheet, on which a click opens it."""
        look = self.book.format(
            bg_color=Colour.PAPER, bottom=1, bottom_color=Colour.WHITE, indent=1,
            font_color=Colour.LINK, underline=1, bold=True,
        )  # fmt: skip
        name = self.book.say("Ga naar {sheet}", sheet=self.book.layout.sheet_name(key))
        self.sheet.write_url(row, _NAME, links_to(self.book, key), look, name)

    def _legend(self) -> None:
        self._heading("Tekens en kleuren in het plan")
        for sign, fill, ink, name, text in _BARS:
            look = self.book.format(
                bg_color=fill, font_color=ink, bold=True, align="center", bottom=1, bottom_color=Colour.WHITE
            )
            self._line(self.book.say(name), self.book.say(text), sign, look)
        for sign, name, text in SIGNS:
            self._line(self.book.say(name), self.book.say(text), sign, self.sign)

    def _lights(self) -> None:
        self._heading("Stoplicht en fase, die u zelf kiest; en planstatus, die uit de datums volgt")
        for term in LIGHTS:
            fill = LIGHT_LOOKS[Light(term.code)]
            look = self.book.format(bold=True, align="center", bottom=1, bottom_color=Colour.WHITE, **fill)
            self._line(term.word.get(self.book.lang), term.meaning.get(self.book.lang), term.sign, look)
        stages = [f"{term.sign} {term.word.get(self.book.lang)}" for term in STAGES]
        self._line(self.book.say("fase"), "  ·  ".join(stages), "", self.sign)
        shown = [STATUSES.term(status) for status in Status]
        words = [f"{term.sign} {term.word.get(self.book.lang)}" for term in shown]
        self._line(self.book.say("planstatus"), "  ·  ".join(words), "", self.sign)

    def _tips(self) -> None:
        self._heading("Tips")
        for name, text in TIPS:
            self._line(self.book.say(name), self.book.say(text))

    def _example(self) -> None:
        self._heading("Een voorbeeld, verzonnen")
        before = self.book.say("voorbeeld:")
        for name, text in EXAMPLE:
            self._line(f"{before} {self.book.say(name)}", self.book.say(text))

    def _dates(self) -> None:
        self._heading("Datums in woorden mogen ook")
        for phrase in DATE_PHRASES:
            words = phrase.get(self.book.lang)
            when = parse(words).when
            meaning = range_text(when, self.book.lang) if when else ""
            self._line(words, self.book.say("wordt gelezen als {meaning}", meaning=meaning))
        note = self.book.say(
            "Bij het begin telt de eerste dag van zo'n periode, bij het einde de laatste. Een balk bij "
            "woorden die u zelf typt, verschijnt nadat het programma het werkboek heeft vernieuwd."
        )
        self._height(note, sum(_WIDTHS[1:]))
        self.sheet.merge_range(self.row, _SIGN, self.row, _TEXT, note, self.plain)
        self.row += 1

    def _privacy(self) -> None:
        self._heading("Privacy en hulp")
        self._line(
            self.book.say("Geen namen van leerlingen"),
            self.book.say(
                "Noem rollen of organisaties, en aantallen in plaats van personen. Dit werkboek gaat rond "
                "bij veel partijen."
            ),
        )
        self._line(
            self.book.say("Komt u er niet uit?"),
            self.book.say("Vraag uw regio-ondersteuner of de penvoerder mee te kijken."),
        )
