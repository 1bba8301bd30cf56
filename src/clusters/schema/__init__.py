"""What a column means, said once: read by readers, synthetic data, report and tests."""

from clusters.schema.column import NO, YES, Code, Column, Kind, Theme
from clusters.schema.dictionary import (
    NOT_APPLICABLE,
    UNKNOWN,
    FeatureMeaning,
    span_code,
)
from clusters.schema.person import COLUMNS, ROSTER, column, names_of
from clusters.schema.text import Language, Notice, Text

__all__ = [
    "COLUMNS",
    "NO",
    "NOT_APPLICABLE",
    "ROSTER",
    "UNKNOWN",
    "YES",
    "Code",
    "Column",
    "FeatureMeaning",
    "Kind",
    "Language",
    "Notice",
    "Text",
    "Theme",
    "column",
    "names_of",
    "span_code",
]
