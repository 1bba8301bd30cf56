"""Only tables of the catalogue pass, and only as it describes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.disclosure.design import LinkedTable, is_shown, population_of
from clusters.errors import DisclosureError
from clusters.schema import Text
from clusters.tables import PERSONS, find_spec
from clusters.tables.spec import filled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from clusters.profiles import CountTable
    from clusters.tables import TableSpec


def refuse_undeclared(table: CountTable, catalogue: Sequence[TableSpec]) -> None:
    """Refuse a table that is not in the catalogue, or is not what its entry says.

    Raises
    ------
    DisclosureError
        Naming what differs: dimensions, population, groups, counts or audience.
    """
    spec = find_spec(table.name, catalogue)
    if spec is None:
        raise DisclosureError(
            f"Table {table.name!r} is not in the catalogue of tables; only tables that "
            "are described there are released.\nAdd it to clusters.tables.",
            f"Tabel {table.name!r} staat niet in de catalogus van tabellen; alleen "
            "tabellen die daar zijn beschreven, worden vrijgegeven.\nZet de tabel in "
            "clusters.tables.",
        )
    chosen = spec.in_study(table.name, table.dimensions)
    differ = [_DIMENSIONS] if chosen is None else list(_differing(table, spec, chosen))
    if differ:
        raise DisclosureError(
            f"Table {table.name!r} is not what the catalogue of tables says of it: "
            f"{', '.join(each.en for each in differ)}.",
            f"Tabel {table.name!r} is niet wat de catalogus van tabellen erover zegt: "
            f"{', '.join(each.nl for each in differ)}.",
        )


_DIMENSIONS = Text("andere dimensies", "other dimensions")
_POPULATION = Text("andere mensen", "other people")
_GROUPS = Text("aandelen van andere groepen", "shares of other groups")
_SUMS = Text("andere optellingen", "other sums")
_COUNTS = Text("andere aantallen", "other counts")
_SHOWN = Text("voor andere lezers", "for other readers")


def _differing(
    table: CountTable, spec: TableSpec, chosen: Mapping[str, str]
) -> Iterator[Text]:
    def named(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(filled(each, chosen) for each in names)

    if population_of(table) != spec.population.key:
        yield _POPULATION
    if (table.within, table.reference) != (named(spec.within), spec.reference):
        yield _GROUPS
    if isinstance(table, LinkedTable) and set(table.parents) != {*named(spec.adds_up)}:
        yield _SUMS
    if not set(table.counts) <= {*table.dimensions, PERSONS, *spec.counts}:
        yield _COUNTS
    if is_shown(table) != spec.is_shown:
        yield _SHOWN
