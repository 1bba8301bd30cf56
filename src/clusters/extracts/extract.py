"""What every layout gives: a roster of everybody, and details of the persons wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd

    from clusters.errors import ExtractError
    from clusters.extracts.source import Source
    from clusters.schema import Text


class Extract(Protocol):
    """A delivered extract, opened and checked; persons are read when asked for.

    Attributes
    ----------
    sources
        The files, in the order of the study file.
    notices
        What the reader of the report should know: columns that are absent, signs that
        were detected, persons without a match in a joined table.
    rows_read
        Persons in the delivered table, before any rule.
    """

    @property
    def sources(self) -> tuple[Source, ...]:
        """The delivered files."""

    @property
    def notices(self) -> tuple[Text, ...]:
        """What was noticed while opening."""

    @property
    def rows_read(self) -> int:
        """Persons delivered."""

    @property
    def columns(self) -> frozenset[str]:
        """Canonical columns that can be read."""

    def where(self, column: str) -> str:
        """How a message in any language names a canonical column."""

    def roster(self) -> pd.DataFrame:
        """Return one row per person delivered, sorted by ``person_id``."""

    def details(
        self, person_ids: pd.Index, only: Collection[str] | None = None
    ) -> pd.DataFrame:
        """Return the other columns of these persons, in their order, as the index.

        With ``only`` those of them that are named there and can be read, and no extra
        columns.
        """


@dataclass(frozen=True)
class Read:
    """The columns that are as agreed, and the refusal of each that is not."""

    frame: pd.DataFrame
    errors: tuple[ExtractError, ...] = ()


class Opened(Protocol):
    """An extract as a layout opens it: as `Extract`, but nothing is refused one by one.

    What is not as agreed is handed over together with the rest, so that whoever asks
    can tell all of it at once.

    Attributes
    ----------
    lacking
        What opening found wrong, of which the rest can still be read.
    """

    @property
    def lacking(self) -> tuple[ExtractError, ...]:
        """What opening found wrong."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The delivered files."""

    @property
    def notices(self) -> tuple[Text, ...]:
        """What was noticed while opening."""

    @property
    def rows_read(self) -> int:
        """Persons delivered."""

    @property
    def columns(self) -> frozenset[str]:
        """Canonical columns that can be read."""

    def where(self, column: str) -> str:
        """How a message in any language names a canonical column."""

    def roster(self) -> Read:
        """Return one row per person delivered, sorted by ``person_id``."""

    def details(
        self, person_ids: pd.Index, only: Collection[str] | None = None
    ) -> Read:
        """Return the other columns of these persons, in their order, as the index."""
