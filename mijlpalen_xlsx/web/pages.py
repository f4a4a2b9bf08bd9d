"""The page itself: two forms side by side, mistakes in what was asked, and room for the result below."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from werkzeug.datastructures import MultiDict

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.outputs.html.markup import Html, el
from mijlpalen_xlsx.outputs.html.voice import Voice
from mijlpalen_xlsx.web.fields import choice, day_field, line, lines
from mijlpalen_xlsx.web.markdown import markdown
from mijlpalen_xlsx.web.settings import Settings
from mijlpalen_xlsx.words import Lang

__all__ = ["front", "refusal", "rule", "style"]

Given = MultiDict[str, str]
ACCEPT = ".xlsx,.xlsm,.ods,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def front(
    lang: Lang,
    settings: Settings,
    *,
    result: str | None = None,
    mistakes: Sequence[tuple[str, str]] = (),
    given: Given | None = None,
) -> str:
    """The page; ``result`` is markup of ours, ``mistakes`` are fields with a sentence each."""
    voice, filled = Voice(lang), given if given is not None else MultiDict()
    wrong = dict(reversed(mistakes))
    start = el(
        "header",
        el("h1", voice.say("Mijlpalenplan in Excel")),
        el(
            "p",
            voice.say(
                "Download een leeg werkboek, vul het in en laat het controleren. U ziet per cel wat er niet "
                "klopt en wat u in plaats daarvan kunt invullen."
            ),
            class_="lead",
        ),
    )
    forms = el("div", _template(voice, filled, wrong), _check(voice, settings, filled, wrong), class_="two")
    shown = Html(result) if result else el("section", id="result", tabindex=-1, hidden="")
    main = el("main", _summary(mistakes, voice), start, forms, shown, id="main")
    title = voice.say("Mijlpalenplan: leeg werkboek en controle")
    if mistakes:
        title = voice.say("Fout: {title}", title=title)
    return _whole(title, main, voice)


def rule(code: str, lang: Lang) -> str:
    """The page of a rule. Raises UnknownCode."""
    from mijlpalen_xlsx.rules import page
    from mijlpalen_xlsx.rules.explain import code_of

    voice, name = Voice(lang), code_of(code)
    back = el("p", el("a", voice.say("Terug naar het begin"), href=f"../{_query(lang)}"))
    main = el("main", markdown(page(name, lang)), back, id="main", class_="rule")
    return _whole(name, main, voice, root="../")


def refusal(said: str, lang: Lang, *, deep: int = 0) -> str:
    """A page with one sentence and the way back; ``deep`` is how many folders below the first page it is."""
    voice, root = Voice(lang), "../" * max(0, deep)
    back = el("a", voice.say("Terug naar het begin"), href=f"{root or './'}{_query(lang)}")
    main = el("main", el("h1", said), el("p", back), id="main", class_="rule")
    return _whole(said, main, voice, root=root)


def style() -> str:
    """The style of the report, then what the page has besides."""
    from importlib import resources

    from mijlpalen_xlsx.outputs.html.page import style as report_style

    own = resources.files(__package__).joinpath("static", "page.css").read_text("utf-8")
    return f"{report_style()}\n{own}"


def _whole(title: str, main: Html, voice: Voice, root: str = "") -> str:
    """A page of ours. Every address in it is relative, so that it works under any prefix of a proxy."""
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width, initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("title", title),
        el("link", rel="icon", type="image/svg+xml", href=f"{root}static/icon.svg"),
        el("link", rel="stylesheet", href=f"{root}style.css?v={__version__}"),
        Html(f'<script src="{root}static/page.js?v={__version__}" defer></script>'),
    )
    skip = el("a", voice.say("Naar de inhoud"), href="#main", class_="skip")
    body = el("body", skip, _top(voice, root), main, _foot(voice))
    return f"<!doctype html>\n{el('html', head, body, lang=voice.lang)}\n"


def _top(voice: Voice, root: str) -> Html:
    other: Lang = "nl" if voice.lang == "en" else "en"
    name = {"nl": "Nederlands", "en": "English"}[other]
    home = el("a", "mijlpalen-xlsx", href=f"{root or './'}{_query(voice.lang)}", class_="home")
    # A rule keeps its own address; from a result one goes to the first page, as a result is not kept.
    switch = el("a", name, href=f"{'' if root else './'}?lang={other}", lang=other, hreflang=other)
    return el("nav", home, switch, class_="top", aria_label=voice.say("Pagina"))


def _foot(voice: Voice) -> Html:
    return el(
        "footer",
        el(
            "p",
            voice.say(
                "Werkboeken worden op deze server gecontroleerd en zijn na het antwoord weg. In het logboek "
                "staat er niets uit."
            ),
        ),
        el(
            "p",
            voice.say("De opzet volgt de brochure over het mijlpalenplan; het is geen officieel formulier."),
            " ",
            f"mijlpalen-xlsx {__version__}",
        ),
    )


def _query(lang: Lang) -> str:
    return "?lang=en" if lang == "en" else ""


# What is wrong in a form


def _summary(mistakes: Sequence[tuple[str, str]], voice: Voice) -> Html | None:
    """All mistakes at the top, each with a link to its field."""
    if not mistakes:
        return None
    items = [
        el("li", el("a", said, href=f"#{field}") if field in _FIELDS else said) for field, said in mistakes
    ]
    head = el("h2", voice.say("Er klopt iets niet"), id="wrong")
    return el(
        "div", head, el("ul", *items), class_="wrong", role="alert", tabindex=-1, aria_labelledby="wrong"
    )


_FIELDS = frozenset(
    {"file", "layout", "party", "reference_date", "region", "scale", "scheme", "subproject", "years"}
)


# The forms


def _template(voice: Voice, given: Given, wrong: dict[str, str]) -> Html:
    from mijlpalen_xlsx.schemes import known_schemes, scheme_named

    titles = [(name, scheme_named(name)) for name in reversed(known_schemes())]
    schemes = [(name, scheme.title.get(voice.lang)) for name, scheme in titles if scheme]
    fields = [
        choice("scheme", voice.say("Regeling"), schemes, given, wrong),
        line("region", voice.say("Techniekregio"), given, wrong),
        lines(
            "subproject", voice.say("Deelprojecten"), voice.say("Eén per regel; later kan ook."), given, wrong
        ),
    ]
    more = _more(
        voice.say("Meer keuzes"), _shape(voice, given, wrong), ("party", "years", "scale", "layout"), wrong
    )
    lang = el("input", type="hidden", name="lang", value=voice.lang)
    button = el("button", voice.say("Download leeg werkboek"), type="submit")
    form = el("form", lang, *fields, more, el("p", button, class_="act"), action="template", method="get")
    return _card("blank", voice.say("Download een leeg werkboek"), form)


def _shape(voice: Voice, given: Given, wrong: dict[str, str]) -> Iterable[Html]:
    names = voice.say("Eén per regel; een korte naam mag achter een =-teken.")
    years = voice.say("Bijvoorbeeld 2025-2028. Leeg: de jaren van de regeling.")
    scales = [
        ("quarter", voice.say("kwartaal")),
        ("month", voice.say("maand")),
        ("year", voice.say("jaar")),
        ("schoolyear", voice.say("schooljaar")),
    ]
    layouts = [
        ("full", voice.say("alle bladen")),
        ("simple", voice.say("zonder Dashboard, Trend en Logboek")),
    ]
    yield lines("party", voice.say("Partijen"), names, given, wrong)
    yield line("years", voice.say("Jaren"), given, wrong, hint=years)
    yield choice("scale", voice.say("Tijd per kolom"), scales, given, wrong)
    yield choice("layout", voice.say("Bladen"), layouts, given, wrong)


def _check(voice: Voice, settings: Settings, given: Given, wrong: dict[str, str]) -> Html:
    more = _more(voice.say("Meer keuzes"), _basis(voice, given, wrong), ("reference_date",), wrong)
    kept = voice.say("Uw werkboek wordt niet bewaard en niet gewijzigd.")
    form = el(
        "form",
        _drop(voice, settings, wrong),
        more,
        el("p", el("button", voice.say("Controleer"), type="submit"), class_="act"),
        el("p", kept, class_="help kept"),
        _progress(voice),
        action=f"check{_query(voice.lang)}",
        method="post",
        enctype="multipart/form-data",
        id="check",
        **_spoken(voice, settings),
    )
    return _card("checking", voice.say("Controleer een werkboek"), form)


def _drop(voice: Voice, settings: Settings, wrong: dict[str, str]) -> Html:
    hint = voice.say(
        "Sleep ze hierheen of kies ze: .xlsx of .ods, hoogstens {files} tegelijk en samen {most} MB.",
        files=settings.files,
        most=settings.upload_mb,
    )
    said = el("p", wrong["file"], class_="mistake", id="file-mistake") if "file" in wrong else None
    field = el(
        "input",
        type="file",
        id="file",
        name="file",
        multiple="",
        accept=ACCEPT,
        aria_describedby="file-hint file-mistake" if said else "file-hint",
        aria_invalid="true" if said else None,
    )
    label = el("label", voice.say("Ingevulde werkboeken"), for_="file")
    chosen = el("ul", id="chosen", hidden="", aria_label=voice.say("Gekozen"))
    return el(
        "div", label, el("p", hint, class_="help", id="file-hint"), said, field, chosen, class_="field drop"
    )


def _basis(voice: Voice, given: Given, wrong: dict[str, str]) -> Iterable[Html]:
    hint = voice.say("Leeg: de peildatum van het werkboek, of vandaag.")
    yield day_field("reference_date", voice.say("Peildatum"), given, wrong, hint=hint)


def _more(name: str, fields: Iterable[Html], keys: Iterable[str], wrong: dict[str, str]) -> Html:
    """Fields that few people need, folded away; open when something in them is wrong."""
    opened = "" if any(key in wrong for key in keys) else None
    return el("details", el("summary", name), *fields, open=opened)


def _progress(voice: Voice) -> Html:
    """What shows while a workbook is on its way; only a browser with scripts shows it."""
    return el(
        "div",
        el("p", id="stage", role="status"),
        el("progress", id="bar", max=100, aria_label=voice.say("Voortgang")),
        el("button", voice.say("Stop"), type="button", id="stop", class_="second"),
        class_="busy",
        id="busy",
        hidden="",
    )


def _spoken(voice: Voice, settings: Settings) -> dict[str, str | int]:
    """What the script says and needs to know."""
    return {
        "data_sending": voice.say("Versturen…"),
        "data_checking": voice.say("Controleren…"),
        "data_stopped": voice.say("Gestopt. Er is niets bewaard."),
        "data_lost": voice.say("Er kwam geen antwoord. Probeer het zo weer."),
        "data_none": voice.say("Kies eerst een werkboek."),
        "data_large": voice.say(
            "Dit is te groot; alles samen mag hoogstens {most} MB zijn.", most=settings.upload_mb
        ),
        "data_many": voice.say("Stuur hoogstens {most} bestanden tegelijk.", most=settings.files),
        "data_size": settings.upload,
        "data_files": settings.files,
    }


def _card(name: str, title: str, *contents: Html) -> Html:
    return el("section", el("h2", title, id=name), *contents, class_="card", aria_labelledby=name)
