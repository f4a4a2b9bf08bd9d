"""The addresses of the page and of the api, and what they answer."""

from __future__ import annotations

import time
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException, RequestEntityTooLarge

from mijlpalen_xlsx.i18n import translate
from mijlpalen_xlsx.rules import UnknownCode
from mijlpalen_xlsx.web import pages
from mijlpalen_xlsx.web.asked import (
    Mistake,
    Uploading,
    Wrong,
    check_options,
    language,
    only_language,
    sent_files,
    template_options,
)
from mijlpalen_xlsx.web.guard import from_elsewhere, known_host, protect
from mijlpalen_xlsx.web.jobs import Action, Answer, Job
from mijlpalen_xlsx.web.log import LOG, size_class
from mijlpalen_xlsx.web.openapi import openapi
from mijlpalen_xlsx.web.pool import Busy, Gone, Pool, TooMuch
from mijlpalen_xlsx.web.settings import Settings

__all__ = ["create_app"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AROUND = 1024 * 1024  # bytes of a request besides its files; werkzeug wants room for a piece of one too
_PARTS = 100  # of a form; up to here one hears that there are too many files
_AGAIN = 5  # seconds after which somebody may try again
_ONE_HOUR = "public, max-age=3600"


class _Refused(Exception):
    """A request that is answered with a status and one sentence, or with the mistakes in its fields."""

    def __init__(self, status: HTTPStatus, *mistakes: Mistake, code: str | None = None) -> None:
        super().__init__(status)
        self.status, self.mistakes, self.code = status, mistakes, code


def create_app(settings: Settings, pool: Pool) -> Flask:
    """The application; ``pool`` does the work. One pool may serve only one application."""
    app = Flask("mijlpalen_xlsx.web", static_folder="static")
    app.request_class = Uploading
    app.config.update(
        MAX_CONTENT_LENGTH=settings.upload + _AROUND,
        MAX_FORM_PARTS=_PARTS,
        MAX_FORM_MEMORY_SIZE=_AROUND,
    )
    app.before_request(lambda: _look(settings))
    app.after_request(_finish)
    _add_addresses(app, settings, pool)
    _add_mistakes(app, settings)
    return app


def _add_addresses(app: Flask, settings: Settings, pool: Pool) -> None:
    def run(action: Action, options: dict[str, Any], *, one: bool = False) -> Answer:
        return _run(pool, settings, action, options, one=one)

    @app.get("/")
    def front() -> Response:
        return _html(pages.front(language(request), settings))

    @app.get("/template")
    def template() -> Response:
        options = template_options(request.args)
        with pool.place(_gone()) as place:
            answer = place.run(Job("template", options["lang"], options))
        return _download(answer.body, XLSX, "mijlpalenplan.xlsx")

    @app.post("/check")
    def check() -> Response:
        answer = run("page", {})
        return _html(
            pages.front(language(request), settings, result=answer.body.decode(), given=request.form)
        )

    @app.post("/api/check")
    def api_check() -> Response:
        answer = run("json", check_options(request.args, strict=True))
        return Response(answer.body, mimetype="application/json")

    @app.post("/api/marked")
    def api_marked() -> Response:
        answer = run("marked", check_options(request.args, strict=True), one=True)
        if answer.outcome != "done":
            said = Mistake("file", "{reason}", {"reason": answer.body.decode()})
            raise _Refused(HTTPStatus.UNPROCESSABLE_ENTITY, said, code=answer.outcome)
        return _download(answer.body, XLSX, "gemarkeerd.xlsx")

    @app.get("/rules/<code>")
    def rule(code: str) -> Response:
        lang = only_language(request.args)["lang"]
        return _html(pages.rule(code, lang))

    @app.get("/style.css")
    def style() -> Response:
        answer = Response(pages.style(), mimetype="text/css")
        answer.headers["Cache-Control"] = _ONE_HOUR
        return answer

    @app.get("/healthz")
    def healthz() -> Response:
        return Response("ok\n", mimetype="text/plain")

    @app.get("/openapi.json")
    def description() -> Response:
        return _json(openapi(settings), HTTPStatus.OK)


def _run(pool: Pool, settings: Settings, action: Action, options: dict[str, Any], *, one: bool) -> Answer:
    """Wait for a worker, and only then take the upload into memory: never more of them than workers."""
    size = request.content_length
    if size is not None and size > settings.upload + _AROUND:
        raise RequestEntityTooLarge
    with pool.place(_gone()) as place:
        if action == "page":
            options = check_options(request.form)
        elif request.form:
            raise Wrong(*(_said("'{name}' kennen we hier niet.", name=name[:40]) for name in request.form))
        files = sent_files(request, settings, one=one)
        if sum(len(file.data) for file in files) > settings.upload:
            raise RequestEntityTooLarge
        answer = place.run(Job(action, language(request), options, files))
    g.outcome = answer.outcome
    return answer


def _gone() -> Callable[[], bool]:
    """Whether the person has left; only the server itself can tell."""
    told: Callable[[], bool] | None = request.environ.get("waitress.client_disconnected")
    return told or (lambda: False)


# Before and after


def _look(settings: Settings) -> None:
    g.began = time.monotonic()
    if not known_host(request, settings):
        raise _Refused(HTTPStatus.MISDIRECTED_REQUEST, _said("Deze server kent deze naam niet."))
    if request.method == "POST" and from_elsewhere(request):
        raise _Refused(HTTPStatus.FORBIDDEN, _said("Verstuur een werkboek vanaf de pagina zelf."))


def _finish(response: Response) -> Response:
    rule = request.url_rule.rule if request.url_rule else "-"  # the address itself is what somebody sent
    spent = (time.monotonic() - g.get("began", time.monotonic())) * 1000
    LOG.info(
        "%s %s %d in=%s out=%s %.0fms %s",
        request.method if rule != "-" else "-",
        rule,
        response.status_code,
        size_class(request.content_length),
        size_class(response.content_length),
        spent,
        g.get("outcome", "-"),
    )
    return protect(response)


# Mistakes


def _said(sentence: str, field: str = "", **values: object) -> Mistake:
    return Mistake(field, sentence, values)


def _add_mistakes(app: Flask, settings: Settings) -> None:
    @app.errorhandler(_Refused)
    def refused(error: _Refused) -> Response:
        return _refusal(error.status, error.mistakes, settings, error.code)

    @app.errorhandler(Wrong)
    def mistaken(error: Wrong) -> Response:
        return _refusal(HTTPStatus.BAD_REQUEST, error.mistakes, settings)

    @app.errorhandler(Busy)
    def busy(_: Busy) -> Response:
        said = _said("Het is nu te druk. Probeer het zo weer.")
        response = _refusal(HTTPStatus.SERVICE_UNAVAILABLE, (said,), settings)
        response.headers["Retry-After"] = str(_AGAIN)
        return response

    @app.errorhandler(TooMuch)
    def too_much(_: TooMuch) -> Response:
        g.outcome = "too-much"
        sentence = (
            "Dit kost te veel geheugen of tijd. Stuur minder bestanden tegelijk, of een kleiner werkboek."
        )
        return _refusal(HTTPStatus.UNPROCESSABLE_ENTITY, (_said(sentence, "file"),), settings)

    @app.errorhandler(Gone)
    def gone(_: Gone) -> Response:
        return Response(status=HTTPStatus.REQUEST_TIMEOUT)  # nobody is there to read it

    @app.errorhandler(UnknownCode)
    def unknown_code(error: UnknownCode) -> Response:
        said = _said("Deze code bestaat niet.")
        if error.suggestion:
            said = _said("Deze code bestaat niet. Bedoelde u {near}?", near=error.suggestion)
        return _refusal(HTTPStatus.NOT_FOUND, (said,), settings)

    @app.errorhandler(HTTPException)
    def http(error: HTTPException) -> Response:
        response = _refusal(HTTPStatus(error.code or 500), (_of_status(error.code, settings),), settings)
        for name, value in error.get_headers():
            if name in ("Allow", "Retry-After", "Location"):
                response.headers[name] = value
        return response

    @app.errorhandler(Exception)
    def unforeseen(error: Exception) -> Response:
        g.outcome = type(error).__name__  # its text may hold what somebody wrote
        return _refusal(HTTPStatus.INTERNAL_SERVER_ERROR, (_of_status(500, settings),), settings)


def _of_status(status: int | None, settings: Settings) -> Mistake:
    match status:
        case HTTPStatus.NOT_FOUND:
            return _said("Deze pagina bestaat niet.")
        case HTTPStatus.METHOD_NOT_ALLOWED:
            return _said("Dit kan hier niet.")
        case HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
            sentence = "Dit is te groot; alles samen mag hoogstens {most} MB zijn."
            return _said(sentence, "file", most=settings.upload_mb)
        case HTTPStatus.INTERNAL_SERVER_ERROR | None:
            return _said("Hier gaat iets mis in het programma zelf. Er is niets bewaard.")
    return _said("Deze vraag is niet te begrijpen.")


def _refusal(
    status: HTTPStatus, mistakes: tuple[Mistake, ...], settings: Settings, code: str | None = None
) -> Response:
    """The mistakes as JSON for the api, as the page for people."""
    lang = language(request)
    said = [(m.field, translate(m.sentence, lang).format(**m.values)) for m in mistakes]
    if request.path.startswith(("/api/", "/openapi.json", "/healthz")):
        mistaken = [{"field": field or None, "message": message} for field, message in said]
        return _json({"error": {"code": code, "mistakes": mistaken}}, status)
    if request.path in ("/check", "/template"):
        given = request.args if request.path == "/template" else None
        return _html(pages.front(lang, settings, mistakes=said, given=given), status)
    return _html(pages.refusal(said[0][1], lang, deep=request.path.count("/") - 1), status)


# Answers


def _html(text: str, status: HTTPStatus = HTTPStatus.OK) -> Response:
    return Response(text, status, mimetype="text/html")


def _json(data: object, status: HTTPStatus) -> Response:
    from mijlpalen_xlsx.outputs.to_json import dump

    return Response(dump(data), status, mimetype="application/json")


def _download(body: bytes, kind: str, name: str) -> Response:
    response = Response(body, mimetype=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
