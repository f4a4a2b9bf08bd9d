"""The SMART hints, judged on titles: they are rare, and right when they come."""

from __future__ import annotations

import pytest

from mijlpalen_xlsx.dates import When
from mijlpalen_xlsx.format import Milestone
from mijlpalen_xlsx.plan import Plan
from mijlpalen_xlsx.rules import check_plan
from mijlpalen_xlsx.rules.smart import judge
from mijlpalen_xlsx.rules.smart_words import DEEDS, INTENTIONS, RESULTS, THINGS, WISHES
from mijlpalen_xlsx.vocabulary import RowKind
from tests.rules.test_check import DAY

GOOD = """
In 2023 is er een gezamenlijk LOB programma tussen de vmbo-scholen.
Op 31 december 2020 hebben 24 basisscholen een afspraak getekend om mee te doen aan de technieklessen.
In schooljaar 2021-2022 volgen 900 leerlingen van groep 7/8 twee technieklessen op een vmbo-school.
In december 2021 stellen de vier schoolleiders één LOB-leerlijn techniek voor leerjaar 1 tot en met 4 vast.
Medio 2023 gebruikt elke mentor van leerjaar 3 hetzelfde loopbaandossier.
Op 1 maart 2022 besluit de stuurgroep of de leerroute in schooljaar 2022-2023 start.
Week 36 van 2021: het techlab opent met een rooster voor alle vier vmbo-scholen.
Tijdens de hele looptijd is er elke lesweek een technisch onderwijsassistent in het techlab.
Voor eind 2023 ten minste vier hotspots
Ten minste vijf nieuwe doorlopende leerlijnen
40% van de vmbo-leerlingen volgt techniek
De uitstroom naar techniek gaat van 17% naar 20% in 2028
Jaarplan 2026 vastgesteld
Samenwerkingsovereenkomst met het mbo getekend
Lesmateriaal keuzevak robotica gereed
Overzicht LOB-activiteiten
Machinepark vernieuwd
Techniekbus rijdt
Scholingsplan docenten
Nulmeting uitgevoerd
Website in de lucht
Onderzoek naar instroom afgerond
Er ligt een plan om de instroom te bevorderen
Het plan om meer meisjes te werven is vastgesteld
Tien docenten willen en kunnen lesgeven in duurzame energie en hebben een certificaat
40 leerlingen meer kiezen voor techniek
Eerste lichting hybride docenten aangesteld
On 1 July 2026 the lesson material for year 2 is ready
Five companies have signed an agreement
Evaluation report finished
Onderwijsassistent aangenomen
Zestig leerlingen deden mee aan de battle
Tweeëntwintig mentoren getraind
Techniekweek 2026
Meisjesdag georganiseerd
""".strip().splitlines()

POOR = {
    "M601": [
        "Techniek in de onderbouw",
        "Samenwerking po-vo",
        "Communicatie",
        "Basis op orde",
        "Duurzaamheid en circulariteit",
        "Overleg met het bedrijfsleven",
        "Vernieuwing van het curriculum",
        "Imago techniek",
        "Cooperation with companies",
    ],
    "M602": [
        "Verkennen van samenwerking met bedrijven",
        "Meer leerlingen kiezen voor techniek",
        "Streven naar een betere aansluiting vmbo-mbo",
        "Wij willen de instroom in de techniek vergroten",
        "Onderzoeken of een hybride docent mogelijk is",
        "Bevorderen van techniek bij meisjes",
        "Versterken van LOB",
        "Aandacht voor doorstroom",
        "Inzetten op professionalisering",
        "Zo veel mogelijk bedrijven betrekken",
        "Verbetering van de aansluiting",
        "Stimuleren van deelname door basisscholen",
        "Explore cooperation with companies",
        "Improve the connection between vmbo and mbo",
    ],
    "M603": [
        "De samenwerking met het mbo is gestart",
        "De contacten met basisscholen zijn geborgd",
        "Projectorganisatie staat",
        "Ouders zijn bekend met techniek",
    ],
}


@pytest.mark.parametrize("title", GOOD)
def test_a_title_with_a_result_gets_no_hint(title: str) -> None:
    assert judge(title) is None


@pytest.mark.parametrize(("code", "title"), [(c, t) for c, titles in POOR.items() for t in titles])
def test_a_title_without_a_result_gets_the_right_hint(code: str, title: str) -> None:
    assert judge(title) == code


def test_numbers_that_say_when_or_where_are_no_amount() -> None:
    for title in (
        "De samenwerking is gestart op 1 september 2023",
        "De samenwerking is gestart in schooljaar 2023-2024",
        "De samenwerking is gestart in leerjaar 3 en 4",
        "De samenwerking is gestart in Q3",
        "De samenwerking is gestart in groep 7/8",
    ):
        assert judge(title) == "M603", title


def test_decisions_done_and_cancelled_milestones_are_left_alone() -> None:
    poor, due = "Samenwerking po-vo", When.day(DAY)
    decision = Milestone(
        title=poor, number="1", due=due, kind=RowKind.DECISION, party="Stuurgroep", responsibility="besluit"
    )
    rows = (
        decision,
        Milestone(title=poor, number="2", due=due, actual=due),
        Milestone(title=poor, number="3", due=due, cancelled=True),
    )
    assert check_plan(Plan(milestones=rows), reference_date=DAY) == ()


def test_word_lists_are_tidy() -> None:
    for words in (INTENTIONS, WISHES, RESULTS, THINGS, DEEDS):
        assert all(word == word.strip().casefold() and 0 < len(word.split()) <= 4 for word in words)
    assert not INTENTIONS & WISHES
    assert not (INTENTIONS | WISHES) & RESULTS
