"""The analyst's choices: config/*.toml as frozen, checked values."""

from clusters.settings.extract import Extract, Scale, Table
from clusters.settings.history import History
from clusters.settings.load import load_study
from clusters.settings.logo import Logo, read_logo
from clusters.settings.maps import Maps
from clusters.settings.national import National
from clusters.settings.perspectives import OwnLimit, Perspectives
from clusters.settings.published import Published
from clusters.settings.study import (
    Clustering,
    Features,
    Labels,
    NameOverride,
    Population,
    Report,
    Study,
    StudyInfo,
)
from clusters.settings.style import Style

__all__ = [
    "Clustering",
    "Extract",
    "Features",
    "History",
    "Labels",
    "Logo",
    "Maps",
    "NameOverride",
    "National",
    "OwnLimit",
    "Perspectives",
    "Population",
    "Published",
    "Report",
    "Scale",
    "Study",
    "StudyInfo",
    "Style",
    "Table",
    "load_study",
    "read_logo",
]
