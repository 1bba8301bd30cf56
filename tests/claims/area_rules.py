"""What is said of areas, worked out again from where the people live."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.exact import EVERYBODY
from claims.rules import count_is, number, rule, share_is

if TYPE_CHECKING:
    from claims.exact import Exact
    from claims.reading import Place, Said


@rule("neighbourhoods.LARGEST_HERE")
def largest_here(exact: Exact, place: Place, said: Said) -> None:
    """No other cluster has more people in the area."""
    counts = exact.by_area.loc[place.beside[0]]
    mine = str(said.filled["cluster"])
    count_is(exact, said.filled["persons"], counts[mine])
    count_is(exact, said.filled["all"], counts.sum())
    others = counts.drop([mine, "0"], errors="ignore")
    assert counts[mine] >= others.max() - exact.count_slack


@rule("neighbourhoods.TIED_HERE")
def tied_here(exact: Exact, place: Place, said: Said) -> None:
    """The clusters have as many people there, but for the rounding."""
    counts = exact.by_area.loc[place.beside[0]]
    for cluster in re.findall(r"\d+", str(said.filled["clusters"])):
        count_is(exact, said.filled["persons"], counts[cluster])


@rule("where_they_live.MOST_IN", "where_they_live.MOST_IN_EACH")
def most_in(exact: Exact, place: Place, said: Said) -> None:
    """In no other district do more people of the cluster live."""
    del place
    counts = _of_cluster(exact, said)
    for area in _areas(exact, str(said.filled["area"])):
        count_is(exact, said.filled["persons"], counts[area])
        assert counts[area] >= counts.max() - 2 * exact.count_slack


@rule("where_they_live.OFTEN_IN")
def often_in(exact: Exact, place: Place, said: Said) -> None:
    """Among the people of the area the cluster is more frequent than among all."""
    del place
    _stands_out(exact, str(said.filled["cluster"]), said)
    everybody = exact.size(EVERYBODY)
    truth = 100 * exact.size(str(said.filled["cluster"])) / everybody
    share_is(exact, said.filled["all"], truth, everybody)


@rule("where_they_live.IN_WORDS_ONE")
def in_words(exact: Exact, place: Place, said: Said) -> None:
    """The same on the page of the cluster."""
    assert place.cluster is not None
    _stands_out(exact, place.cluster, said)


@rule("where_they_live.NOWHERE")
def nowhere(exact: Exact, place: Place, said: Said) -> None:
    """In no area with enough people is the cluster far above the city's share."""
    assert place.cluster is not None
    city = exact.size(place.cluster) / exact.size(EVERYBODY)
    large = exact.by_area[exact.by_area.sum(axis=1) > 2 * number(said.filled["least"])]
    if place.cluster in large:
        shares = large[place.cluster] / large.sum(axis=1)
        assert not (shares > 3 * city).any()


@rule(
    "neighbourhoods.DOMINANT_COUNT", "neighbourhoods.LEAD",
    "neighbourhoods.LEAD_NONE_ALONE",
    "neighbourhoods.LEAD_NOTHING", "neighbourhoods.LEAD_TIED",
    "neighbourhoods.LEAD_UNTOLD",
    "neighbourhoods.TIED_COUNT",
)  # fmt: skip
def counted(exact: Exact, place: Place, said: Said) -> None:
    """There are at most as many areas of each sort as there can be."""
    del place
    places = exact.findings.places
    names = _names(exact)
    if places.is_collapsed:
        names = [places.name(each) for each in places.districts]
    lived_in = exact.by_area.reindex(names).dropna()
    of_all = len(names)
    assert int(str(said.filled.get("all", of_all))) == of_all
    for name in {"shown", "tied", "number"} & said.filled.keys():
        assert int(str(said.filled[name])) <= len(lived_in), name
    untold = int(str(said.filled.get("untold", of_all)))
    assert untold >= of_all - len(lived_in)
    if "often" in said.filled:
        first = re.findall(r"\d+", str(said.filled["cluster"]))
        lacks = lived_in.drop(columns="0", errors="ignore").max(axis=1)
        near = lived_in[first].ge(lacks - exact.count_slack, axis=0)
        assert near.sum().max() >= int(str(said.filled["often"]))


def _names(exact: Exact) -> list[str]:
    """Return the names of the areas, without those of districts."""
    places = exact.findings.places
    return [places.name(each.code) for each in places.outlines.areas]


def _stands_out(exact: Exact, cluster: str, said: Said) -> None:
    counts = exact.by_area.loc[
        str(said.filled["area"]).replace("\N{NO-BREAK SPACE}", " ")
    ]
    here = int(counts.sum())
    count_is(exact, said.filled["persons"], counts[cluster])
    share_is(exact, said.filled["share"], 100 * counts[cluster] / here, here)
    assert counts[cluster] / here > exact.size(cluster) / exact.size(EVERYBODY)
    assert here >= 200 - exact.count_slack


def _of_cluster(exact: Exact, said: Said):
    places = exact.findings.places
    areas = [places.name(each) for each in places.districts or places.areas]
    present = [each for each in areas if each in exact.by_area.index]
    return exact.by_area.loc[present, str(said.filled["cluster"])]


def _areas(exact: Exact, text: str) -> list[str]:
    return [each for each in exact.by_area.index if each in text]
