"""Two runs beside each other: which clusters are the same, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from clusters.disclosure import load_policy, release
from clusters.editions import (
    Fate,
    Transition,
    fates_by_looks,
    fates_by_persons,
    flows,
    likeness,
)
from clusters.errors import SettingsError
from clusters.profiles import EVERYBODY
from clusters.schema import Language, Text
from clusters.schema.text import grouped
from clusters.store import PROCESSED, read_json
from clusters.study.publishing.previous_edition import square
from clusters.study.run import CONFIG

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from clusters.disclosure import ReleasedTable

_FATES = {
    Fate.SURVIVED: Text("gebleven als", "survived as"),
    Fate.SPLIT: Text("gesplitst in", "split into"),
    Fate.MERGED: Text("opgegaan in", "merged into"),
    Fate.VANISHED: Text("verdwenen", "vanished"),
    Fate.NEW: Text("nieuw", "new"),
}
_BY_PERSONS = Text(
    "Vergeleken op de personen die in beide runs zitten.",
    "Compared by the persons who are in both runs.",
)
_BY_LOOKS = Text(
    "Geen personen gemeenschappelijk; vergeleken op uiterlijk van de profielen.",
    "No persons in common; compared by what the profiles look like.",
)
_MOVED = Text("Stromen (personen, afgerond)", "Flows (persons, rounded)")
_SIZES = Text("Aandelen", "Shares")


def compare_runs(old: Path, new: Path, language: Language) -> str:
    """Return what became of the clusters of ``old`` in ``new``, in words.

    Parameters
    ----------
    old, new : report folders of two finished runs.

    Raises
    ------
    SettingsError
        If a folder is not that of a finished run.
    """
    before, after = _profiles(old), _profiles(new)
    persons = _persons(old, new)
    if persons is None:
        told, moved, how = _compared_by_looks(before, after), None, _BY_LOOKS
    else:
        told = fates_by_persons(square(flows(*persons).counts))
        policy = load_policy(CONFIG / "disclosure.toml", "openbaar")
        moved, how = release(flows(*persons), policy), _BY_PERSONS
    names = {
        run: dict(profiles[["cluster", "label"]].drop_duplicates().to_numpy())
        for run, profiles in (("old", before), ("new", after))
    }
    lines = [how.to(language), *_fate_lines(told, names, language)]
    lines += _share_lines(old, new, language)
    if moved is not None:
        lines += _flow_lines(moved, language)
    return "\n".join(lines)


def _profiles(report: Path) -> pd.DataFrame:
    file = report / "tables" / "profiles.csv"
    if not file.is_file():
        raise SettingsError(
            f"{report} is not the report folder of a finished run.",
            f"{report} is niet de rapportmap van een voltooide run.",
        )
    return pd.read_csv(file, dtype={"cluster": str}, keep_default_na=True)


def _persons(old: Path, new: Path) -> tuple[pd.Series, pd.Series] | None:
    """Return everybody's cluster in both runs, if their work and people are there."""
    clusters = []
    for report in (old, new):
        told = read_json(report / "run.json")
        file = PROCESSED / told["study"] / told["run"] / "clusters.parquet"
        if not file.exists():
            return None
        clusters.append(pd.read_parquet(file)["cluster"])
    before, after = clusters
    return (before, after) if before.index.intersection(after.index).size else None


def _compared_by_looks(
    before: pd.DataFrame, after: pd.DataFrame
) -> tuple[Transition, ...]:
    clusters = [
        [each for each in profiles["cluster"].unique() if each != EVERYBODY]
        for profiles in (before, after)
    ]
    return fates_by_looks(likeness(before, after, *clusters))


def _fate_lines(
    told: tuple[Transition, ...], names: dict[str, dict[str, str]], language: Language
) -> Iterator[str]:
    for each in told:
        to = ", ".join(
            f"{new} {names['new'].get(new, '')}".rstrip() for new in each.new
        )
        what = _FATES[each.fate].to(language)
        if each.old is None:
            yield f"  {what}: {to}"
        else:
            yield f"  {each.old} {names['old'].get(each.old, '')}: {what} {to}".rstrip()


def _share_lines(old: Path, new: Path, language: Language) -> Iterator[str]:
    yield _SIZES.to(language)
    for report in (old, new):
        sizes = pd.read_csv(report / "tables" / "sizes.csv", dtype={"cluster": str})
        shown = sizes[(sizes["cluster"] != EVERYBODY) & sizes["share"].notna()]
        shares = ", ".join(
            f"{row.cluster}: {row.share:.0f} %" for row in shown.itertuples()
        )
        yield f"  {report.name}  {shares}"


def _flow_lines(moved: ReleasedTable, language: Language) -> Iterator[str]:
    yield _MOVED.to(language)
    for row in moved.rows.dropna(subset=["persons"]).to_dict("records"):
        yield f"  {row['from']} -> {row['to']}: {grouped(row['persons'], language)}"
