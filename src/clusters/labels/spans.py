"""Adjacent bands that stand out together: "short in the country" is more than one band.

Shares are worked out from released numbers only, the persons of the bands added up
over the size of the cluster: sums of whole percents drift. A span with a hidden band is
none.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pandas as pd

from clusters.labels.traits import Trait, cohens_h, stands_out, strongest_first
from clusters.profiles import EVERYBODY
from clusters.schema import NOT_APPLICABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from clusters.disclosure import ReleasedTable
    from clusters.schema import FeatureMeaning

# Released persons in the cluster and of everybody, by band, and of how many in all.
_Persons = dict[str, tuple[int, int]]
_Sizes = tuple[int, int]


def spans_of(
    profiles: ReleasedTable,
    sizes: ReleasedTable,
    cluster: str,
    meanings: Iterable[FeatureMeaning],
) -> tuple[Trait, ...]:
    """Return the runs of adjacent bands that stand out more than each band alone.

    All bands of a run must differ from everybody in the same direction. As in
    `traits_of`, the strongest comes first. Clusters so small that shares go in steps
    of five have none.
    """
    told = [sizes.value("persons", cluster=each) for each in (cluster, EVERYBODY)]
    if any(pd.isna(each) for each in told):
        return ()
    here, all_ = (int(each) for each in told)
    if here < profiles.policy.coarse_share_below:
        return ()
    rows = [
        table.set_index(["feature", "category"])["persons"].dropna().astype(int)
        for table in (
            profiles.where(cluster=cluster),
            profiles.where(cluster=EVERYBODY),
        )
    ]
    shown = pd.concat(rows, axis="columns", join="inner", keys=["here", "all"])
    found: list[Trait] = []
    for meaning in meanings:
        if meaning.name in shown.index.get_level_values("feature"):
            own = shown.loc[meaning.name]
            persons = dict(zip(own.index, own.itertuples(index=False), strict=True))
            found += _spans(meaning, persons, (here, all_))
    return strongest_first(found)


def _spans(
    meaning: FeatureMeaning, persons: _Persons, sizes: _Sizes
) -> Iterator[Trait]:
    for span in meaning.spans:
        bands = meaning.answers_in(span.code)
        if NOT_APPLICABLE in bands or not set(bands) <= set(persons):
            continue
        counts = [persons[band] for band in bands]
        if not _go_one_way(counts, sizes):
            continue
        here, all_ = _shares(_added(counts), sizes)
        trait = Trait(
            meaning.name, span.code, here, all_, _effect(_added(counts), sizes),
            bands=bands,
        )  # fmt: skip
        alone = max(abs(_effect(count, sizes)) for count in counts)
        if stands_out(trait) and abs(trait.effect) > alone:
            yield trait


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
