"""Countries and nationalities, held against the lists that ship with the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.extracts.misfits import STANDS, Misfit, unknown_code
from clusters.extracts.shown import shown
from clusters.schema import Notice, Text
from clusters.schema.codelists import NOTATIONS, as_compared, codes_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    import pandas as pd

    from clusters.schema import Column
    from clusters.schema.codelists import CodeList, Notation

_NOTATION = {
    "brp": Text("codes van de BRP", "codes of the BRP"),
    "iso2": Text("letters van ISO 3166 (2)", "letters of ISO 3166 (2)"),
    "iso3": Text("letters van ISO 3166 (3)", "letters of ISO 3166 (3)"),
    "iso_numeric": Text("nummers van ISO 3166", "numbers of ISO 3166"),
    "name": Text("namen", "names"),
}
_LIST = {
    "countries": Text("landentabel 34 van de BRP", "BRP table 34 of countries"),
    "nationalities": Text(
        "nationaliteitentabel 32 van de BRP", "BRP table 32 of nationalities"
    ),
}


# The letters of Namibia are how some programs write that there is nothing; a column of
# nothing else does not tell which.
_NAMIBIA_OR_NOTHING = "NA"


@dataclass(frozen=True)
class Listed:
    """A column as codes of the BRP; values on no list are missing and told of.

    ``notation`` is what it was delivered in.
    """

    codes: pd.Series
    notation: Notation
    misfit: Misfit | None


def listed(
    values: pd.Series,
    column: Column,
    declared: Notation | None,
    mapped: Collection[str],
) -> Listed:
    """Return countries or nationalities as codes of the BRP.

    Parameters
    ----------
    values
        Strings; missing is unknown.
    column
        Names the list.
    declared
        The notation the study file names. Without one all values decide together: the
        first notation in which every value is found, else codes of the BRP.
    mapped
        Codes that the study file maps to: those of the BRP among them are left alone.
    """
    if column.codelist is None:
        raise ValueError(f"{column.name} is checked against no list")
    codelist: CodeList = column.codelist
    ours = codes_in(codelist, "brp")
    distinct = [str(each) for each in values.dropna().unique()]
    open_ = [each for each in distinct if each not in mapped or each not in ours]
    notation = declared or _fitting(open_, codelist)
    meaning: dict[str, str | None] = {each: each for each in distinct}
    meaning |= {each: _code(each, codelist, notation) for each in open_}
    codes = values.map(meaning).astype("str").rename(values.name)
    is_unknown = codes.isna() & values.notna()
    misfit = _misfit(values, is_unknown, column, codelist, notation)
    return Listed(codes, notation, misfit)


def delivered_as(column: Column, notation: Notation) -> Notice:
    """Return the notice that a notation was recognised, not declared."""
    how = _NOTATION[notation]
    return Notice(
        f"‘{column.meaning.nl}’ is gelezen als {how.nl}, omdat elke waarde daarin past "
        f'(vastleggen: [extract.lists] {column.name} = "{notation}").',
        f"‘{column.meaning.en}’ was read as {how.en}, because every value fits "
        f'(to fix it: [extract.lists] {column.name} = "{notation}").',
    )


def _fitting(distinct: Collection[str], codelist: CodeList) -> Notation:
    if {*distinct} == {_NAMIBIA_OR_NOTHING}:
        return "brp"
    for notation in NOTATIONS:
        if all(_code(each, codelist, notation) for each in distinct):
            return notation
    return "brp"


def _code(value: str, codelist: CodeList, notation: Notation) -> str | None:
    return codes_in(codelist, notation).get(as_compared(value, notation))


def _misfit(
    values: pd.Series,
    is_unknown: pd.Series,
    column: Column,
    codelist: CodeList,
    notation: Notation,
) -> Misfit | None:
    if not is_unknown.any():
        return None
    better = _better(values, codelist, notation)
    section, lines = unknown_code(column.name, shown(values[is_unknown]))
    if better:
        section, lines = "extract.lists", (f'{column.name} = "{better}"',)
    return Misfit(
        column.name,
        Text(
            f"niet in {_LIST[codelist].nl} als {_NOTATION[notation].nl}",
            f"not in {_LIST[codelist].en} as {_NOTATION[notation].en}",
        ),
        _advice(column.name, better),
        int(is_unknown.sum()),
        int(values.notna().sum()),
        section,
        lines,
        STANDS,
    )


def _better(
    values: pd.Series, codelist: CodeList, notation: Notation
) -> Notation | None:
    """Return the notation in which most is found, if that is more than in this one."""
    counts: Mapping[str, int] = values.value_counts().to_dict()
    if {*counts} == {_NAMIBIA_OR_NOTHING}:
        return None
    found = {
        each: sum(n for value, n in counts.items() if _code(value, codelist, each))
        for each in NOTATIONS
    }
    best = max(found, key=lambda each: found[each])
    return best if found[best] > found[notation] else None


def _advice(name: str, better: Notation | None) -> Text:
    if better:
        return Text(
            f"De meeste zijn {_NOTATION[better].nl}: zet "
            f'[extract.lists] {name} = "{better}".',
            f"Most of them are {_NOTATION[better].en}: set "
            f'[extract.lists] {name} = "{better}".',
        )
    known = ", ".join(f'"{each}"' for each in NOTATIONS)
    return Text(
        f"Zeg met [extract.lists] {name} in welke notatie de kolom staat ({known}), of "
        f"zet waarden om onder [extract.codes.{name}]; een lege tekst is onbekend.",
        f"Say with [extract.lists] {name} in which notation the column is ({known}), "
        f"or map values under [extract.codes.{name}]; an empty string is unknown.",
    )
