"""Values that cannot be: counted, made unknown, and refused where they are many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clusters.errors import ExtractError
from clusters.extracts.notices import vaguely
from clusters.extracts.shown import toml_lines
from clusters.schema import Notice, Text, column
from clusters.schema.text import plural

if TYPE_CHECKING:
    from collections.abc import Sequence

# Our choice. Up to one in twenty are mistakes in cells, and those persons are unknown;
# beyond that it is the column, the unit or the reference date that is mistaken.
MOST_MISFITS = 0.05


@dataclass(frozen=True)
class Misfit:
    """Values of a column that cannot be, in one way.

    ``fault`` follows on "values are", or on ``verb`` in Dutch; ``advice`` says what to
    do. ``known`` counts the persons of whom the column says something. ``section`` and
    ``lines`` are TOML that mends it.
    """

    column: str
    fault: Text
    advice: Text
    persons: int
    known: int
    section: str = ""
    lines: tuple[str, ...] = ()
    verb: tuple[str, str] = ("ligt", "liggen")

    @property
    def is_refused(self) -> bool:
        """Whether there are too many to be mistakes in cells."""
        return self.persons > MOST_MISFITS * self.known

    @property
    def notice(self) -> Notice:
        """What the reader should know of it, pointing at nobody."""
        some, meaning = vaguely(self.persons), column(self.column).meaning
        return Notice(
            f"‘{meaning.nl}’: bij {some.nl} personen een waarde {self.fault.nl}; "
            "voor hen is dit onbekend.",
            f"‘{meaning.en}’: for {some.en} persons a value {self.fault.en}; "
            "for them this is unknown.",
            asks="do",
        )

    def error(self, where: str) -> ExtractError:
        """Return the refusal."""
        is_one = self.persons == 1
        return ExtractError(
            f"{where}: {plural(self.persons, 'value', 'values')} out of {self.known} "
            f"{'is' if is_one else 'are'} {self.fault.en}.\n{self.advice.en}",
            f"{where}: {plural(self.persons, 'waarde', 'waarden')} van de {self.known} "
            f"{self.verb[0 if is_one else 1]} {self.fault.nl}.\n{self.advice.nl}",
            {self.section: self.lines} if self.lines else None,
        )


STANDS = ("staat", "staan")


def unknown_code(name: str, values: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the section of the study file, and the lines that map values."""
    return f"extract.codes.{name}", tuple(toml_lines(values, ()))
