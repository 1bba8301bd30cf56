"""The shape in which a column is described."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from clusters.schema.codelists import CodeList
from clusters.schema.text import Text

YES, NO = "yes", "no"


class Kind(Enum):
    """How the values of a column are read and held.

    Keys and codes are strings, always: leading zeros count, and ``NA`` is Namibia.
    Numbers are float64, dates are datetime64; a missing value is unknown.
    """

    KEY = "key"
    CODE = "code"
    NUMBER = "number"
    DATE = "date"


class Theme(Enum):
    """The part of a life a column speaks of."""

    IDENTITY = "identity"
    DEMOGRAPHIC = "demographic"
    SOCIOECONOMIC = "socioeconomic"
    HOUSING = "housing"
    AREA = "area"


@dataclass(frozen=True)
class Code:
    """One agreed answer of a coded column."""

    code: str
    meaning: Text


@dataclass(frozen=True)
class Column:
    """One column: meaning, type, unit, codes and what an empty cell says.

    A coded column without ``codes`` has an open list (countries, areas); ``width``
    then gives the number of characters, so that a lost leading zero is seen.
    ``codelist`` names the shipped list that its codes are checked against.
    ``low`` and ``high`` bound a number; the bounds of an amount ``in_euro`` hold in
    that currency only. A date or year in the ``past`` is never after the reference
    date, never more than ``within`` years before it, and ``since_birth`` never in a
    year before that of birth. What is out of bounds is unknown, too much is refused.
    """

    name: str
    meaning: Text
    theme: Theme
    kind: Kind
    codes: tuple[Code, ...] = ()
    unit: Text | None = None
    low: float | None = None
    high: float | None = None
    width: int | None = None
    codelist: CodeList | None = None
    in_euro: bool = False
    past: bool = False
    within: int | None = None
    since_birth: bool = False
    empty: Text = Text("onbekend", "unknown")

    @property
    def code_names(self) -> tuple[str, ...]:
        """The agreed codes, in their agreed order."""
        return tuple(code.code for code in self.codes)


def codes_of(*triples: tuple[str, str, str]) -> tuple[Code, ...]:
    """Return codes from (code, Dutch, English) triples."""
    return tuple(Code(code, Text(nl, en)) for code, nl, en in triples)


YES_NO = codes_of((YES, "ja", "yes"), (NO, "nee", "no"))
