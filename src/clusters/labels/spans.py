"""Adjacent bands that stand out together: "short in the country" is more than one band.

Shares are worked out from released numbers only, the persons of the bands added up
over those of whom the answer is known: sums of whole percents drift. A span with a band
of which no share is shown is none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from clusters.labels.traits import (
    Trait,
    Unknown,
    cohens_h,
    part_of,
    stands_out,
    strongest_first,
    unknown_of,
)
from clusters.profiles import EVERYBODY
from clusters.schema import NOT_APPLICABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clusters.disclosure import ReleasedTable
    from clusters.schema import FeatureMeaning

# Released persons in the cluster and of everybody, by band, and of how many in all.
_Persons = dict[str, tuple[int, int]]
_Sizes = tuple[int, int]
_SHOWN = ["persons", "share", "known"]
NONE = "0"  # the code of a band of nothing


def spans_of(
    profiles: ReleasedTable, cluster: str, meanings: Iterable[FeatureMeaning]
) -> tuple[Trait, ...]:
    """Return the runs of adjacent bands that stand out more than each band alone.

    All bands of a run must differ from everybody in the same direction. As in
    `traits_of`, the strongest comes first. Clusters so small that shares go in steps
    of five have none.
    """
    unknown, found = unknown_of(profiles), list[Trait]()
    for meaning, persons, sizes in _shown(profiles, cluster, meanings):
        found += _spans(meaning, persons, sizes, (cluster, unknown))
    return strongest_first(found)


def one_or_more(
    profiles: ReleasedTable, cluster: str, meaning: FeatureMeaning
) -> Trait | None:
    """Return all bands but the first as one answer, where the first is none at all.

    None where that is no span of the feature, or a band of it is not shown.
    """
    none, *others = (each.code for each in meaning.categories)
    codes = [
        each.code
        for each in meaning.spans
        if none == NONE and meaning.answers_in(each.code) == tuple(others)
    ]
    for _, persons, sizes in _shown(profiles, cluster, [meaning] if codes else []):
        if set(others) <= set(persons):
            counts = [persons[band] for band in others]
            trait = _joined(meaning.name, codes[0], tuple(others), counts, sizes)
            return unknown_of(profiles).beside(cluster, trait)
    return None


def _shown(
    profiles: ReleasedTable, cluster: str, meanings: Iterable[FeatureMeaning]
) -> Iterator[tuple[FeatureMeaning, _Persons, _Sizes]]:
    """Yield per feature what is shown of its bands; nothing of small clusters."""
    rows = [
        profiles.where(cluster=each)
        .set_index(["feature", "category"])[_SHOWN]
        .dropna()
        .astype(int)
        for each in (cluster, EVERYBODY)
    ]
    shown = pd.concat(rows, axis="columns", join="inner", keys=["here", "all"])
    for meaning in meanings:
        if meaning.name not in shown.index.get_level_values("feature"):
            continue
        own = shown.loc[meaning.name]
        told = zip(own["here", "persons"], own["all", "persons"], strict=True)
        sizes = own["here", "known"].iloc[0], own["all", "known"].iloc[0]
        if sizes[0] >= profiles.policy.coarse_share_below:
            yield meaning, dict(zip(own.index, told, strict=True)), sizes


def _spans(
    meaning: FeatureMeaning,
    persons: _Persons,
    sizes: _Sizes,
    missing: tuple[str, Unknown],
) -> Iterator[Trait]:
    cluster, unknown = missing
    for span in meaning.spans:
        bands = meaning.answers_in(span.code)
        if NOT_APPLICABLE in bands or not set(bands) <= set(persons):
            continue
        counts = [persons[band] for band in bands]
        if not _go_one_way(counts, sizes):
            continue
        trait = _joined(meaning.name, span.code, bands, counts, sizes)
        alone = max(abs(_effect(count, sizes)) for count in counts)
        if stands_out(trait) and abs(trait.effect) > alone:
            yield unknown.beside(cluster, trait)


def _joined(
    feature: str,
    code: str,
    bands: tuple[str, ...],
    counts: Sequence[tuple[int, int]],
    sizes: _Sizes,
) -> Trait:
    added = _added(counts)
    here, all_ = _shares(added, sizes)
    return Trait(
        feature, code, here, all_, _effect(added, sizes),
        bands=bands, of_everybody=part_of(*added),
    )  # fmt: skip


def _added(counts: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(here for here, _ in counts), sum(all_ for _, all_ in counts)


def _go_one_way(counts: Sequence[tuple[int, int]], sizes: _Sizes) -> bool:
    """Whether every band is found more often here, or every band less often."""
    effects = [_effect(count, sizes) for count in counts]
    return 0 not in effects and all((a > 0) is (b > 0) for a, b in pairwise(effects))


def _shares(count: tuple[int, int], sizes: _Sizes) -> tuple[int, int]:
    here, all_ = (
        min(int(100 * one / size + 0.5), 100)
        for one, size in zip(count, sizes, strict=True)
    )
    return here, all_


def _effect(count: tuple[int, int], sizes: _Sizes) -> float:
    here, all_ = (min(one / size, 1.0) for one, size in zip(count, sizes, strict=True))
    return cohens_h(here, all_)
