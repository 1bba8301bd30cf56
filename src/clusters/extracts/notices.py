"""What the reader of the report should know about an extract, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema import COLUMNS, Notice, Text, Theme, column
from clusters.schema.text import grouped, plural

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from clusters.extracts.source import Source

# Each of these says the same as the others, more or less exactly.
_ALTERNATIVES = (
    frozenset({"birth_date", "birth_year", "age"}),
    frozenset({"arrival_date", "arrival_year"}),
    frozenset({"moved_in_date", "moved_in_year"}),
)

# A notice is printed in the report before any gate, so a number of persons in it is
# kept vague enough never to point at a few.
_VAGUE = 10

# What a column is called in a report of any country, without our list of codes.
_ANYWHERE = {
    "birth_country": Text("Geboorteland", "Country of birth"),
    "nationality": Text("Nationaliteit", "Nationality"),
    "sector": Text("Bedrijfstak", "Industry"),
    "dwelling_value": Text("Woningwaarde", "Value of the dwelling"),
}

_SEEN = {
    "encoding": Text("tekenset", "encoding"),
    "delimiter": Text("scheidingsteken", "delimiter"),
    "decimal": Text("decimaalteken", "decimal sign"),
}


def absent(present: Collection[str]) -> Iterator[Notice]:
    """Yield one notice with the columns that are not there, if there are any."""
    covered = {name for group in _ALTERNATIVES if group & {*present} for name in group}
    missing = [
        _ANYWHERE.get(each.name, each.meaning)
        for each in COLUMNS
        if each.name not in {*present, *covered} and each.theme is not Theme.IDENTITY
    ]
    if missing:
        yield Notice(
            "Niet in het extract: " + "; ".join(each.nl for each in missing) + ".",
            "Not in the extract: " + "; ".join(each.en for each in missing) + ".",
            asks="nothing",
        )


def detected(source: Source) -> Iterator[Notice]:
    """Yield one notice with what was not declared but seen in a file."""
    seen = [(_SEEN[name], getattr(source, name)) for name in source.detected]
    if seen:
        nl = ", ".join(f"{what.nl} {value!r}" for what, value in seen)
        en = ", ".join(f"{what.en} {value!r}" for what, value in seen)
        yield Notice(
            f"{source.file}: herkend: {nl}.", f"{source.file}: detected: {en}."
        )


def titled(source: Source) -> Iterator[Notice]:
    """Yield one notice with the records above the header that were skipped."""
    if source.titles:
        yield Notice(
            f"{source.file}: {plural(source.titles, 'regel', 'regels')} boven de kop "
            "overgeslagen.",
            f"{source.file}: {plural(source.titles, 'line', 'lines')} above the header "
            "skipped.",
        )


def unmatched(source: Source, persons: int) -> Iterator[Notice]:
    """Yield one notice with the persons who have no row in a joined table."""
    if persons:
        some = vaguely(persons)
        yield Notice(
            f"{source.file}: {some.nl} personen zonder rij in deze tabel; "
            "wat erin staat is voor hen onbekend.",
            f"{source.file}: {some.en} persons without a row in this table; "
            "what it says is unknown for them.",
            asks="do",
        )


def unused(source: Source, rows: int) -> Iterator[Notice]:
    """Yield one notice with the rows of a joined table that belong to nobody."""
    if rows and source.rows:
        share = max(1, round(100 * rows / source.rows))
        yield Notice(
            f"{source.file}: ongeveer {share} % van de rijen hoort bij niemand in de "
            "levering.",
            f"{source.file}: about {share}% of the rows belong to nobody in the "
            "extract.",
            asks="do" if 2 * rows > source.rows else "know",
        )


def by_file(
    sources: Mapping[str, Source],
    missing: Mapping[str, int],
    left_over: Mapping[str, int],
) -> Iterator[Notice]:
    """Yield the notices about each file."""
    for name, source in sources.items():
        yield from detected(source)
        yield from titled(source)
        yield from unmatched(source, missing.get(name, 0))
        yield from unused(source, left_over.get(name, 0))


def empty(names: Collection[str]) -> Iterator[Notice]:
    """Yield one notice with the columns that were delivered and hold nothing."""
    if names:
        meanings = [column(name).meaning for name in names]
        yield Notice(
            "Geleverd maar leeg: " + "; ".join(each.nl for each in meanings) + ".",
            "Delivered but empty: " + "; ".join(each.en for each in meanings) + ".",
            asks="do",
        )


def vaguely(persons: int) -> Text:
    """Word a number of persons so that it never points at a few."""
    if persons < _VAGUE:
        return Text(f"minder dan {_VAGUE}", f"fewer than {_VAGUE}")
    number = _VAGUE * round(persons / _VAGUE)
    return Text(f"ongeveer {grouped(number, 'nl')}", f"about {grouped(number, 'en')}")
