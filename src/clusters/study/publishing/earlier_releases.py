"""An earlier release of the same delivery, and which of its people we count too."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusters.disclosure.edition import THEN
from clusters.profiles import EVERYBODY, NO_CLEAR_PROFILE, with_unknown
from clusters.schema import FeatureMeaning
from clusters.store import PROCESSED, read_json
from clusters.study.publishing.linked import tying

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from clusters.disclosure import Definition, Entry, LinkedTable, Policy

# Per variable and code what it means, as in a `Definition`.
Codes = dict[tuple[str, str], str]


@dataclass(frozen=True)
class EarlierRelease:
    """An earlier release of the same delivery, and the cluster of all its people."""

    entry: Entry
    clusters: pd.Series

    def nearly_same(self, now: pd.Series, policy: Policy) -> dict[tuple[str, str], str]:
        """Return our clusters that are an earlier one but for a few persons.

        They are the same quantity for the register, so that their numbers are kept or
        differ by enough; with other settings or another filter too (SDC-25).
        """
        sizes, earlier = now.value_counts(), self.clusters.value_counts()
        return {
            ("cluster", str(new)): self._name(old)
            for new, old, both in self._overlaps(now)
            if sizes[new] + earlier[old] - 2 * both < policy.release_difference
        }

    def is_larger_than(self, now: pd.Series) -> bool | None:
        """Return whether it has all of ours and more, or none if nothing is nested."""
        then, ours = set(self.clusters.index), set(now.index)
        return then > ours if then > ours or then < ours else None

    def definition_then(
        self, definition: Definition, sizes: Mapping[str, int], now: pd.Series
    ) -> Definition:
        """Return what it called its numbers, where it counts more people or fewer.

        A cluster is ours when nobody whom both count is in only one of the two.
        """
        about = self.entry.about
        there = now.index.intersection(self.clusters.index)
        ours, theirs = now[there].value_counts(), self.clusters[there].value_counts()
        return replace(
            definition,
            population={
                name: digest([name, [about["lineage"], about["on"]], about["rule"]])
                for name, size in sizes.items()
                if size == len(now)
            },
            groups={
                ("cluster", str(new)): self._name(old)
                for new, old, both in self._overlaps(now)
                if ours[new] == theirs[old] == both
            },
        )

    def _overlaps(self, now: pd.Series) -> Iterator[tuple[int, int, int]]:
        """Yield of clusters that share people: ours, theirs, how many are in both."""
        then = self.clusters.reindex(now.index).dropna().astype(int)
        for (old, new), both in then.groupby([then, now[then.index]]).size().items():
            yield int(new), int(old), int(both)

    def _name(self, cluster: int) -> str:
        return str(self.entry.about["clusters"][str(cluster)])


def digest(words: list[Any]) -> str:
    """Return words that stay, kept short: the register names thousands of numbers."""
    return sha256(json.dumps(words).encode()).hexdigest()[:16]


def work_of(entry: Entry) -> Path:
    """Return where the work of an earlier release is, or was."""
    return PROCESSED / str(entry.about["study"]) / entry.release


def code_meanings(meanings: Sequence[FeatureMeaning]) -> Codes:
    """Return what the answers to a question mean; a code alone may change its sense."""
    return {
        (each.name, category.code): category.meaning.nl
        for each in meanings
        for category in each.categories
    }


def other_classes(
    entry: Entry,
    features: pd.DataFrame,
    clusters: pd.Series,
    meanings: Sequence[FeatureMeaning],
) -> tuple[tuple[LinkedTable, ...], Codes]:
    """Return what ties our classes to those of an earlier release, where they differ.

    Somebody with both reports subtracts an age from 18 to 25 from one from 18 to 26, in
    the city and in every cluster.

    Parameters
    ----------
    entry : the earlier release; its work must be there.
    features, clusters : the answers and the cluster of our people.
    meanings : what our answers mean.

    Returns
    -------
    tuple of LinkedTable
        Per feature, our people by cluster, earlier class and class; not to be shown.
    dict
        What the earlier classes mean, by the names of the variables in these tables.
    """
    work = work_of(entry)
    then = {
        each["name"]: FeatureMeaning.from_json(each)
        for each in read_json(work / "features.json")["meanings"]
    }
    changed = [
        each.name
        for each in meanings
        if each.name in then
        and code_meanings([each]) != code_meanings([then[each.name]])
    ]
    if not changed:
        return (), {}
    before = pd.read_parquet(work / "features.parquet", columns=changed)
    tables, codes = [], Codes()
    for name in changed:
        variable = f"{name}{THEN}{entry.release}"
        answers = pd.DataFrame(
            {variable: with_unknown(before[name]), name: with_unknown(features[name])},
            index=features.index,
        ).assign(cluster=clusters.astype(str))
        tables.append(_slices(answers.dropna(subset=[variable]), entry.release))
        codes |= {
            (variable, code): meaning
            for (_, code), meaning in code_meanings([then[name]]).items()
        }
    return tuple(tables), codes


def _slices(answers: pd.DataFrame, release: str) -> LinkedTable:
    """Count two classifications of the same answers together, by cluster."""
    then, now, _ = answers.columns
    both = pd.concat([answers.assign(cluster=EVERYBODY), answers])
    profiled = sorted(set(both["cluster"]) - {NO_CLEAR_PROFILE})
    counts = pd.crosstab([both[then], both[now]], both["cluster"])[profiled]
    long = counts.melt(ignore_index=False, value_name="persons").reset_index()
    return tying(
        "{feature} by {feature}@{release}",
        long[["cluster", then, now, "persons"]],
        feature=str(now),
        release=release,
    )
