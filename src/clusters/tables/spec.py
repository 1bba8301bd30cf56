"""What is said of a table in the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cache

from clusters.schema import Text

# What stands in a dimension for the whole of it: a cluster, type or origin called "all"
# is everybody, whom the others are held against.
EVERYBODY = "all"
# The cluster of those who have no clear profile.
NO_CLEAR_PROFILE = "0"
# What a table may count: always persons; where they are known the different households
# and addresses that these are of; of a sample the people whom they stand for.
PERSONS, HOUSEHOLDS, ADDRESSES, WEIGHTED = (
    "persons", "households", "addresses", "weighted",
)  # fmt: skip
# Stands in a name or a code for what a study puts there, as in "{feature} by {other}".
_VARIABLE = re.compile(r"\{(\w+)\}")
_SEPARATOR = "\n"


class Audience(Enum):
    """Who may see a table, once it has passed the gate."""

    READERS = "readers"  # whoever may read the report: it is in its files
    REPORT = "report"  # released to the report, which tells of it; in no file
    NOBODY = "nobody"  # attacked with the others because it ties them; never shown


@dataclass(frozen=True)
class Population:
    """Whom a table counts.

    Tables of one ``key`` share their totals, and the register of releases knows their
    numbers by it: an earlier release is not found under another key.
    """

    key: str
    who: Text


@dataclass(frozen=True)
class SamePeople:
    """Cells that count the same people as cells of another table.

    Parameters
    ----------
    here, there
        Of this table and of the other one, each dimension and its code. A code in
        braces is whatever both tables have there; ``{first_year}``, ``{last_year}`` and
        ``{this_year}`` are the years over which residents are followed, and that of the
        reference date.
    table
        The other table.
    but
        Codes of which it is not so.
    only_if_equal
        Whether it is so only where both count as many.
    """

    here: Mapping[str, str]
    table: str
    there: Mapping[str, str]
    but: tuple[str, ...] = ()
    only_if_equal: bool = False


@dataclass(frozen=True)
class TableSpec:
    """A table that may be made.

    Parameters
    ----------
    name
        What it is called in files and in the release. What is in braces differs by
        study, and is the same wherever it stands.
    dimensions
        The columns that say which cell a row is.
    population
        Whom it counts.
    title
        What it tells, for readers.
    sheet
        What it is called among other tables; as short as a sheet's name must be.
    counts
        What is counted besides persons, where it is known.
    within
        The dimensions whose cells add up to a group of people: a share is of that.
    reference
        The group that others are held against, as ``{dimension: code}``.
    adds_up
        The dimensions whose codes add up to `EVERYBODY` or to a code above them.
    audience
        Who may see it.
    same_people
        The cells that another table counts as well, though neither shows it.
    choices
        What may stand for a variable in braces; anything where nothing is said.
    """

    name: str
    dimensions: tuple[str, ...]
    population: Population
    title: Text
    sheet: Text = Text("", "")
    counts: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    reference: Mapping[str, str] = field(default_factory=dict)
    adds_up: tuple[str, ...] = ()
    audience: Audience = Audience.READERS
    same_people: tuple[SamePeople, ...] = ()
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def is_shown(self) -> bool:
        """Whether it is released, and not only attacked with the others."""
        return self.audience is not Audience.NOBODY

    def has_name(self, name: str) -> bool:
        """Whether a table of a study may be called so by this entry."""
        return bool(_pattern(self.name).fullmatch(name))

    def in_study(self, name: str, dimensions: tuple[str, ...]) -> dict[str, str] | None:
        """Return what stands for each variable in a table of a study.

        None if the table has another name or other dimensions than the entry allows.
        """
        chosen = matched((self.name, *self.dimensions), (name, *dimensions))
        if chosen is None:
            return None
        allowed = all(
            chosen[each] in codes
            for each, codes in self.choices.items()
            if each in chosen
        )
        return chosen if allowed else None


def find_spec(name: str, catalogue: Iterable[TableSpec]) -> TableSpec | None:
    """Return the entry of a table by its name in a study; None if there is none."""
    return next((each for each in catalogue if each.has_name(name)), None)


def spec_of(name: str, catalogue: Iterable[TableSpec]) -> TableSpec:
    """Return the entry of a table by its name in the catalogue.

    Raises
    ------
    KeyError
        If there is none.
    """
    return {each.name: each for each in catalogue}[name]


def matched(words: Sequence[str], told: Sequence[str]) -> dict[str, str] | None:
    """Return what stands for each variable in words; None where they do not fit.

    Examples
    --------
    >>> matched(("{year}", "{outcome} after {stay}"), ("2015", "left after 3"))
    {'year': '2015', 'outcome': 'left', 'stay': '3'}
    >>> matched(("{year}", "{year}"), ("2015", "2016"))
    """
    found = _pattern(_SEPARATOR.join(words)).fullmatch(_SEPARATOR.join(told))
    return found.groupdict() if found else None


def filled(words: str, chosen: Mapping[str, str]) -> str:
    """Return words with what stands for their variables, as far as that is known.

    Examples
    --------
    >>> filled("{feature} by {other}", {"feature": "age"})
    'age by {other}'
    """
    return _VARIABLE.sub(lambda found: chosen.get(found[1], found[0]), words)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return what words with variables match; a variable is the same in all places."""
    parts, seen = [], set[str]()
    for plain, name in zip(*[iter([*_VARIABLE.split(words), ""])] * 2, strict=True):
        parts.append(re.escape(plain))
        if name in seen:
            parts.append(f"(?P={name})")
        elif name:
            parts.append(f"(?P<{name}>[^{_SEPARATOR}]+?)")
            seen.add(name)
    return re.compile("".join(parts))
