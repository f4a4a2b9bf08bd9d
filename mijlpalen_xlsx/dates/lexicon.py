"""Words and abbreviations people use for times, Dutch and English, sorted by what they do in a phrase."""

from __future__ import annotations

from mijlpalen_xlsx.dates.when import Note

__all__ = ["CANCELLING", "CYCLES", "GUESSABLE", "MONTHS", "PHRASES", "UNITS", "WHOLE", "WORDS"]

_MONTHS = (
    "jan januari january",
    "feb febr februari february",
    "mrt maart mar march",
    "apr april",
    "mei may",
    "jun juni june",
    "jul juli july",
    "aug augustus august",
    "sep sept september",
    "okt oktober oct october",
    "nov november",
    "dec december",
)
_SEASONS = ("voorjaar vj lente spring", "zomer summer", "najaar nj herfst autumn fall", "winter")
_PARTS = (
    "begin primo early beginning aanvang",
    "medio midden halverwege mid middle",
    "eind einde end late",
    "ultimo",
)
_ORDINALS = (
    "eerste first one",
    "tweede second twee two",
    "derde third drie three",
    "vierde fourth vier four",
)
_KINDS = {
    "Q": "q k kw kwt kwart kwartaal kwartalen quarter",
    "H": "h helft halfjaar",
    "W": "w wk week weken weeks",
    "J": "schooljaar schooljaren sj cursusjaar lesjaar",
    "A": "studiejaar studiejaren academiejaar",
    "L": "laatste last",
    "Z": "zomervakantie",
    "K": "kerst kerstmis christmas",
    "half": "half",
    "r": "tm tem to through thru",
    "t": "tot until till",
    "v": "voor before",
    "a": "na after",
    "f": "vanaf miv sinds ingaande from since",
    "start": "start starting startdatum",
    "l": "uiterlijk",
    "b": "by",
    "e": "en and",
    "x": "of or",
    "w": "tussen between",
    ">": "verder ev onwards doorlopend structureel heden ongoing now nu present",
    "~": "ca circa omstreeks rond ongeveer around approx approximately about voorlopig ovb",
}
# Words that say nothing about the day itself.
_NOISE = (
    "de het een van in op om te den jaar maand dd uur u dag a vanuit gedurende tijdens loop geheel hele heel"
    " kalenderjaar loopt door as jl the on at during throughout calendar"
    " ma di wo do vr za zo maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"
    " mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday"
    " deadline streefdatum einddatum gepland planned verwacht expected gereed klaar afgerond oplevering"
    " opgeleverd done ready completed uitgesteld verplaatst verschoven doorgeschoven verzet naar postponed"
)


def _words() -> dict[str, tuple[str, int]]:
    found = dict.fromkeys(_NOISE.split(), ("", 0))
    for kind, groups in (("M", _MONTHS), ("S", _SEASONS), ("P", _PARTS), ("n", _ORDINALS)):
        for number, group in enumerate(groups, 1):
            found.update(dict.fromkeys(group.split(), (kind, number)))
    for kind, group in _KINDS.items():
        found.update(dict.fromkeys(group.split(), (kind, 0)))
    found["per"] = ("f", 1)  # "per eind 2023" does not mean: from October on
    return found


WORDS = _words()
"""Word -> kind of token and its number. Kind "" is left out of the phrase."""

GUESSABLE = tuple(
    word
    for word, (kind, _) in WORDS.items()
    if len(word) >= 6 and (kind in ("M", "S") or word in ("kwartaal", "schooljaar"))
)
"""Words long enough to recognise with a typing error in them."""

MONTHS = tuple(word for group in _MONTHS for word in group.split())
"""Every word for a month, however short."""

PHRASES = {
    "tot en met": "tm",
    "up to and including": "tm",
    "up to": "tm",
    "met ingang van": "vanaf",
    "ingaande per": "vanaf",
    "as of": "vanaf",
    "as from": "vanaf",
    "voor of op": "uiterlijk",
    "op of voor": "uiterlijk",
    "on or before": "uiterlijk",
    "niet later dan": "uiterlijk",
    "op zijn laatst": "uiterlijk",
    "no later than": "uiterlijk",
    "not later than": "uiterlijk",
    "at the latest": "uiterlijk",
    "ten laatste": "uiterlijk",
    "tot aan": "tot",
    "prior to": "before",
    "uitgesteld tot": "naar",
    "postponed until": "naar",
    "postponed to": "naar",
    "onder voorbehoud": "ovb",
    "naar verwachting": "ovb",
    "subject to change": "ovb",
    "en verder": "verder",
    "en later": "verder",
    "en daarna": "verder",
    "and beyond": "verder",
    "school year": "schooljaar",
    "academic year": "studiejaar",
    "academisch jaar": "studiejaar",
    "half jaar": "halfjaar",
    "half year": "halfjaar",
    "summer holiday": "zomervakantie",
    "summer holidays": "zomervakantie",
    "summer break": "zomervakantie",
    "summer vacation": "zomervakantie",
    "in the course of": "in",
}
"""Words that only mean something together -> one word of ``WORDS``."""

