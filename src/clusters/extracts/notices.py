"""What the reader of the report should know about an extract, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema import COLUMNS, Text

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

_SEEN = {
    "encoding": Text("tekenset", "encoding"),
    "delimiter": Text("scheidingsteken", "delimiter"),
    "decimal": Text("decimaalteken", "decimal sign"),
}


def absent(present: Collection[str]) -> Iterator[Text]:
    """Yield one notice with the columns that are not there, if there are any."""
    covered = {name for group in _ALTERNATIVES if group & {*present} for name in group}
    missing = [
        column.meaning
        for column in COLUMNS
        if column.name not in {*present, *covered} and not column.name.endswith("_id")
    ]
    if missing:
        yield Text(
            "Niet in het extract: " + "; ".join(each.nl for each in missing) + ".",
            "Not in the extract: " + "; ".join(each.en for each in missing) + ".",
        )


def detected(source: Source) -> Iterator[Text]:
    """Yield one notice with what was not declared but seen in a file."""
    seen = [(_SEEN[name], getattr(source, name)) for name in source.detected]
    if seen:
        nl = ", ".join(f"{what.nl} {value!r}" for what, value in seen)
        en = ", ".join(f"{what.en} {value!r}" for what, value in seen)
        yield Text(f"{source.file}: herkend: {nl}.", f"{source.file}: detected: {en}.")


def unmatched(source: Source, persons: int) -> Iterator[Text]:
    """Yield one notice with the persons who have no row in a joined table."""
    if persons:
        some = _vaguely(persons)
        yield Text(
            f"{source.file}: {some.nl} personen zonder rij in deze tabel; "
            "wat erin staat is voor hen onbekend.",
            f"{source.file}: {some.en} persons without a row in this table; "
            "what it says is unknown for them.",
        )


def by_file(
    sources: Mapping[str, Source], missing: Mapping[str, int]
) -> Iterator[Text]:
    """Yield the notices about each file."""
    for name, source in sources.items():
        yield from detected(source)
        yield from unmatched(source, missing.get(name, 0))


def _vaguely(persons: int) -> Text:
    if persons < _VAGUE:
        return Text(f"minder dan {_VAGUE}", f"fewer than {_VAGUE}")
    number = _VAGUE * round(persons / _VAGUE)
    return Text(f"ongeveer {number}", f"about {number}")
