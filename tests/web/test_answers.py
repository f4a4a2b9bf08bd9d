"""What each address answers, and how what is wrong is said."""

from __future__ import annotations

import io
import json
import re
import socket

import jsonschema
import openpyxl
import pytest

from mijlpalen_xlsx import __version__, check
from mijlpalen_xlsx.outputs.to_json import report_to_data
from mijlpalen_xlsx.report import Report, check_file
from mijlpalen_xlsx.schema import REPORT, schema_of
from tests.web.server import Server, filled_in, multipart

LATE = filled_in("Er is een plan", due="1-1-2026")  # before it starts: M201
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_the_page_is_dutch_with_english_a_click_away(served: Server) -> None:
    page = served.ask("GET", "/")
    assert page.status == 200
    assert '<html lang="nl">' in page.text
    assert "Controleer een werkboek" in page.text
    assert re.search(r'<a href="\./\?lang=en" lang="en"', page.text)
    english = served.ask("GET", "/?lang=en").text
    assert '<html lang="en">' in english
    assert "Check a workbook" in english
    assert 'action="check?lang=en"' in english


def test_every_answer_carries_its_headers(served: Server) -> None:
    for method, path in (("GET", "/"), ("GET", "/rules/M201"), ("GET", "/nergens"), ("POST", "/api/check")):
        headers = served.ask(method, path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cache-Control"] == "no-store"
        assert "Server" not in headers
        assert "Set-Cookie" not in headers


def test_nothing_on_the_page_needs_another_host_or_the_root(served: Server) -> None:
    for path in ("/", "/rules/M201", "/nergens"):
        for address in re.findall(r'(?:href|src|action)="([^"]*)"', served.ask("GET", path).text):
            assert not address.startswith("/"), address
            assert "//" not in address, address


def test_style_and_script_are_there_and_may_be_kept_a_while(served: Server) -> None:
    style = served.ask("GET", f"/style.css?v={__version__}")
    assert style.headers["Content-Type"].startswith("text/css")
    assert "max-age" in style.headers["Cache-Control"]
    assert "http" not in style.text
    script = served.ask("GET", "/static/page.js")
    assert script.status == 200
    assert "javascript" in script.headers["Content-Type"]


def test_a_blank_workbook_is_what_was_asked_for(served: Server) -> None:
    asked = "/template?scheme=sto-2020-2024&years=2021-2023&scale=month&layout=simple&region=De+Heuvels"
    answer = served.ask("GET", f"{asked}&subproject=Techlab%0D%0ALOB&party=School+A%3DA&lang=en")
    assert answer.headers["Content-Type"] == XLSX
    assert answer.headers["Content-Disposition"] == 'attachment; filename="mijlpalenplan.xlsx"'
    book = openpyxl.load_workbook(io.BytesIO(answer.body))
    hidden = {row[0]: row[1] for row in book["_mijlpalen"].iter_rows(values_only=True)}
    assert hidden["scheme"] == "sto-2020-2024"
    assert (str(hidden["first_year"]), str(hidden["last_year"])) == ("2021", "2023")
    assert (hidden["language"], hidden["layout"], hidden["scale"]) == ("en", "simple", "month")
    texts = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"De Heuvels", "Techlab", "LOB", "School A", "A"} <= texts


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("years=2028-2025", "years"),
        ("years=1-3", "years"),
        ("scheme=sto", "scheme"),
        ("scale=week", "scale"),
        ("layout=", "layout"),
        (f"region={'x' * 201}", "region"),
        ("&".join(f"subproject={n}" for n in range(41)), "subproject"),
    ],
)
def test_a_mistake_in_a_form_leads_to_its_field(served: Server, query: str, field: str) -> None:
    answer = served.ask("GET", f"/template?{query}")
    assert answer.status == 400
    assert "<title>Fout: " in answer.text
    assert f'<li><a href="#{field}">' in answer.text
    assert f'aria-describedby="{field}-mistake"' in answer.text.replace(f"{field}-hint ", "")
    assert 'aria-invalid="true"' in answer.text


