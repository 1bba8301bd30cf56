"""The analyst's choices: config/*.toml as frozen, checked values."""

from clusters.settings.load import load_study
from clusters.settings.logo import Logo, read_logo
from clusters.settings.perspectives import OwnLimit, Perspectives
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
from clusters.settings.style import Style

__all__ = [
    "Clustering",
    "Extract",
    "Features",
    "Labels",
    "Logo",
    "NameOverride",
    "OwnLimit",
    "Perspectives",
    "Population",
    "Report",
    "Study",
    "StudyInfo",
    "Style",
    "Table",
    "load_study",
    "read_logo",
]
