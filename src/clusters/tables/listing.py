"""The catalogue as a page of the manual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.tables.catalogue import CATALOGUE
from clusters.tables.spec import Audience

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.tables.spec import TableSpec

_TOP = """# Welke tabellen er zijn

*English: every table that a report may hold; the gate refuses any other. The last list
holds tables that are attacked with the others and never shown. The page is made from
`clusters.tables` by `clusters.tables.listing.as_markdown`, and not edited by hand.*

Deze bladzijde komt uit `clusters.tables`. De controle weigert een tabel die er niet in
staat, of die andere dimensies, mensen of aantallen heeft dan er staat. Wat tussen
accolades staat, verschilt per studie. Onder 'dezelfde mensen' staan de tabellen die
sommige cellen ook hebben: voor de aanval is zo'n cel één getal.
"""
_HEADINGS = {
    Audience.READERS: "In de bestanden van het rapport",
    Audience.REPORT: "Alleen in de tekst van het rapport",
    Audience.NOBODY: "Alleen aangevallen, nooit getoond",
}
_HEADER = (
    "| tabel | wat er staat | dimensies | wie | ook geteld | dezelfde mensen |\n"
    "| --- | --- | --- | --- | --- | --- |"
)


def as_markdown() -> str:
    """Return the page, in Dutch as the rest of the manual."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield _TOP
    for audience, heading in _HEADINGS.items():
        yield f"## {heading}\n\n{_HEADER}"
        yield from (_row(each) for each in CATALOGUE if each.audience is audience)
        yield ""


def _row(spec: TableSpec) -> str:
    others = dict.fromkeys(f"`{each.table}`" for each in spec.same_people)
    cells = (
        f"`{spec.name}`",
        spec.title.nl.rstrip("."),
        ", ".join(f"`{each}`" for each in spec.dimensions),
        spec.population.who.nl,
        ", ".join(f"`{each}`" for each in spec.counts),
        ", ".join(others),
    )
    return f"| {' | '.join(cells)} |"
