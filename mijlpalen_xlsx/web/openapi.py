"""The api as OpenAPI 3.1: what may be asked, what comes back, and every status that can."""

from __future__ import annotations

from typing import Any

from mijlpalen_xlsx import __version__
from mijlpalen_xlsx.format import LAYOUTS
from mijlpalen_xlsx.periods import Scale
from mijlpalen_xlsx.schema import REPORT, schema_of
from mijlpalen_xlsx.schemes import known_schemes
from mijlpalen_xlsx.web.settings import Settings

__all__ = ["openapi"]

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BINARY = {"type": "string", "format": "binary"}
_LANG = {"name": "lang", "in": "query", "schema": {"enum": ["nl", "en"], "default": "nl"}}
_STATUSES = {
    400: "Something that was asked is not understood.",
    403: "Asked by a page of another site.",
    404: "There is no such rule.",
    405: "There is no such method here.",
    413: "More than may be sent at once.",
    421: "The server is not known by this name.",
    422: "The workbook cannot be read, or takes too much to work on; the code says why.",
    500: "The program failed. Nothing was kept.",
    503: "Too busy; Retry-After says when to try again.",
}


def openapi(settings: Settings) -> dict[str, Any]:
    """The description, for a server that is set like this."""
    report = schema_of(REPORT)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "mijlpalen-xlsx",
            "version": __version__,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "description": "Blank workbooks for milestone plans, and checks of others. Nothing is kept.",
        },
        "paths": {
            "/api/check": {"post": _check(settings)},
            "/api/marked": {"post": _marked()},
            "/template": {"get": _template()},
            "/rules/{code}": {"get": _rule()},
            "/healthz": {"get": _operation("Whether the server is there.", {"text/plain": {}}, ())},
        },
        "components": {
            "schemas": {
                "error": _ERROR,
                **{name: _moved(each) for name, each in report["$defs"].items()},
            }
        },
    }


_ERROR: dict[str, Any] = {
    "type": "object",
    "required": ["error"],
    "properties": {
        "error": {
            "type": "object",
            "required": ["code", "mistakes"],
            "properties": {
                "code": {"type": ["string", "null"], "description": "the code of a rule, such as M003"},
                "mistakes": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["field", "message"],
                        "properties": {"field": {"type": ["string", "null"]}, "message": {"type": "string"}},
                    },
                },
            },
        }
    },
}


def _moved(schema: Any) -> Any:
    """A schema with its references to where OpenAPI keeps schemas."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _moved(value)
            for key, value in schema.items()
        }
    return [_moved(each) for each in schema] if isinstance(schema, list) else schema


def _operation(
    summary: str, good: dict[str, Any], statuses: tuple[int, ...], *, html: bool = False, **more: Any
) -> dict[str, Any]:
    kind = (
        {"text/html": {}}
        if html
        else {"application/json": {"schema": {"$ref": "#/components/schemas/error"}}}
    )
    bad = {
        str(status): {"description": _STATUSES[status], "content": kind}
        for status in (*statuses, 405, 421, 500)
    }
    return {
        "summary": summary,
        **more,
        "responses": {"200": {"description": "Good.", "content": good}, **bad},
    }


def _upload(file: dict[str, Any]) -> dict[str, Any]:
    schema = {
        "type": "object",
        "required": ["file"],
        "properties": {"file": file},
        "additionalProperties": False,
    }
    return {"required": True, "content": {"multipart/form-data": {"schema": schema}}}


def _basis() -> list[dict[str, Any]]:
    """What a check may be based on, in the query."""
    day = {"type": "string", "format": "date"}
    return [
        _LANG,
        {"name": "reference_date", "in": "query", "schema": day, "description": "status as of this day"},
        {"name": "scheme", "in": "query", "schema": {"enum": list(known_schemes())}},
    ]


def _check(settings: Settings) -> dict[str, Any]:
    files = {"type": "array", "items": _BINARY, "minItems": 1, "maxItems": settings.files}
    good = {"application/json": {"schema": {"$ref": "#/components/schemas/report"}}}
    return _operation(
        "Check one or several workbooks; one that cannot be read is in the report too.",
        good,
        (400, 403, 413, 422, 503),
        parameters=_basis(),
        requestBody=_upload(files),
    )


def _marked() -> dict[str, Any]:
    return _operation(
        "The workbook with its findings marked.",
        {XLSX: {"schema": _BINARY}},
        (400, 403, 413, 422, 503),
        parameters=_basis(),
        requestBody=_upload(_BINARY),
    )


def _template() -> dict[str, Any]:
    from mijlpalen_xlsx.web.asked import LONGEST_NAME, MOST_NAMES

    name = {"type": "string", "maxLength": LONGEST_NAME}
    names = {"type": "array", "items": name, "maxItems": MOST_NAMES}
    schemas: dict[str, dict[str, Any]] = {
        "scheme": {"enum": list(known_schemes())},
        "years": {"type": "string", "pattern": "^([0-9]{4}(-[0-9]{4})?)?$"},
        "scale": {"enum": [scale.value for scale in Scale]},
        "layout": {"enum": list(LAYOUTS)},
        "region": name,
        "subproject": names,
        "party": names,
    }
    parameters = [_LANG, *({"name": key, "in": "query", "schema": each} for key, each in schemas.items())]
    return _operation(
        "A blank workbook.", {XLSX: {"schema": _BINARY}}, (400, 422, 503), html=True, parameters=parameters
    )


def _rule() -> dict[str, Any]:
    code = {"name": "code", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
    return _operation(
        "The page of a rule.", {"text/html": {}}, (400, 404), html=True, parameters=[code, _LANG]
    )
