"""The report of a finished run that a study names as its previous edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.editions import flows
from clusters.errors import SettingsError
from clusters.store import REPORTS, read_json, sha256

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.profiles import CountTable

_TABLES = ("tables/profiles.csv", "tables/sizes.csv")


@dataclass(frozen=True)
class Previous:
    """A finished run: its report, and its clusters of persons where they are asked."""

    report: Path
    clusters: Path | None = None

    @property
    def manifest(self) -> dict[str, Any]:
        """The manifest."""
        manifest: dict[str, Any] = read_json(self.report / "run.json")
        return manifest

    @property
    def digests(self) -> dict[str, str]:
        """What is read of it, for the name of the run that is held against it."""
        read = {"previous edition": self.report / "run.json"}
        if self.clusters:
            read["previous clusters"] = self.clusters
        return {name: sha256(path) for name, path in read.items()}

    def table(self, name: str) -> pd.DataFrame:
        """Return a released table of it."""
        return pd.read_csv(self.report / "tables" / name, dtype={"cluster": str})

    def flows_to(self, clusters: pd.Series) -> CountTable | None:
        """Return persons per cluster of then and of now, of those in both editions."""
        if self.clusters is None:
            return None
        before = pd.read_parquet(self.clusters)["cluster"]
        if not before.index.intersection(clusters.index).size:
            return None
        return flows(before, clusters)


def find_previous(folder: Path | None) -> Previous | None:
    """Return the last edition, from its report folder or its processed folder.

    Raises
    ------
    SettingsError
        If it is not the folder of a finished run, or a table was changed afterwards.
    """
    if folder is None:
        return None
    clusters = folder / "clusters.parquet"
    is_work = clusters.is_file()
    report = REPORTS / folder.parent.name / folder.name if is_work else folder
    previous = Previous(report, clusters if is_work else None)
    if not (report / "run.json").is_file() or "reference_date" not in previous.manifest:
        raise SettingsError(
            f"[report] previous: {folder} is not the folder of a finished run.\n"
            "Name the report folder or the processed folder of the last edition.",
            f"[report] previous: {folder} is niet de map van een voltooide run.\n"
            "Noem de rapportmap of de map in data/processed van de vorige editie.",
        )
    for name in _TABLES:
        file, digest = report / name, previous.manifest["files"].get(name)
        if not file.is_file() or sha256(file) != digest:
            raise SettingsError(
                f"[report] previous: {file} is not the file that was released.\n"
                "Put the released file back.",
                f"[report] previous: {file} is niet het bestand dat is vrijgegeven.\n"
                "Zet het vrijgegeven bestand terug.",
            )
    return previous
