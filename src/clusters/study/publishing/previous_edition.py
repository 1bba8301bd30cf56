"""The last edition: what it released, and what became of its clusters.

A report folder is compared by what its profiles look like. A processed folder holds
who was in which cluster; then the flows between the editions go through the gate, and
only what is released of them decides.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from clusters.editions import (
    Fate,
    Transition,
    fates_by_looks,
    fates_by_persons,
    likeness,
)
from clusters.errors import SettingsError
from clusters.findings.previous_edition import Became, Change, Former, LastEdition
from clusters.numbers import known
from clusters.profiles import EVERYBODY, NO_CLEAR_PROFILE
from clusters.study.key import keyed, read_key
from clusters.study.previous import find_previous
from clusters.study.publishing.evidence import profiled_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from clusters.disclosure import Release, ReleasedTable
    from clusters.study.previous import Previous
    from clusters.study.run import Run


def compare_with_previous(run: Run, released: Release) -> LastEdition | None:
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
        reference_date=date.fromisoformat(previous.manifest["reference_date"]),
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
