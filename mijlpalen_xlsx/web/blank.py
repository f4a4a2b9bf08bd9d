"""A blank workbook with what somebody asked for on the page: scheme, years, scale, layout, names."""

from __future__ import annotations

from typing import Any

from mijlpalen_xlsx.words import Lang

__all__ = ["blank_workbook"]


def blank_workbook(asked: dict[str, Any], lang: Lang) -> bytes:
    """The workbook; ``asked`` are the options of ``/template`` after they were looked at."""
    from mijlpalen_xlsx.format import General, Party, Subproject
    from mijlpalen_xlsx.periods import Scale
    from mijlpalen_xlsx.plan import About, Plan
    from mijlpalen_xlsx.schemes import scheme_named
    from mijlpalen_xlsx.writer import workbook_bytes

    split = (name.partition("=") for name in asked["party"])
    plan = Plan(
        about=About(language=lang, scale=Scale(asked["scale"]), layout=asked["layout"]),
        general=General(scheme=asked["scheme"], region=asked["region"] or None),
        years=tuple(asked["years"]) if asked["years"] else None,
        parties=tuple(Party(name=name.strip(), short=short.strip() or None) for name, _, short in split),
        subprojects=tuple(
            Subproject(number=str(n), title=title) for n, title in enumerate(asked["subproject"], 1)
        ),
    )
    return workbook_bytes(plan, scheme_named(asked["scheme"]))
