"""Lists of countries and nationalities: whether a value is on one, and its code.

A column that speaks of countries holds codes of BRP table 34, one of nationalities
those of table 32. Other notations (ISO 3166, names) are told from each other by a whole
column, never by a cell: 0052 is Belgian in table 32 and Barbados in ISO 3166.
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

CodeList = Literal["countries", "nationalities"]
Notation = Literal["brp", "iso2", "iso3", "iso_numeric", "name"]

# In the order in which they are tried; our own goes first.
NOTATIONS: tuple[Notation, ...] = ("brp", "iso2", "iso3", "iso_numeric", "name")
_WIDTH = 4  # to which codes of digits are padded when they are read


@cache
def codes_in(codelist: CodeList, notation: Notation) -> Mapping[str, str]:
    """Return the BRP code of every value of a notation, by `as_compared`.

    Where two entries bear one name, the later of the list counts least.
    """
    found: dict[str, str] = {}
    for entry in _entries(codelist):
        for value in _values(entry, notation):
            found.setdefault(as_compared(value, notation), entry["code"])
    return found


@cache
def name_of(codelist: CodeList, code: str) -> str | None:
    """Return the Dutch name of a BRP code, or None if the list does not hold it."""
    names = {entry["code"]: entry["name"] for entry in _entries(codelist)}
    return names.get(code)


def as_compared(value: str, notation: Notation) -> str:
    """Return a value as it is compared: names without accents, case and signs."""
    if notation == "name":
        plain = unicodedata.normalize("NFKD", value.casefold())
        return "".join(sign for sign in plain if sign.isalnum())
    if notation == "iso_numeric":
        return value.zfill(_WIDTH)
    return value.upper()


def _values(entry: Mapping[str, str], notation: Notation) -> Iterator[str]:
    if notation == "brp":
        yield entry["code"]
    elif notation == "name":
        yield entry["name"]
        yield from filter(None, entry["also"].split("|"))
    else:
        yield from filter(None, entry[notation].split("|"))


@cache
def _entries(codelist: CodeList) -> tuple[Mapping[str, str], ...]:
    entries = _read(f"{codelist}.csv")
    if codelist == "countries":
        return entries
    # A nationality is also known by the country whose it is.
    countries = {
        letters: country
        for country in _read("countries.csv")
        for letters in country["iso2"].split("|")
    }
    return tuple(_with_country(each, countries.get(each["iso2"])) for each in entries)


def _with_country(
    nationality: Mapping[str, str], country: Mapping[str, str] | None
) -> Mapping[str, str]:
    if country is None:
        return {**nationality, "iso3": "", "iso_numeric": ""}
    names = (nationality["also"], country["name"], country["also"])
    place = country["iso2"].split("|").index(nationality["iso2"])
    own = {
        name: country[name].split("|")[place : place + 1]
        for name in ("iso3", "iso_numeric")
    }
    return {
        **nationality,
        "also": "|".join(filter(None, names)),
        **{name: "|".join(values) for name, values in own.items()},
    }


def _read(name: str) -> tuple[Mapping[str, str], ...]:
    with (files("clusters.schema") / "reference" / name).open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))
