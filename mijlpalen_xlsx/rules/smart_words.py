"""Words that tell whether the text of a milestone names a result, in Dutch and English: data for SMART hints.

One list per kind, in alphabetical order; a phrase of two to four words counts as one.
"""

from __future__ import annotations

__all__ = ["DEEDS", "INTENTIONS", "RESULTS", "THINGS", "WISHES"]


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
    aanbesteed, aangemeld, aangenomen, aangeschaft, aangesloten, aangesteld, aanwezig, adopted, adopts, af,
    afgerond, afgesproken, afgestemd, agreed, appointed, approved, approves, attend, attended, available,
    beginnen, begins, begint, begonnen, behaald, bekend, bemand, benoemd, bereikt, beschikbaar, beschreven,
    beslist, besluit, besluiten, besteld, betaalt, betalen, bezet, bezocht, bezoeken, bezoekt, bieden,
    biedt, bought, built, certified, complete, completed, connected, daalt, decide, decided, decides,
    deelgenomen, delivered, described, developed, distributed, doen, doen mee, doet, doet mee, done,
    doorgestroomd, draaien, draait, er is, er ligt, er zijn, evaluated, falls, filled, finished, followed,
    formed, founded, gaan open, gaat open, geborgd, gebouwd, gebruiken, gebruikt, gecertificeerd, gedeeld,
    geeft, gegeven, gehouden, gehuurd, gekocht, gekoppeld, gekozen, gelanceerd, geleverd, gemaakt, gemeten,
    geopend, georganiseerd, geplaatst, gepresenteerd, gepubliceerd, gerealiseerd, gereed, geregeld,
    geschoold, geschreven, gesloten, gestart, gesteld, getekend, getest, getraind, geven, gevoerd, gevolgd,
    gevormd, gevuld, geëvalueerd, geïnstalleerd, given, goedgekeurd, haalt, halen, handed over, has, have,
    hebben, heeft, held, heringericht, in gebruik, in use, ingediend, ingepland, ingericht, ingeschreven,
    ingevoerd, installed, is er, kennen, kent, keurt goed, kiest, kiezen, klaar, known, krijgen, krijgt,
    launched, leidt op, levert op, ligt er, loopt, lopen, maakt, made, maken, meegedaan, neemt deel, nemen
    deel, ondergebracht, ondertekend, ondertekenen, ontvangen, ontwikkeld, open, opened, opens, opent,
    operationeel, opgeleid, opgeleverd, opgenomen, opgericht, opgezet, ordered, overgedragen, presented,
    published, reach, reached, ready, rebuilt, received, renewed, replaced, rises, run, runs, samengesteld,
    set up, shared, sign, signed, signs, sluit aan, sluit af, sluiten, sluiten aan, staan, staat, start,
    started, starten, starts, stellen vast, stelt vast, stijgt, stromen door, stroomt door, submitted, take
    part, taken part, takes     part, tested, there are, there is, trained, uitgedeeld, uitgereikt,
    uitgevoerd, use, used, uses, vastgelegd, vastgesteld, verankerd, verbouwd, verdeeld, verhuisd,
    vernieuwd, verschenen, verspreid, verstuurd, vervangen, vervuld, verzorgd, visit, visited, volgen,
    volgt, werken     met, werken samen, werkt, written, zijn er
""")
"""Words of completion: something is there, or is done, when the milestone is reached."""

DEEDS = _list("""
    aanbesteed, aangenomen, aangeschaft, aangesteld, adopted, appointed, approved, benoemd, beslist,
    besluit, besluiten, besteld, bought, built, decided, decides, delivered, founded, gebouwd,
    gecertificeerd, gehouden, gekocht, gekozen, gelanceerd, geleverd, geopend, georganiseerd, geplaatst,
    gepubliceerd, geregeld, getekend, getest, geïnstalleerd, goedgekeurd, held, hired, in gebruik, in use,
    ingediend, ingericht, installed, keurt goed, launched, ondertekend, ondertekenen, opened, opens, opent,
    operationeel, opgeleverd, opgericht, ordered, overgedragen, placed, published, rebuilt, signed, staan
    op, staat in, staat op, stellen vast, stelt vast, submitted, vastgesteld, verbouwd, verhuisd,
    verschenen, verstuurd
""")
"""Words of completion that need no number: somebody signed, bought or opened it, and that can be shown."""

THINGS = _list("""
    aanvraag, afspraak, afspraken, agenda, agreement, agreements, app, apparaat, apparaten, apparatuur,
    avond, avonden, bedrijfsbezoek, bedrijfsbezoeken, begroting, beleid, beleidsplan, beschrijving, besluit,
    bezoek, bezoeken, bijeenkomst, bijeenkomsten, brochure, bus, catalogus, certificaat, certificaten,
    competition, contract, contracten, convenant, course, courses, cursus, database, decision, document,
    doedag, dossier, draaiboek, equipment, evaluatie, evaluation, evening, examen, excursie, exhibition,
    expo, expositie, festival, film, flyer, folder, format, frees, gastles, gastlessen, gesprek, gesprekken,
    gids, guide, handboek, handbook, handleiding, hotspot, hotspots, huisstijl, hybride docent, hybride
    docenten, ict, inrichting, instructie, intentieverklaring, inventarisatie, jaarkalender, jaarplan,
    jaarplanning, kalender, kenniskring, keuzevak, keuzevakken, kist, kisten, kit, kits, lab, labs,
    lasersnijder, leaflet, leerlijn, leerlijnen, leermiddel, leermiddelen, leeromgeving, leerplan,
    leerroute, lesbrief, leskist, lesmateriaal, lesmethode, lespakket, lespakketten, lesprogramma,
    lesrooster, lessen, lessenserie, lesson, lessons, lesuren, letter of intent, lichting, logo, lokaal,
    lokalen, loket, machine, machinepark, machines, manual, maquette, material, materials, meeting,
    meisjesdag, menukaart, methode, meting, middag, module, modules, monitor, newsletter, nieuwsbrief,
    notitie, nulmeting, onderzoek, opdracht, opdrachten, open dag, open dagen, opleiding, opstelling,
    ouderavond, ouderavonden, overeenkomst, overview, overzicht, pakket, pathway, pilot, pilots, plan,
    planning, platform, poster, practica, practicum, praktijklokaal, presentatie, printer, printers,
    profiel, programma, programme, projectgroep, projectplan, projectweek, protocol, prototype, rapport,
    rapportage, regioplan, regiovisie, report, roadmap, robot, robotarm, robots, room, rooms, rooster,
    ruimte, samenwerkingsovereenkomst, scan, scholing, school day, simulator, site, snijder, stageplaats,
    stageplaatsen, stageplan, stageplek, stageplekken, stappenplan, studiedag, studiedagen, stuurgroep,
    syllabus, techlab, techlabs, techniekbus, techniekdag, techniekdagen, techniekplein, techniekweek,
    tentoonstelling, themadag, themaweek, timetable, toets, tool, toolkit, training, trainingen, vacature,
    vacaturebank, verslag, video, visie, visiedocument, visit, visits, vragenlijst, website, wedstrijd, week
    van de techniek, werkbank, werkboek, werkgroep, werkplaats, werkplek, werkstuk, working group, workshop,
    workshops
""")
"""Things one can hold, enter or attend. Also the end of a compound counts: ``scholingsplan``."""
