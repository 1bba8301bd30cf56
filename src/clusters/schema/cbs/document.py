"""The CBS tables as a page of the manual, Dutch first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema.cbs import CBS_TABLES

if TYPE_CHECKING:
    from clusters.schema.cbs import CbsTable, Variable

_INTRODUCTION = """\
# De CBS-indeling

*The CBS layout. English stands in italics.*

<!-- Gemaakt door clusters.schema.cbs.document; niet met de hand wijzigen. -->

Dit zijn de tabellen en variabelen die `layout = "cbs"` leest. Tabelnamen staan in het
studiebestand onder `[extract.tables]`; alleen `GBAPERSOONTAB` is verplicht, en met een
gemeente ook `GBAADRESOBJECTBUS` en `VSLGWBTAB`. Hoofdletters doen er niet toe.
De namen zijn gelezen uit openbaar materiaal, niet uit de documentatie van het CBS zelf.
Staat er *van ons*, dan is de naam nergens gevonden en door ons gekozen: vergelijk hem
met uw bestand. Elke naam en code is in het studiebestand te vervangen:

```toml
[extract.tables]
GBAMIGRATIEBUS = "data/raw/migratie.sav"

[extract.columns]
"GBAMIGRATIEBUS.DATUMVESTIGING" = "eigen naam"

[extract.codes."SPOLISBUS.SSOORTBAAN"]
"6" = "agency"
```

Codes onder `[extract.codes."TABEL.VARIABELE"]` gelden voor de eerste kolom die de
variabele vult; onder `[extract.codes.kolom]` voor alle variabelen die deze kolom
vullen. Vullen meer variabelen een kolom, dan telt de eerste in deze volgorde die bekend
is.
Onbekend is: leeg, alleen streepjes, en bij bedragen negen tot elf negens.
Een reeks (BUS) telt als de peildatum erin valt, begin- en einddag meegerekend; lopen er
meer, dan telt wie het laatst begon. Maand of dag `00` in een datum is de eerste. Bij
loon en uren wordt een kortere periode omgerekend naar een hele maand.

*These are the tables and variables that the layout reads. "van ons / ours" marks a name
found in no public material and chosen by us; map your own in the study file. A spell
counts if the reference date lies in it, both days included; of several the one that
began last counts. Unknown is: empty, dashes, and for amounts nine to eleven nines.*
"""


def as_markdown() -> str:
    """Return the page: every table, variable, and what it fills."""
    return "\n".join([_INTRODUCTION, *(_section(table) for table in CBS_TABLES)])


def _section(table: CbsTable) -> str:
    ours = "" if table.published else " (naam van ons / name is ours)"
    lines = [
        f"## {table.name}{ours}",
        "",
        f"{table.meaning.nl}.  ",
        f"*{table.meaning.en}.*",
        "",
        "| variabele / variable | betekenis / meaning | vult / fills | naam / name |",
        "|---|---|---|---|",
        *(_row(each) for each in table.variables),
    ]
    answers = [
        f"`{column}` is `{there}` voor wie erin staat, anders / otherwise "
        f"`{table.absent.get(column, 'onbekend')}`."
        for column, there in table.present.items()
    ]
    return "\n".join([*lines, *(["", *answers] if answers else []), ""])


def _row(variable: Variable) -> str:
    name = " of ".join(f"`{each}`" for each in (variable.name, *variable.also))
    meaning = f"{variable.meaning.nl}<br>*{variable.meaning.en}*"
    fills = "<br>".join(_fills(column, codes) for column, codes in _filled(variable))
    origin = "CBS" if variable.published else "van ons / ours"
    needed = ", nodig / needed" if variable.required else ""
    return f"| {name} | {meaning} | {fills} | {origin}{needed} |"


def _filled(variable: Variable) -> list[tuple[str, dict[str, str]]]:
    return [(column, dict(codes)) for column, codes in variable.fills.items()]


def _fills(column: str, codes: dict[str, str]) -> str:
    told = ", ".join(
        f"{'anders' if code == '*' else code} = {ours or 'onbekend'}"
        for code, ours in codes.items()
    )
    return f"`{column}`" + (f": {told}" if told else "")