def test_what_was_filled_in_stays_when_something_is_wrong(served: Server) -> None:
    page = served.ask(
        "GET", "/template?years=x&region=O%27Brien+%3Cb%3E&subproject=een%0Atwee&scale=month"
    ).text
    assert 'value="O&#x27;Brien &lt;b&gt;"' in page
    assert ">een\ntwee</textarea>" in page
    assert '<option value="month" selected="">' in page


def test_an_unknown_field_is_not_passed_over(served: Server) -> None:
    assert "'jaren' kennen we hier niet." in served.ask("GET", "/template?jaren=2025").text.replace(
        "&#x27;", "'"
    )


def test_the_api_gives_what_the_command_gives(served: Server) -> None:
    answer = served.send("/api/check?reference_date=2026-03-01&lang=en", ("plan.xlsx", LATE))
    assert answer.headers["Content-Type"] == "application/json"
    data = json.loads(answer.body)
    from datetime import date

    file = check_file(LATE, "plan.xlsx", reference_date=date(2026, 3, 1))
    assert data == report_to_data(Report((file,)), "en")
    assert "M201" in [finding["code"] for finding in data["files"][0]["findings"]]
    jsonschema.validate(data, schema_of(REPORT))


def test_several_files_keep_their_order_and_one_that_cannot_be_read_stops_none(served: Server) -> None:
    sent = [("a.xlsx", LATE), ("b.xlsx", b"geen werkmap"), ("c.xlsx", filled_in("Iets anders"))]
    data = json.loads(served.send("/api/check", *sent).body)
    assert [file["file"] for file in data["files"]] == ["a.xlsx", "b.xlsx", "c.xlsx"]
    assert [file["readable"] for file in data["files"]] == [True, False, True]
    assert data["files"][1]["findings"][0]["code"] == "M001"


def test_the_marked_workbook_has_the_findings(served: Server) -> None:
    answer = served.send("/api/marked", ("plan.xlsx", LATE))
    assert answer.headers["Content-Type"] == XLSX
    book = openpyxl.load_workbook(io.BytesIO(answer.body))
    assert "Bevindingen" in book.sheetnames
    cell = next(f.cell for f in check(LATE).files[0].findings if f.code == "M201")
    assert cell
    assert book["Mijlpalenplan"][cell].comment


def test_a_workbook_that_cannot_be_marked_says_why(served: Server) -> None:
    answer = served.send("/api/marked?lang=en", ("plan.xlsx", b"PK\x03\x04kapot"))
    assert answer.status == 422
    error = json.loads(answer.body)["error"]
    assert error["code"] == "M003"
    assert "damaged" in error["mistakes"][0]["message"]


@pytest.mark.parametrize(
    ("path", "files", "status"),
    [
        ("/api/check", [], 400),
        ("/api/check?reference_date=1-10-2026", [("a.xlsx", LATE)], 400),
        ("/api/check?scheme=sto", [("a.xlsx", LATE)], 400),
        ("/api/check?iets=1", [("a.xlsx", LATE)], 400),
        ("/api/check", [(f"{n}.xlsx", b"x") for n in range(11)], 400),
        ("/api/marked", [("a.xlsx", LATE), ("b.xlsx", LATE)], 400),
        ("/api/check", [("a.xlsx", b"0" * (20 * 1024 * 1024 + 1))], 413),
        ("/api/nergens", [], 404),
    ],
)
def test_the_api_refuses_in_json(
    served: Server, path: str, files: list[tuple[str, bytes]], status: int
) -> None:
    answer = served.send(path, *files)
    assert answer.status == status
    assert json.loads(answer.body)["error"]["mistakes"][0]["message"]


def test_too_large_a_file_gets_the_page_back(served: Server) -> None:
    answer = served.send("/check", ("groot.xlsx", b"0" * (21 * 1024 * 1024)))
    assert answer.status == 413
    assert '<a href="#file">Dit is te groot; alles samen mag hoogstens 20 MB zijn.</a>' in answer.text


