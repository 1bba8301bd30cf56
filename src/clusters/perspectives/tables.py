"""Reading the small reference tables that come with the package."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd


def read_reference(name: str) -> pd.DataFrame:
    """Return a table of ``reference/`` as text: codes keep their zeros, blanks stay."""
    with (files("clusters.perspectives") / "reference" / name).open(
        encoding="utf-8"
    ) as file:
        return pd.read_csv(file, dtype=str, keep_default_na=False)
