"""Words that tell whether the text of a milestone names a result, in Dutch and English: data for SMART hints.

One list per kind, in alphabetical order; a phrase of two to four words counts as one.
"""

from __future__ import annotations

__all__ = ["INTENTIONS", "RESULTS", "THINGS", "WISHES"]


def _list(text: str) -> frozenset[str]:
    return frozenset(word.strip() for word in text.split(","))


INTENTIONS = _list("""
    aandacht besteden, aandacht voor, aim for, aim to, aims to, attention for, attention to, beogen, beoogd,
    beoogt, bevorderen, bevordering, bevordert, bijdragen aan, contribute to, encourage, explore, explores,
    exploring, faciliteren, focus on, gestreefd, in gesprek gaan, investigate, inzet op, inzetten op, kijken
    naar, kijken of, look into, mogelijk maken, nadenken over, nastreven, onderzoeken, oriëntatie op,
    oriënteren, probeert, proberen, promote, promoting, stimulate, stimuleert, stimuleren, streeft, streven,
    streven naar, strive, strives, striving, toewerken naar, trachten, try to, verkennen, verkenning,
    verkent, want to, wants to, wensen, werken aan, wil, willen, work on, work towards, zou moeten, zouden
    moeten
""")
"""Verbs that say what somebody means to do, not what there will be."""

WISHES = _list("""
    a number of, as many as possible, as much as possible, beter, betere, better, diverse, een aantal,
    enlarge, enough, improve, improving, increase, indien mogelijk, intensify, intensiveren, meer, more,
    optimaliseren, optimise, reduce, strengthen, strengthening, sufficient, uitbreiden, various, verbeteren,
    verbetering, vergroten, verhogen, verhoging, verminderen, verschillende, versterken, versterking,
    voldoende, waar mogelijk, where possible, zo goed mogelijk, zo veel mogelijk, zoveel mogelijk
""")
"""Words of more and better: a wish, unless a number says how much."""

RESULTS = _list("""
    aangemeld, aangenomen, aangeschaft, aangesloten, aangesteld, aanwezig, adopted, adopts, af, afgerond,
    afgesproken, agreed, appointed, approved, approves, attend, attended, available, begins, behaald,
    bekend, benoemd, bereikt, beschikbaar, beschreven, beslist, besluit, besluiten, betaalt, betalen, bezet,
    bezocht, bezoeken, bezoekt, bieden, biedt, bought, built, certified, complete, completed, connected,
    daalt, decide, decided, decides, deelgenomen, delivered, described, developed, doen, doen mee, doet,
    doet mee, done, doorgestroomd, draait, er is, er ligt, er zijn, evaluated, falls, filled, finished,
    followed, gaan open, gaat open, geborgd, gebouwd, gebruiken, gebruikt, gecertificeerd, gedeeld, geeft,
    gegeven, gehouden, gekocht, gekoppeld, gekozen, geleverd, gemaakt, gemeten, geopend, georganiseerd,
    geplaatst, gepresenteerd, gepubliceerd, gerealiseerd, gereed, geschoold, geschreven, gesloten, gestart,
    gesteld, getekend, getest, getraind, geven, gevolgd, gevuld, geëvalueerd, geïnstalleerd, given,
    goedgekeurd, haalt, halen, handed over, has, have, hebben, heeft, held, in gebruik, in use, ingediend,
    ingepland, ingericht, ingeschreven, ingevoerd, installed, is er, kennen, kent, keurt goed, kiest,
    kiezen, klaar, known, krijgen, krijgt, leidt op, levert op, ligt er, loopt, maakt, made, maken,
    meegedaan, neemt deel, nemen deel, ondertekend, ondertekenen, ontvangen, ontwikkeld, open, opened,
    opens, opent, operationeel, opgeleid, opgeleverd, opgenomen, opgezet, overgedragen, presented,
    published, reach, reached, ready, rebuilt, received, replaced, rises, run, runs, set up, shared, sign,
    signed, signs, sluit aan, sluit af, sluiten, sluiten aan, staan, staat, start, started, starten, starts,
    stellen vast, stelt vast, stijgt, stromen door, stroomt door, submitted, take part, taken part, takes
    part, tested, there are, there is, trained, uitgevoerd, use, used, uses, vastgesteld, verbouwd,
    verdeeld, verschenen, verstuurd, vervangen, vervuld, verzorgd, visit, visited, volgen, volgt, werken
    met, werken samen, werkt, written, zijn er
""")
"""Words of completion: something is there, or is done, when the milestone is reached."""

THINGS = _list("""
    aanvraag, afspraak, afspraken, agenda, agreement, agreements, app, apparatuur, begroting, beleid,
    beleidsplan, beschrijving, besluit, bijeenkomst, bijeenkomsten, brochure, bus, certificaat,
    certificaten, contract, contracten, convenant, course, courses, cursus, dag, database, decision, docent,
    docenten, document, dossier, draaiboek, equipment, evaluatie, evaluation, examen, excursie, expositie,
    festival, film, format, gastles, gastlessen, guide, handboek, handbook, handleiding, hotspot, hotspots,
    ict, instructie, inventarisatie, jaarkalender, jaarplan, kalender, kenniskring, keuzevak, keuzevakken,
    kist, kisten, kit, kits, lab, labs, leaflet, leerlijn, leerlijnen, leerplan, leerroute, lesbrief,
    leskist, lesmateriaal, lesmethode, lespakket, lespakketten, lesprogramma, lessen, lessenserie, lesson,
    lessons, lokaal, lokalen, loket, machine, machinepark, machines, manual, material, materials, meeting,
    menukaart, methode, meting, middag, module, modules, monitor, notitie, nulmeting, onderzoek, opdracht,
    opdrachten, open dag, opleiding, overeenkomst, overview, overzicht, pakket, pathway, plan, planning,
    platform, poster, praktijklokaal, presentatie, printer, printers, profiel, programma, programme,
    projectplan, protocol, rapport, rapportage, regioplan, report, roadmap, robot, robots, room, rooms,
    rooster, ruimte, samenwerkingsovereenkomst, scan, scholing, school day, site, stageplaats,
    stageplaatsen, stageplek, stageplekken, stappenplan, studiedag, syllabus, techlab, techlabs,
    techniekbus, techniekdag, techniekplein, timetable, toets, tool, toolkit, training, trainingen,
    vacature, vacaturebank, verslag, video, visie, visiedocument, vragenlijst, website, werkboek, werkgroep,
    werkplaats, werkplek, workshop, workshops
""")
"""Things one can hold, enter or attend. Also the end of a compound counts: ``scholingsplan``."""