FAR_TOO_LARGE = 50 * 1024 * 1024
"""More than twice what may be sent, so that the server does not keep it."""


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/check", '<a href="#file">Dit is te groot; alles samen mag hoogstens 20 MB zijn.</a>'),
        ("/check?lang=en", '<a href="#file">This is too large; all together may be at most 20 MB.</a>'),
        ("/api/check?lang=nl", '"Dit is te groot; alles samen mag hoogstens 20 MB zijn."'),
        ("/api/marked?lang=en", '"This is too large; all together may be at most 20 MB."'),
    ],
)
def test_far_too_large_a_file_is_refused_in_the_same_words(served: Server, path: str, said: str) -> None:
    answer = served.send(path, ("groot.xlsx", b"0" * FAR_TOO_LARGE))
    assert answer.status == 413
    assert said in answer.text
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert not served.open_files()


@pytest.mark.parametrize(
    "head", [f"Content-Length: {FAR_TOO_LARGE}\r\nExpect: 100-continue", "Transfer-Encoding: chunked"]
)
def test_who_asks_before_sending_or_sends_without_end_hears_it_at_once(served: Server, head: str) -> None:
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as link:
        link.sendall(f"POST /api/check?lang=en HTTP/1.1\r\nHost: localhost\r\n{head}\r\n\r\n".encode())
        if "chunked" in head:
            piece = b"100000\r\n" + b"0" * 0x100000 + b"\r\n"
            for _ in range(41):  # up to the limit, so that nothing is left unread
                link.sendall(piece)
        answer = link.makefile("rb").read().decode()
    assert answer.startswith("HTTP/1.1 413 ")
    assert "This is too large; all together may be at most 20 MB." in answer
    assert "Connection: close" in answer


def test_after_a_refusal_the_server_goes_on(served: Server) -> None:
    """What comes after an upload that was let go of is no request of its own."""
    body = multipart(("groot.xlsx", b"0" * FAR_TOO_LARGE))
    head = f"POST /api/check HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as link:
        link.sendall(head + body + b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = link.makefile("rb").read()
    assert answer.count(b"HTTP/1.1 ") == 1
    assert served.ask("GET", "/healthz").text == "ok\n"


def test_another_method_is_named(served: Server) -> None:
    answer = served.ask("DELETE", "/api/check")
    assert answer.status == 405
    assert "POST" in answer.headers["Allow"]


def test_pages_of_rules(served: Server) -> None:
    page = served.ask("GET", "/rules/m201").text
    assert "<h1>M201 Gereed ligt vóór de start</h1>" in page
    assert '<th scope="col">Gereed (gepland)</th>' in page
    assert "Due" in served.ask("GET", "/rules/M201?lang=en").text
    by_name = served.ask("GET", "/rules/due-before-start").text
    assert by_name == page
    unknown = served.ask("GET", "/rules/M210x")
    assert unknown.status == 404
    assert "Deze code bestaat niet." in unknown.text


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "", "[", "localhost.kwaad"])
def test_a_name_that_is_not_ours_is_refused(served: Server, host: str) -> None:
    assert served.ask("GET", "/", headers={"Host": host}).status == 421


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:80"])
def test_our_own_names_are_good(served: Server, host: str) -> None:
    assert served.ask("GET", "/", headers={"Host": host}).status == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "https://kwaad.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "https://plannen.example"}, 400),
        ({"Origin": "http://localhost", "Host": "localhost"}, 400),
        ({}, 400),
    ],
)
def test_only_our_own_page_may_post(served: Server, headers: dict[str, str], status: int) -> None:
    answer = served.ask("POST", "/check", headers=headers)  # without a file: 400 when it may
    assert answer.status == status


def test_health(served: Server) -> None:
    assert served.ask("GET", "/healthz").text == "ok\n"
