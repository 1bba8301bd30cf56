"""An opened extract in the person layout: its roster, and details when asked for.

Details are read only of the persons asked for; opening is in
`clusters.extracts.opening`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import ExtractError
from clusters.extracts.distinct import by_distinct_value
from clusters.extracts.extract import Read
from clusters.extracts.joining import rows_of
from clusters.extracts.keys import key_column
from clusters.extracts.query import database
from clusters.extracts.scaled import scaled
from clusters.extracts.values import ANY_OTHER, clean, parse, plain_codes
from clusters.schema import ROSTER, Kind
from clusters.schema import column as canonical

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    from clusters import settings
    from clusters.extracts.mapping import Place
    from clusters.extracts.source import OpenTable, Source
    from clusters.schema import Text

_LABELLED = frozenset({"sav", "dta"})


@dataclass(frozen=True, eq=False)
class PersonExtract:
    """Files in the person layout, opened; see `clusters.extracts.extract.Opened`."""

    sources: tuple[Source, ...]
    notices: tuple[Text, ...]
    rows_read: int
    columns: frozenset[str]
    settings: settings.Extract
    tables: Mapping[str, OpenTable]
    keys: Mapping[str, str]
    places: Mapping[str, Place]
    extra: Mapping[str, Place]
    everybody: pd.DataFrame
    work: Path
    lacking: tuple[ExtractError, ...] = ()

    def where(self, column: str) -> str:
        """How a message in any language names a canonical column."""
        place = self.places[column]
        return self.tables[place.table].source.column(place.column)

    def roster(self) -> Read:
        """Return one row per person delivered, sorted by ``person_id``."""
        present = [name for name in ROSTER if name in self.columns]
        columns, errors = self._all_parsed(self.everybody, present)
        return Read(pd.DataFrame(columns), errors)

    def details(
        self, person_ids: pd.Index, only: Collection[str] | None = None
    ) -> Read:
        """Return the other columns of these persons, in their order, as the index.

        Extra columns come last, as strings, under the name the study file gives them;
        with ``only`` there are none, and no other columns than those.
        """
        wanted = self._spine_of(person_ids)
        names = [name for name in self.places if name not in ROSTER]
        extra = self.extra
        if only is not None:
            names, extra = [name for name in names if name in only], {}
        raw = self._raw_details(wanted, [*names, *extra])
        columns, errors = self._all_parsed(raw, names)
        columns |= {name: self._extra(raw[name], name) for name in extra}
        return Read(pd.DataFrame(columns, index=wanted.index), errors)

    def _raw_details(
        self, wanted: pd.DataFrame, names: Sequence[str]
    ) -> dict[str, pd.Series]:
        places = {**self.places, **self.extra}
        raw: dict[str, pd.Series] = {}
        with database(self.work) as connection:
            for table, opened in self.tables.items():
                own = {n: places[n].column for n in names if places[n].table == table}
                if own:
                    keys = wanted[key_column(table)]
                    raw |= rows_of(connection, opened, self.keys[table], own, keys)
        return raw

    def _all_parsed(
        self, raw: Mapping[str, pd.Series] | pd.DataFrame, names: Sequence[str]
    ) -> tuple[dict[str, pd.Series], tuple[ExtractError, ...]]:
        """Return columns as the schema has them, and those that are not as agreed."""
        parsed, errors = {}, []
        for name in names:
            try:
                parsed[name] = self._parsed(raw[name], name)
            except ExtractError as error:
                errors.append(self._with_labels(error, name))
        return parsed, tuple(errors)

    def _with_labels(self, error: ExtractError, name: str) -> ExtractError:
        """Add to a refusal of codes that the file itself may say what they mean."""
        table = self.places[name].table
        has_labels = self.tables[table].source.format in _LABELLED
        is_read = self.settings.tables[table].labels
        if not has_labels or is_read or not canonical(name).codes:
            return error
        return ExtractError(
            f"{error.en}\nIf the file has value labels, labels = true for this table "
            "reads those in place of the codes.",
            f"{error.nl}\nHeeft het bestand waardelabels, dan leest labels = true bij "
            "deze tabel die in plaats van de codes.",
            error.paste,
        )

    def _spine_of(self, person_ids: pd.Index) -> pd.DataFrame:
        at = pd.Index(self.everybody["person_id"]).get_indexer(person_ids)
        if (at < 0).any():
            raise ValueError("details were asked of persons who are not in the roster")
        wanted = self.everybody.iloc[at]
        return wanted.set_index(pd.Index(wanted["person_id"], name="person_id"))

    def _parsed(self, raw: pd.Series, name: str) -> pd.Series:
        place = self.places[name]
        source = self.tables[place.table].source
        column = canonical(name)
        understood = partial(
            parse,
            column=column,
            where=self.where(name),
            codes=self.settings.codes.get(name),
            decimal=source.decimal,
            date_format=self.settings.date_format_of(name),
        )
        is_key = column.kind is Kind.KEY  # everybody has their own
        values = understood(raw) if is_key else by_distinct_value(raw, understood)
        values = scaled(values, self.settings.scale.get(name))
        if name not in self.settings.empty:
            return values
        empty = self.settings.empty[name]
        return values.fillna(float(empty) if column.kind is Kind.NUMBER else empty)

    def _extra(self, raw: pd.Series, name: str) -> pd.Series:
        """Return an extra column; a code that is not mapped stands for itself."""
        texts = plain_codes(clean(raw))
        codes = self.settings.codes.get(name, {})
        other = codes.get(ANY_OTHER)
        meaning = {
            code: codes.get(code, code if other is None else other)
            for code in texts.dropna().unique()
        }
        mapped = texts.map(meaning).astype("str")
        return mapped.mask(mapped == "").rename(name)
