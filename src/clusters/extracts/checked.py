"""An extract of which the values have been held against what can be.

Whatever the layout, nothing passes here that the schema says cannot be: it is counted
and becomes unknown, or is refused where it is too much to be a mistake in a cell.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError, together
from clusters.extracts.bounds import BIRTHS, Known, out_of_bounds, years_of_birth
from clusters.extracts.listed import delivered_as, listed
from clusters.extracts.notices import empty
from clusters.extracts.own_list import own_list
from clusters.extracts.timely import stale, too_late
from clusters.schema import COLUMNS, Kind, column

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from clusters import settings
    from clusters.extracts.extract import Opened
    from clusters.extracts.misfits import Misfit
    from clusters.extracts.source import Source
    from clusters.schema import Text

_ORDER = {each.name: place for place, each in enumerate(COLUMNS)}


@dataclass
class Seen:
    """What reading has found so far: misfits, recognised notations, empty columns."""

    misfits: dict[tuple[str, str], Misfit] = field(default_factory=dict)
    notations: dict[str, Text] = field(default_factory=dict)
    empty: set[str] = field(default_factory=set)

    def add(self, misfit: Misfit) -> None:
        """Keep a misfit; of the same one, the count over most persons."""
        key = (misfit.column, misfit.fault.en)
        if key not in self.misfits or self.misfits[key].known < misfit.known:
            self.misfits[key] = misfit


@dataclass(frozen=True, eq=False)
class CheckedExtract:
    """Any layout's extract, checked; see `clusters.extracts.Extract`.

    Its notices grow as it is read.
    """

    inner: Opened
    study: settings.Study
    seen: Seen = field(default_factory=Seen)

    @property
    def sources(self) -> tuple[Source, ...]:
        """The delivered files."""
        return self.inner.sources

    @property
    def rows_read(self) -> int:
        """Persons delivered."""
        return self.inner.rows_read

    @property
    def columns(self) -> frozenset[str]:
        """Canonical columns that can be read."""
        return self.inner.columns

    @property
    def notices(self) -> tuple[Text, ...]:
        """What was noticed while opening and, of what was read, while reading."""
        return (*self.inner.notices, *self.found)

    @property
    def found(self) -> tuple[Text, ...]:
        """What was noticed while reading."""
        misfits = sorted(self.seen.misfits.items(), key=lambda each: _place(each[0]))
        names = sorted(self.seen.notations, key=_ORDER.__getitem__)
        return (
            *(misfit.notice for _, misfit in misfits),
            *(self.seen.notations[name] for name in names),
            *empty(sorted(self.seen.empty, key=_ORDER.__getitem__)),
            *stale(self._everybody, *self._asked_until),
        )

    def roster(self) -> pd.DataFrame:
        """Return one row per person delivered, sorted by ``person_id``."""
        return self._everybody

    def details(
        self, person_ids: pd.Index, only: Collection[str] | None = None
    ) -> pd.DataFrame:
        """Return the other columns of these persons, in their order, as the index."""
        frame, errors = self._details(person_ids, self._born, only)
        if errors:
            raise together(errors)
        return frame

    def refuse_lacking(self) -> None:
        """Refuse what opening found wrong, with all that is wrong besides.

        Raises
        ------
        ExtractError
            So that one correction of the study file or the delivery will do.
        """
        if self.inner.lacking:
            self.roster()

    @cached_property
    def _everybody(self) -> pd.DataFrame:
        read = self.inner.roster()
        births = read.frame.columns.intersection(BIRTHS)
        known, errors = self._checked(read.frame[births], pd.Series(dtype="float64"))
        born = years_of_birth(known)
        others, more = self._checked(read.frame.drop(columns=births), born)
        late = too_late(others.join(known), *self._asked_until)
        wrong = [*self.inner.lacking, *read.errors, *errors, *more, *late]
        if wrong:
            ids = pd.Index(read.frame["person_id"], name="person_id")
            raise together([*wrong, *self._wrong_in_details(born.set_axis(ids))])
        return others.join(known)[read.frame.columns]

    @property
    def _asked_until(self) -> tuple[date, int | None]:
        """The reference date, and the last year told of, if the study file says so."""
        return self.study.study.reference_date, self.study.extract.last_year

    def _wrong_in_details(self, born: pd.Series) -> list[ExtractError]:
        """Return what else would be refused, so that all is told at once."""
        try:
            return self._details(born.index, born)[1]
        except ExtractError as error:
            return [error]

    def _details(
        self, ids: pd.Index, born: pd.Series, only: Collection[str] | None = None
    ) -> tuple[pd.DataFrame, list[ExtractError]]:
        read = self.inner.details(ids, only)
        frame, errors = self._checked(read.frame, born)
        return frame, [*read.errors, *errors]

    @cached_property
    def _born(self) -> pd.Series:
        return years_of_birth(self._everybody.set_index("person_id"))

    def _checked(
        self, frame: pd.DataFrame, born: pd.Series
    ) -> tuple[pd.DataFrame, list[ExtractError]]:
        """Return columns of which nothing is left that cannot be, and refusals."""
        info = self.study.study
        known = Known(info.reference_date, info.currency, born)
        errors: list[ExtractError] = []
        columns: dict[str, pd.Series] = {}
        for name in map(str, frame):
            columns[name], misfits = self._column(frame[name], name, known)
            errors += [each.error(self.where(each.column)) for each in misfits]
        nothing = set(_empty(columns))
        # empty for some persons may be filled for others
        self.seen.empty.difference_update(set(columns) - nothing)
        self.seen.empty.update(nothing)
        return pd.DataFrame(columns, index=frame.index), errors

    def _column(
        self, values: pd.Series, name: str, known: Known
    ) -> tuple[pd.Series, list[Misfit]]:
        """Return a column, and why it must be refused if it must."""
        if name not in _ORDER:  # a column of the supplier's own
            return values, []
        found = []
        if column(name).codelist and self.study.origins:
            values, misfit = own_list(self.study.origins).codes(values, column(name))
            found += [misfit] if misfit else []
        elif column(name).codelist:
            declared = self.study.extract.lists.get(name)
            mapped = self.study.extract.codes.get(name, {}).values()
            read = listed(values, column(name), declared, set(mapped))
            values = read.codes
            found += [read.misfit] if read.misfit else []
            if declared is None and read.notation != "brp" and values.notna().any():
                self.seen.notations[name] = delivered_as(column(name), read.notation)
        for misfit, wrong in out_of_bounds(values, name, known):
            values = values.mask(wrong)
            found.append(misfit)
        for misfit in found:
            self.seen.add(misfit)
        return values, [misfit for misfit in found if misfit.is_refused]

    def where(self, column: str) -> str:
        """How a message in any language names a canonical column."""
        return self.inner.where(column)


def _place(key: tuple[str, str]) -> tuple[int, str]:
    return _ORDER[key[0]], key[1]


def _empty(columns: Mapping[str, pd.Series]) -> Iterator[str]:
    """Yield the columns in which nobody has anything; keys may be so by nature."""
    for name, values in columns.items():
        ours = name in _ORDER and column(name).kind is not Kind.KEY
        if ours and len(values) and values.isna().all():
            yield name
