"""What can be chosen; apart, because the help lists it at once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

SCHEMA = Path("config/study.schema.json")


class Layout(StrEnum):
    """How a made-up extract is laid out."""

    CBS = "cbs"
    PERSON = "person"


class Format(StrEnum):
    """The kind of file it is written to."""

    CSV = "csv"
    PARQUET = "parquet"
    SAV = "sav"