# Whole cells, written here and compared without spaces and marks: "n.t.b.", "ntb" and "N.T.B" are one.
_WHOLE = {
    Note.ONGOING: (
        "doorlopend continu lopend structureel permanent doorlopendproces gehelelooptijd helelooptijd"
        " degehelelooptijd dehelelooptijd heleperiode geheleperiode deheleperiode helesubsidieperiode"
        " gehelesubsidieperiode heleprojectperiode geheleprojectperiode"
        " ongoing continuous continuously permanently wholeperiod entireperiod thewholeperiod throughout"
    ),
    Note.RECURRING: (
        "jaarlijks maandelijks wekelijks halfjaarlijks tweejaarlijks periodiek regelmatig terugkerend"
        " yearly annually annual monthly quarterly weekly halfyearly periodically recurring"
        " onceayear twiceayear"
    ),
    Note.VAGUE: (
        "ntb nogtebepalen naderebepaling naderetebepalen nadertebepalen nogonbekend onbekend volgt pm"
        " promemorie zsm zosnelmogelijk zospoedigmogelijk perdirect direct nu noginteplannen inteplannen nnb"
        " nognietbekend nietbekend volgtnog datumvolgt wordtnogbepaald later inoverleg nogtebespreken"
        " tezijnertijd tzt totnaderorder vooralsnogonbekend nogniet"
        " nogteplannen naderteplannen nogaftespreken wordtnaderbepaald vanafheden vanafnu heden"
        " tbd tba tbc tobedecided tobedetermined tobeconfirmed tobeannounced unknown asap assoonaspossible"
        " follows"
    ),
    Note.NOT_APPLICABLE: "nvt nietvantoepassing geen geendatum na notapplicable none nodate",
    Note.CANCELLED: (
        "gaatnietdoor gaatnietmeerdoor nietdoorgegaan gingnietdoor gestopt stopgezet nogo afgelast"
        " scrapped willnothappen notgoingahead"
    ),
    Note.STATUS_WORD: (
        "gereed klaar afgerond voltooid gerealiseerd behaald opgeleverd af alklaar reedsgereed algereed"
        " isgereed isklaar loopt bezig gestart opgestart onderhanden inuitvoering inontwikkeling nietgestart"
        " nognietgestart nogtestarten uitgesteld doorgeschoven verschoven onhold inkoelkast indekoelkast"
        " geparkeerd vertraagd vertraging loopachter looptachter opschema gepland groen oranje rood ja nee"
        " done ready completed finished complete inprogress running started notstarted postponed delayed"
        " planned green orange red yes no"
    ),
    Note.NO_YEAR: (
        "ditjaar ditschooljaar ditkwartaal dezemaand volgendjaar volgendschooljaar volgendkwartaal"
        " volgendemaand thisyear thisschoolyear nextyear nextschoolyear nextmonth"
    ),
}
WHOLE = {word: note for note, words in _WHOLE.items() for word in words.split()}

CANCELLING = frozenset(
    ("vervallen", "vervalt", "geschrapt", "geannuleerd", "afgeblazen", "cancelled", "canceled")
)
"""First words of a cell that say that it is off, whatever follows."""

_UNITS = (
    "jaar jaren jr schooljaar schooljaren halfjaar kwartalen maand maanden mnd mnden week weken wk wkn dag"
    " dagen werkdag werkdagen dagdeel dagdelen uur uren u lesuur lesuren min minuut minuten lessen"
    " year years quarters month months weeks day days hour hours hrs"
)
UNITS = frozenset(_UNITS.split())
"""What durations and efforts are counted in. Not ``kwartaal``: ``3 kwartaal`` is the third one."""

_CYCLES = (
    "jaar schooljaar halfjaar kwartaal maand week lesweek periode semester trimester blok dag jaren weken"
    " maanden maandag dinsdag woensdag donderdag vrijdag"
    " year years schoolyear quarter month months weeks term semester day"
)
CYCLES = frozenset(_CYCLES.split())
"""What may follow on ``per`` and ``elk``."""
