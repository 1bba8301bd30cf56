"""The analyst's choices: config/*.toml as frozen, checked values."""

from clusters.settings.load import load_study
from clusters.settings.study import (
    Clustering,
    Extract,
    Features,
    Labels,
    NameOverride,
    Population,
    Report,
    Study,
    StudyInfo,
    Table,
)

__all__ = [
    "Clustering",
    "Extract",
    "Features",
    "Labels",
    "NameOverride",
    "Population",
    "Report",
    "Study",
    "StudyInfo",
    "Table",
    "load_study",
]
