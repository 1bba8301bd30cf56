"""From the name of a column to what it may be: words, or a variable of a standard."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from clusters.schema import COLUMNS, NO, YES
from clusters.schema.cbs import CBS_TABLES

if TYPE_CHECKING:
    from collections.abc import Collection

    from clusters.schema import Column

# Whether a weight makes a sample of the extract is for the analyst to say.
_OURS = frozenset(column.name for column in COLUMNS) - {"weight"}
# Shorter words are found in any long word: "nl" in "inleiding".
_SHORTEST_GLUED = 4
# What suppliers write where they know nothing, outside any list.
_NOTHING_KNOWN = frozenset({"", "onbekend", "unknown", "?", "."})
_NOISE, _TOLD = "noise", "told"
# Columns of which the name is an answer too: of a position, of a source of income.
_ALSO_ANSWERS = frozenset({"has_partner", "benefit"})
# Shorter names of a standard are words and abbreviations too: MAR, CIT.
_SHORTEST_OWN = 5


@dataclass(frozen=True)
class Variable:
    """A variable of a standard that fills a column of ours, with the codes it has."""

    standard: str
    column: str
    own: str
    codes: dict[str, str]


@cache
def reference(name: str) -> dict[str, Any]:
    """Return a word or code list of this package."""
    return tomllib.loads(
        (files("clusters.schema") / "reference" / name).read_text("utf-8")
    )


def columns_named(name: str) -> tuple[str, ...]:
    """Return the columns of ours that an own name can stand for; often none.

    Examples
    --------
    >>> columns_named("GEBOORTELAND_MOEDER"), columns_named("datumVestigingInNederland")
    (('birth_country_mother',), ('arrival_date',))
    """
    plain = _plain(name).strip("_")
    if plain in _OURS:
        return (plain,)
    things = things_in(name) - {_NOISE, _TOLD}
    return tuple(column for column, wanted in _wanted().items() if things in wanted)


def is_known(name: str) -> bool:
    """Whether a name is that of a column: by its words, of a standard or of CBS.

    A word that people also answer with, such as ``partner``, proves nothing.

    Examples
    --------
    >>> is_known("GEBOORTELAND"), is_known("Jansen"), is_known("partner")
    (True, False, False)
    """
    columns = {*columns_named(name)} - _ALSO_ANSWERS
    return bool(columns) or _upper(name) in _standard_names()


def is_description(name: str) -> bool:
    """Whether a name says that the column tells in words what another has as a code."""
    return _TOLD in things_in(name)


def things_in(name: str) -> frozenset[str]:
    """Return the things that the words of a name stand for; none if one is unknown."""
    parts = [part for part in _plain(name).split("_") if part and part != "1"]
    text, ends = "".join(parts), {0}
    for part in parts:
        ends.add(max(ends) + len(part))
    # the best cut of the first n letters: fewest words
    best: list[tuple[str, ...] | None] = [(), *[None] * len(text)]
    for end in range(1, len(text) + 1):
        for start in range(end):
            before, thing = best[start], _things().get(text[start:end])
            is_apart = start in ends and end in ends
            if before is None or thing is None:
                continue
            if end - start < _SHORTEST_GLUED and not is_apart:
                continue
            cut, held = (*before, thing), best[end]
            if held is None or len(cut) < len(held):
                best[end] = cut
    return frozenset(best[-1] or ())


def variables_of(own: dict[str, list[str]]) -> list[Variable]:
    """Return what the standards know of tables, given the columns of each.

    A standard counts if at least half of the columns it could fill are there under
    its names; one name alone, such as SEX, proves nothing.
    """
    present = {_upper(name) for names in own.values() for name in names}
    found: list[Variable] = []
    for standard, columns in reference("variables.toml").items():
        there = [
            _variable(standard, column, each)
            for column, several in columns.items()
            for each in several
            if all(part in present for part in _parts(each))
        ]
        if len({each.column for each in there}) * 2 >= len(columns):
            found += there
    return found


def _variable(standard: str, column: str, line: str) -> Variable:
    own, _, codes = line.partition(":")
    return Variable(standard, column, own.strip(), codes_in(codes))


def codes_in(line: str) -> dict[str, str]:
    """Return the codes in a line such as ``M=man V=woman O=``.

    Examples
    --------
    >>> codes_in("M=man O=")
    {'M': 'man', 'O': ''}
    """
    pairs = (each.rpartition("=") for each in line.split())
    return {code: meaning for code, _, meaning in pairs}


def code_list(column: Column, codes: Collection[str]) -> tuple[str, dict[str, str]]:
    """Return the first list known for a column that holds all of its codes.

    Its name, with a "?" in front where it is one reading of several, and what the codes
    mean, in the order of the list; empty if there is none.

    Examples
    --------
    >>> from clusters.schema import column
    >>> code_list(column("sex"), ["Vrouw", "Man"])
    ('words', {'Man': 'man', 'Vrouw': 'woman'})
    """
    name = "born_abroad" if column.code_names == (YES, NO) else column.name
    for title, line in reference("codes.toml").get(name, {}).items():
        own = {_folded(code): meaning for code, meaning in codes_in(line).items()}
        own |= dict.fromkeys(_NOTHING_KNOWN, "")
        if all(_folded(code) in own for code in codes):
            places = list(own)
            ordered = sorted(
                codes, key=lambda each: (places.index(_folded(each)), each)
            )
            return title, {code: own[_folded(code)] for code in ordered}
    return "", {}


def _folded(code: str) -> str:
    return code.strip().lower().replace(" ", "_")


def _parts(line: str) -> list[str]:
    return [_upper(part) for part in line.partition(":")[0].split("+")]


def _upper(name: str) -> str:
    """Return a name as standards write it; of numbers with dots only the digits."""
    plain = name.strip().upper()
    digits = re.sub(r"[._\s-]", "", plain)
    return digits if re.fullmatch(r"\d{6}", digits) else plain


def _plain(name: str) -> str:
    """Return a name in small plain letters, its words apart as far as it tells."""
    letters = unicodedata.normalize("NFKD", name)
    letters = "".join(each for each in letters if not unicodedata.combining(each))
    apart = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", letters)
    return re.sub(r"[^a-z0-9]+", "_", apart.lower())


@cache
def _standard_names() -> frozenset[str]:
    """Return the names that a standard or a table of CBS has for its variables."""
    standards = {
        part
        for columns in reference("variables.toml").values()
        for several in columns.values()
        for each in several
        for part in _parts(each)
    }
    cbs = {
        _upper(name)
        for table in CBS_TABLES
        for variable in table.variables
        for name in (variable.name, *variable.also)
    }
    return frozenset(each for each in standards | cbs if len(each) >= _SHORTEST_OWN)


@cache
def _things() -> dict[str, str]:
    return {
        word.replace("_", ""): thing
        for thing, words in reference("words.toml")["words"].items()
        for word in words.split()
    }


@cache
def _wanted() -> dict[str, tuple[frozenset[str], ...]]:
    return {
        column: tuple(frozenset(each.split()) for each in told.split("|"))
        for column, told in reference("words.toml")["columns"].items()
    }
