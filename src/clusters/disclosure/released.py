"""The type of what may be shown. Renderers accept this and nothing else."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.errors import DisclosureError

if TYPE_CHECKING:
    from clusters.disclosure.policy import Policy


@dataclass(frozen=True)
class _Seal:
    """Made by the gate of what it lets through; it fits nothing else. Not exported."""

    digest: str


@dataclass(frozen=True)
class ReleasedTable:
    """A table that has passed the gate; only `clusters.disclosure` makes one.

    Parameters
    ----------
    name
        What the table is called in files.
    dimensions
        The columns that say which cell a row is.
    rows
        One row per cell: the dimensions (string), ``persons`` (Int64, rounded, missing
        where hidden), ``share`` (Int64, whole percent of the group, missing where not
        shown), ``hidden`` (bool) and ``above`` (Int64: the percent of the group that a
        hidden cell may be said to exceed, missing for most). Of questions ``share`` is
        the ``known`` (Int64) persons of whom there is an answer, and ``unknown``
        (Int64) the percent of the group of whom there is none. Where the table has a
        reference group also ``reference_share``, ``difference`` (percentage points) and
        ``index`` (reference = 100), all worked out from the numbers shown.
    policy
        The rules it meets.
    bases
        What the persons shown in it are multiples of, the finest first.
    """

    name: str
    dimensions: tuple[str, ...]
    rows: pd.DataFrame
    policy: Policy
    seal: object
    bases: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a table that did not come through the gate."""
        self.refuse_changed()

    def refuse_changed(self) -> None:
        """Refuse rows that are not those that came through the gate.

        Raises
        ------
        DisclosureError
            If somebody changed a row after the gate looked.
        """
        _refuse_forged(self.name, self.rows, self.policy, self.seal)

    @property
    def base(self) -> int:
        """The coarsest that a count in it is rounded to."""
        return max(self.bases, default=self.policy.round_base)

    def where(self, **cell: str) -> pd.DataFrame:
        """Return the rows of some cells, for example ``where(cluster="3")``."""
        chosen = pd.Series(data=True, index=self.rows.index)
        for dimension, value in cell.items():
            chosen &= self.rows[dimension] == value
        return self.rows[chosen].reset_index(drop=True)

    def value(self, column: str, **cell: str) -> Any:  # noqa: ANN401 - number or NA
        """Return one number, missing where the cell is hidden or does not exist."""
        found = self.where(**cell)
        return found[column].iloc[0] if len(found) else pd.NA


@dataclass(frozen=True)
class ReleasedNumber:
    """A mean, sum or quantile that has passed the gate.

    How many persons are behind it is a cell of a table, and is shown as that.

    Parameters
    ----------
    name
        What it is called in files.
    value
        In its unit; None where hidden.
    policy
        The rules it meets.
    """

    name: str
    value: float | None
    policy: Policy
    seal: object = field(repr=False)

    def __post_init__(self) -> None:
        """Refuse a number that did not come through the gate."""
        _refuse_forged(self.name, self.value, self.policy, self.seal)

    @property
    def hidden(self) -> bool:
        """Whether the marker stands for it."""
        return self.value is None


def seal_of(name: str, content: pd.DataFrame | float | None, policy: Policy) -> _Seal:
    """Return the seal of a table's rows or of a number, and of the rules it meets.

    For the gate alone.
    """
    told = content.to_csv() if isinstance(content, pd.DataFrame) else repr(content)
    sealed = f"{name}\n{policy.model_dump_json()}\n{told}"
    return _Seal(hashlib.sha256(sealed.encode()).hexdigest())


def _refuse_forged(
    name: str, content: pd.DataFrame | float | None, policy: Policy, seal: object
) -> None:
    if seal != seal_of(name, content, policy):
        raise DisclosureError(
            f"{name!r} did not pass the gate; use disclosure.release.",
            f"{name!r} ging niet langs de controle; gebruik disclosure.release.",
        )
