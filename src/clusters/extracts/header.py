"""Whether a record is a header, so that the names in it may be told in a message.

A file without a header begins with a person. So a record counts as a header only if a
name in it is asked for by the study, or known to the word lists; else it is not shown.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from clusters.schema import COLUMNS
from clusters.schema.own_names import is_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from clusters.settings import Extract

DELIMITERS = ";,\t|"
# What stands in a cell and not in the name of a column: digits and signs only, a day,
# or more digits in a row than a year has.
_VALUE = re.compile(
    r"[0-9.,:/ +-]*[0-9][0-9.,:/ +-]*"
    r"|.*[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}.*"
    r"|.*[0-9]{5,}.*",
    re.DOTALL,
)
# Further down nobody looks for the header.
LOOKED_AT = 10
# So many words over numbers are no accident.
_PROOF = 2


def matching(name: str) -> str:
    """Return a column name as it is compared: without case, blanks and ligatures."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def asked_names(extract: Extract) -> frozenset[str]:
    """Return the names that a study asks for, as they are compared."""
    told = [*extract.columns.values(), *extract.extra, *(each.name for each in COLUMNS)]
    if extract.coordinates:
        told += [extract.coordinates.x, extract.coordinates.y]
    told += [
        name for each in extract.tables.values() for name in (each.key, each.by) if name
    ]
    return frozenset(
        matching(part)
        for each in told
        for whole in (each, each.partition(".")[2])
        for part in (whole, *whole.split("+"))
        if part
    )


def shown_names(columns: Sequence[str], asked: Iterable[str]) -> tuple[str, ...]:
    """Return the names of a record that may be told; none if it can be a person.

    Parameters
    ----------
    columns
        The cells of the record; if it was cut wrongly, one may hold them all.
    asked
        From `asked_names`.
    """
    wanted = frozenset(asked)
    cells = _cells(columns)
    if wanted.intersection(map(matching, cells)):
        return tuple(each for each in columns if not looks_like_value([each], wanted))
    if looks_like_value(columns, wanted) or not any(map(is_known, cells)):
        return ()
    return tuple(columns)


def looks_like_value(columns: Sequence[str], asked: Iterable[str] = ()) -> bool:
    """Whether a cell holds what is no name, such as a number of a person or a day."""
    wanted = frozenset(asked)
    return any(
        _VALUE.fullmatch(each) and matching(each) not in wanted and not is_known(each)
        for each in _cells(columns)
    )


def differs_from_cells(columns: Mapping[str, pd.Series]) -> bool:
    """Whether names that nobody knows are names, by what stands under them.

    A person in the first row has numbers where the others have numbers, and answers
    that others give too; names are words over numbers, and no answers.

    Parameters
    ----------
    columns
        Cells under each name, missing where empty.
    """
    if looks_like_value(list(columns)):
        return False
    over_numbers = 0
    for name, cells in columns.items():
        present = cells.dropna()
        if present.eq(name).any():
            return False
        is_number = len(present) > 0 and bool(present.str.fullmatch(_VALUE).all())
        over_numbers += is_number and any(map(str.isalpha, name))
    return over_numbers >= _PROOF


def header_row(records: Sequence[Sequence[str]], asked: Iterable[str]) -> int | None:
    """Return the row, counted from 1, that is a header below a first that is none."""
    for number, record in enumerate(records[1:LOOKED_AT], start=2):
        if shown_names(record, asked):
            return number
    return None


def _cells(columns: Sequence[str]) -> list[str]:
    cells = re.split(f"[{re.escape(DELIMITERS)}]", ";".join(columns))
    return [each.strip().strip("\"'") for each in cells]
