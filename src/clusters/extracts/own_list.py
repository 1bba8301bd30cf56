"""A study's own list of countries: the codes of its extract, and their regions."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from clusters.errors import SettingsError
from clusters.extracts.misfits import STANDS, Misfit, unknown_code
from clusters.extracts.shown import shown
from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from clusters.schema import Column
    from clusters.settings.origins import Origins

_HEADER = ("code", "name", "region")
_WIDTH = 4  # to which codes of digits are padded when they are read
# Within our own walls home is called as in the BRP, so that every rule about natives
# holds; other codes keep apart from those of the BRP, which mean other countries.
_HOME = {"countries": "6030", "nationalities": "0001"}
_OWN = "own:"


@dataclass(frozen=True)
class OwnList:
    """The region of every code, by code as it is read, and the code of home."""

    regions: Mapping[str, str]
    home: str

    def codes(
        self, values: pd.Series, column: Column
    ) -> tuple[pd.Series, Misfit | None]:
        """Return countries or nationalities as codes that hold within this study.

        Values that are not on the list are missing, and told of in the misfit.
        """
        is_known = values.isin(list(self.regions))
        codes = (_OWN + values).where(is_known)
        codes = codes.mask(values == self.home, _HOME[column.codelist or "countries"])
        unknown = values[values.notna() & ~is_known]
        if unknown.empty:
            return codes, None
        section, lines = unknown_code(column.name, shown(unknown))
        misfit = Misfit(
            column.name,
            Text("niet op de lijst van [origins]", "not on the list of [origins]"),
            Text(
                "Vul de lijst aan, of zet de waarden om onder "
                f"[extract.codes.{column.name}].",
                "Add to the list, or map the values under "
                f"[extract.codes.{column.name}].",
            ),
            len(unknown),
            int(values.notna().sum()),
            section,
            lines,
            STANDS,
        )
        return codes, misfit

    def region_of(self, countries: pd.Series) -> pd.Series:
        """Return the region of codes that `codes` gave; missing stays missing."""
        regions = {_OWN + code: region for code, region in self.regions.items()}
        regions[_HOME["countries"]] = self.regions[self.home]
        return countries.astype(object).map(regions)


@cache
def own_list(origins: Origins) -> OwnList:
    """Return the list that a study brings along.

    Raises
    ------
    SettingsError
        If the file is not such a list, holds a code twice, or does not hold home.
    """
    rows = _rows(origins.file)
    regions = {_as_read(row["code"]): row["region"].strip() for row in rows}
    home = _as_read(origins.home)
    if len(regions) < len(rows) or not all(regions.values()):
        raise _refused(
            origins.file,
            "een code komt tweemaal voor, of heeft geen regio",
            "a code occurs twice, or has no region",
        )
    if home not in regions:
        raise _refused(
            origins.file, f"home = {origins.home!r} staat er niet in",
            f"home = {origins.home!r} is not in it",
        )  # fmt: skip
    return OwnList(regions, home)


def _rows(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            reader = csv.DictReader(opened, strict=True)
            rows = list(reader)
    except (OSError, UnicodeError, csv.Error):
        raise _refused(
            file, "is niet te lezen als CSV in UTF-8", "is no readable CSV in UTF-8"
        ) from None
    if not set(_HEADER) <= set(reader.fieldnames or ()) or any(
        row[name] is None for row in rows for name in _HEADER
    ):
        raise _refused(
            file,
            f"de kolommen zijn niet {', '.join(_HEADER)}",
            f"the columns are not {', '.join(_HEADER)}",
        )
    return rows


def _as_read(code: str) -> str:
    """Return a code as the reader of countries gives it: digits with zeros in front."""
    plain = code.strip()
    return plain.zfill(_WIDTH) if plain.isdecimal() else plain


def _refused(file: Path, nl: str, en: str) -> SettingsError:
    return SettingsError(
        f"[origins] {file}: {en}.\nGive a CSV with a line per code: code, name, "
        "region.",
        f"[origins] {file}: {nl}.\nGeef een CSV met een regel per code: code, name, "
        "region.",
    )
