"""The last edition: what it released, and what became of its clusters.

A report folder is compared by what its profiles look like. A processed folder holds
who was in which cluster; then the flows between the editions go through the gate, and
only what is released of them decides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.editions import (
    Fate,
    Transition,
    fates_by_looks,
    fates_by_persons,
    flows,
    likeness,
)
from clusters.errors import SettingsError
from clusters.findings.previous_edition import Became, Change, Former, LastEdition
from clusters.numbers import known
from clusters.profiles import EVERYBODY, NO_CLEAR_PROFILE
from clusters.store import REPORTS, read_json, sha256
from clusters.study.key import keyed, read_key
from clusters.study.publishing.evidence import profiled_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from clusters.disclosure import Release, ReleasedTable
    from clusters.profiles import CountTable
    from clusters.study.run import Run

_TABLES = ("tables/profiles.csv", "tables/sizes.csv")


@dataclass(frozen=True)
class Previous:
    """A finished run: its report, and its clusters of persons where they are asked."""

    report: Path
    clusters: Path | None = None

    @property
    def told(self) -> dict[str, Any]:
        """The manifest."""
        told: dict[str, Any] = read_json(self.report / "run.json")
        return told

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
    if not (report / "run.json").is_file() or "reference_date" not in previous.told:
        raise SettingsError(
            f"[report] previous: {folder} is not the folder of a finished run.\n"
            "Name the report folder or the processed folder of the last edition.",
            f"[report] previous: {folder} is niet de map van een voltooide run.\n"
            "Noem de rapportmap of de map in data/processed van de vorige editie.",
        )
    for name in _TABLES:
        file, digest = report / name, previous.told["files"].get(name)
        if not file.is_file() or sha256(file) != digest:
            raise SettingsError(
                f"[report] previous: {file} is not the file that was released.\n"
                "Put the released file back.",
                f"[report] previous: {file} is niet het bestand dat is vrijgegeven.\n"
                "Zet het vrijgegeven bestand terug.",
            )
    return previous


def edition_of(run: Run, released: Release) -> LastEdition | None:
    """Return what became of the last edition, if the study names one.

    Raises
    ------
    SettingsError
        If it changed after the run began.
    """
    previous = find_previous(run.study.report.previous)
    if previous is None or not profiled_in(released["profiles"]):
        return None
    if not keyed(previous.digests, read_key()).items() <= run.settings.items():
        raise SettingsError(
            "[report] previous: the last edition changed during the run.\nStart again.",
            "[report] previous: de vorige editie is tijdens de run veranderd.\n"
            "Begin opnieuw.",
        )
    moved = released.tables.get("transitions")
    return _last_edition(previous, released["profiles"], moved)


def _last_edition(
    previous: Previous, profiles: ReleasedTable, moved: ReleasedTable | None
) -> LastEdition:
    """Return what became of the clusters of the last edition.

    Parameters
    ----------
    previous : the last edition.
    profiles : of this edition.
    moved : the released flows between both, if they were counted.
    """
    before = previous.table("profiles.csv")
    sizes = previous.table("sizes.csv").set_index("cluster")
    clusters = profiled_in(profiles)
    if moved is None:
        told = fates_by_looks(
            likeness(before, profiles.rows, _clusters(before), clusters)
        )
    else:
        told = fates_by_persons(square(_with_nearly_all(moved.rows, sizes)))
    changes = {each: _change(each, told, sizes, moved) for each in clusters}
    vanished = tuple(
        _former(each.old, sizes)
        for each in told
        if each.fate is Fate.VANISHED and each.old in sizes.index
    )
    return LastEdition(
        reference_date=date.fromisoformat(previous.told["reference_date"]),
        by_persons=moved is not None,
        changes=changes,
        vanished=vanished,
    )


def _with_nearly_all(moved: pd.DataFrame, sizes: pd.DataFrame) -> pd.DataFrame:
    """Return flows in which what is told as "more than 90 %" counts as 90 % of then.

    Who stays together almost without exception is hidden, and must not count as gone.
    """
    of_then = moved["from"].map(sizes["persons"]) * moved["above"] / 100
    return moved.assign(persons=moved["persons"].astype("Float64").fillna(of_then))


def square(moved: pd.DataFrame) -> pd.DataFrame:
    """Return persons with old clusters as rows and new ones as columns.

    What is hidden counts as nobody; who had or has no clear profile is left out.
    """
    counts = moved.pivot_table("persons", "from", "to", "sum").fillna(0)
    clusters = counts.drop(index=NO_CLEAR_PROFILE, errors="ignore")
    return clusters.drop(columns=NO_CLEAR_PROFILE, errors="ignore")


def _clusters(profiles: pd.DataFrame) -> list[str]:
    return [each for each in profiles["cluster"].unique() if each != EVERYBODY]


def _change(
    cluster: str,
    told: Sequence[Transition],
    sizes: pd.DataFrame,
    moved: ReleasedTable | None,
) -> Change:
    behind = [each for each in told if each.old is not None and cluster in each.new]
    former = tuple(_former(each.old, sizes, cluster, moved) for each in behind)
    return Change(_became([each.fate for each in behind]), former)


def _became(fates: Sequence[Fate]) -> Became:
    if not fates:
        return "new"
    if Fate.SPLIT in fates:
        return "split"
    return "merged" if len(fates) > 1 or Fate.MERGED in fates else "survived"


def _former(
    old: str | None,
    sizes: pd.DataFrame,
    cluster: str = "",
    moved: ReleasedTable | None = None,
) -> Former:
    row = sizes.loc[old]
    former = Former(str(row["label"]), known(row["persons"]), known(row["share"]))
    if moved is None or not cluster:
        return former
    pair = {"from": str(old), "to": cluster}
    share, above = (known(moved.value(each, **pair)) for each in ("share", "above"))
    return replace(former, stayed=above or share, stayed_above=above is not None)
