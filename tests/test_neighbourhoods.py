"""From people with a neighbourhood to what a report may say of it."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from conftest import PROJECT, frame
from findings import make_findings, with_rows

from clusters.disclosure import LinkedTable, release_all
from clusters.errors import SettingsError
from clusters.findings.areas import Places
from clusters.maps import eindhoven_areas
from clusters.perspectives.areas.people import find_areas
from clusters.profiles import cluster_sizes, units_of
from clusters.profiles.areas import count_areas
from clusters.report.blocks import Table
from clusters.report.chapters.area_annex import area_annex as annex
from clusters.report.chapters.neighbourhoods import neighbourhoods
from clusters.report.chapters.neighbourhoods.largest_map import largest_map
from clusters.report.parts.where_they_live import in_short
from clusters.report.source import Source
from clusters.schema import Text
from clusters.settings import Maps, load_study
from clusters.study.publishing.areas import area_notices, area_table, areas_of

SHIPPED = Maps(file="eindhoven")


def people(*, persons=4_000, seed=3):
    """People of Eindhoven in four clusters; each leans to a part of the city."""
    dice = np.random.default_rng(seed)
    areas = eindhoven_areas().index.to_numpy()
    clusters = dice.choice([1, 2, 3, 4], persons, p=[0.4, 0.3, 0.2, 0.1])
    places = (dice.beta(1 + clusters, 5 - clusters) * len(areas)).astype(int)
    return pd.DataFrame(
        {
            "neighbourhood": areas[places],
            "household_id": dice.integers(0, persons // 2, persons).astype(str),
            "cluster": clusters,
        },
        index=pd.Index([f"p{number}" for number in range(persons)], name="person_id"),
    )


def places_for(everybody, policy, **choices):
    found = find_areas(everybody, SHIPPED)
    table = area_table(found, everybody, everybody["cluster"])
    released = release_all(
        [cluster_sizes(everybody["cluster"]), replace(table, **choices)], policy
    )
    return Places(
        table=released["areas"],
        sizes=released["sizes"],
        by="neighbourhood",
        outlines=found.outlines,
        names=found.names,
        part_of=found.part_of,
        source=Text("", ""),
    )


def test_persons_and_households_are_counted_per_area_and_cluster():
    areas = pd.Series(["b", "a", "a", None, "a"])
    clusters = pd.Series([2, 10, 2, 1, 0])
    homes = pd.DataFrame(
        {
            "household_id": ["h1", "h2", "h2", "h3", "h4"],
            "address_id": ["a1", "a1", "a1", "a2", None],
        }
    )

    counts = count_areas([areas], clusters, units_of(homes)).counts
    cells = counts.set_index(["neighbourhood", "cluster"])

    assert cells.loc["a", "persons"].to_dict() == {"all": 3, "1": 0, "2": 1, "10": 1}
    assert cells.loc[("a", "all"), "households"] == 2
    assert cells.loc["a", "addresses"].to_dict() == {"all": 2, "1": 0, "2": 1, "10": 1}
    assert cells.loc[("b", "2"), "persons"] == 1


def test_every_area_has_its_name_and_district_from_the_map():
    found = find_areas(frame(neighbourhood=["BU07721111", "BU07721112"]), SHIPPED)

    assert found.names["BU07721111"] == "Binnenstad"
    assert found.part_of["BU07721111"] == "WK077211"
    assert found.names["WK077211"] == "Centrum"
    assert len(found.of_people) == 2
    assert found.notices == ()


def test_codes_without_their_first_letters_are_found():
    found = find_areas(frame(neighbourhood=["07721111"]), SHIPPED)

    assert found.of_people[0].tolist() == ["BU07721111"]


def test_areas_that_are_not_on_the_map_are_reported():
    found = find_areas(frame(neighbourhood=["BU07721111", "BU07729999", None]), SHIPPED)

    told = " ".join(notice.en for notice in found.notices)
    assert "1 of the 2 areas" in told
    assert "BU07729999" in told
    assert "not known where they live" in told


def test_an_extract_of_another_place_is_refused_with_examples_of_both():
    with pytest.raises(SettingsError, match=r"BU07721111.*\n?.*BU03630000"):
        find_areas(frame(neighbourhood=["BU03630000"]), SHIPPED)


def test_an_extract_without_neighbourhoods_is_refused():
    with pytest.raises(SettingsError, match="no column 'neighbourhood'"):
        find_areas(frame(age=[30]), SHIPPED)


def test_of_a_map_of_the_country_the_municipality_is_drawn(tmp_path):
    path = tmp_path / "buurten.gpkg"
    land = eindhoven_areas().head(4).reset_index(names="buurtcode")
    land.loc[3, "buurtcode"] = "BU03630000"
    land.rename(columns={"name": "buurtnaam"}).to_file(path, layer="buurten")

    people_ = frame(neighbourhood=["BU07721111"])
    found = find_areas(people_, Maps(file=path, layer="buurten"), "0772")

    assert len(found.outlines.areas) == 3
    assert found.names["BU07721111"] == "Binnenstad"


def test_squares_of_100_metres_are_drawn_as_squares_of_500():
    found = find_areas(frame(square=["E1607N3844", "E1609N3842"]), Maps(by="square"))

    assert found.of_people[0].tolist() == ["E1605N3840", "E1605N3840"]
    assert len(found.outlines.areas) == 1


@pytest.mark.parametrize(
    "choice",
    [{"by": "square", "file": "eindhoven"}, {"by": "neighbourhood"}],
)
def test_a_map_that_has_too_much_or_too_little_is_refused(choice):
    with pytest.raises(ValueError, match="file"):
        Maps(**choice)


def test_squares_and_neighbourhoods_in_one_report_are_refused():
    study = load_study(PROJECT / "config" / "demo.toml")
    report = study.report.model_copy(
        update={"maps": Maps(by="square"), "drilldown": ("district",)}
    )

    with pytest.raises(SettingsError, match="overlap"):
        areas_of(
            frame(square=["E1607N3844"]), study.model_copy(update={"report": report})
        )


def test_a_report_without_a_map_says_so_in_one_sentence():
    study = load_study(PROJECT / "config" / "demo.toml")
    report = study.report.model_copy(update={"maps": None})

    (notice,) = area_notices(
        frame(age=[30]), study.model_copy(update={"report": report})
    )

    assert "names none" in notice.en


def test_areas_and_districts_add_up_to_the_sizes_of_the_clusters():
    everybody = people()
    table = area_table(find_areas(everybody, SHIPPED), everybody, everybody["cluster"])

    tree = table.parents["neighbourhood"]
    counts = table.counts.pivot_table("persons", "neighbourhood", "cluster")
    districts = [code for code, above in tree.items() if above == "all"]
    sizes = everybody["cluster"].value_counts()
    assert isinstance(table, LinkedTable)
    assert counts.loc[districts, "1"].sum() == sizes[1]
    assert counts.drop(districts)["1"].sum() == sizes[1]


def test_no_small_number_of_an_area_is_released(policy):
    places = places_for(people(), policy)

    assert not places.table.rows["persons"].dropna().between(1, 9).any()
    assert (places.table.rows["persons"].dropna() % 10 == 0).all()


def test_an_area_in_which_one_family_lives_is_hidden(policy):
    everybody = people()
    family = everybody["neighbourhood"] == "BU07721111"
    everybody.loc[everybody.index[:12], "neighbourhood"] = "BU07721111"
    everybody = everybody[~family | (np.arange(len(everybody)) < 12)]
    everybody.iloc[:12, everybody.columns.get_loc("household_id")] = "one"

    places = places_for(everybody, policy)

    assert pd.isna(places.persons["BU07721111"])


def test_districts_stand_for_areas_that_could_not_be_protected(policy):
    everybody = people()
    places = places_for(everybody, policy)
    only = places.table.rows["neighbourhood"].isin(places.districts)
    kept = replace(places, table=with_rows(places.table, places.table.rows[only]))

    assert kept.is_collapsed
    assert kept.areas == kept.districts
    area, district = next(iter(places.part_of.items()))
    assert kept.row(area) == district
    assert places.row(area) == area


def test_where_districts_stand_for_areas_those_are_counted(policy):
    places = places_for(people(), policy)
    only = places.table.rows["neighbourhood"].isin(places.districts)
    kept = replace(places, table=with_rows(places.table, places.table.rows[only]))
    findings = replace(make_findings(4), sizes=kept.sizes, places=kept)

    lead = neighbourhoods(Source(findings)).blocks[0].text

    assert f"de {len(places.districts)} stadsdelen of wijken" in lead
    assert "buurten" not in lead
    assert f"{len(places.districts)}" != f"{places.all_areas}"


def test_the_share_in_the_city_is_that_of_the_sizes(policy):
    """What is added up over rounded areas is a point more or less."""
    places = places_for(people(), policy)
    findings = replace(make_findings(4), sizes=places.sizes, places=places)

    tables = [
        block
        for block in neighbourhoods(Source(findings)).blocks
        if isinstance(block, Table) and "Spreiding" in block.caption
    ]

    assert [row[-1] for row in tables[0].rows] == [
        f"{share:.0f}" for share in places.city
    ]


def test_areas_are_told_in_the_order_in_which_people_count(policy):
    places = places_for(people(), policy)
    names = {area: f"Buurt {12 - at}" for at, area in enumerate(places.areas[:12])}
    counted = replace(places, names=names, part_of={})

    told = [counted.name(area) for area in counted.areas if area in names]

    assert told == [f"Buurt {number}" for number in range(1, 13)]


def mapped(policy, *, persons=4_000, seed=3, language="nl"):
    """A study in which people live where they do."""
    findings = make_findings(4, features=4, persons=3000, language=language)
    everybody = people(persons=persons, seed=seed)
    places = places_for(everybody, policy)
    return replace(findings, sizes=places.sizes, places=places), everybody


@pytest.mark.parametrize("seed", range(4))
def test_where_a_cluster_stands_out_it_truly_does_and_people_live_there(policy, seed):
    everybody = people(persons=20_000, seed=seed)
    places = places_for(everybody, policy)
    district = everybody["neighbourhood"].map(places.part_of)
    at = pd.concat([everybody["neighbourhood"], district], ignore_index=True)
    is_in = pd.concat([everybody["cluster"]] * 2, ignore_index=True)
    shares = pd.crosstab(at, is_in, normalize="index")
    numbers, city = at.value_counts(), everybody["cluster"].value_counts(normalize=True)

    told = [
        (int(cluster), area)
        for cluster in places.clusters
        for areas in (places.areas, places.districts)
        for area in places.stands_out_in(cluster, areas)
    ]

    assert told
    for cluster, area in told:
        assert shares.loc[area, cluster] > city[cluster]
        assert numbers[area] >= 200 - places.table.base // 2


def test_a_tiny_area_stands_out_for_nobody_whatever_its_share(policy):
    everybody = people(persons=20_000)
    tiny = everybody.index[:60]
    everybody["neighbourhood"] = everybody["neighbourhood"].replace(
        "BU07721111", "BU07721112"
    )
    everybody.loc[tiny, "neighbourhood"] = "BU07721111"
    everybody.loc[tiny, "cluster"] = [4] * 50 + [1] * 10

    places = places_for(everybody, policy)

    assert places.shares.loc["BU07721111", "4"] > 80
    assert "BU07721111" not in places.stands_out_in("4", places.areas)


def test_the_summary_says_in_persons_where_most_live_by_district(policy):
    findings, _ = mapped(policy, persons=20_000)
    places = findings.places

    told = in_short(Source(findings)).replace("\u00a0", " ")

    for cluster in places.clusters:
        most = places.counts.loc[list(places.districts), cluster].idxmax()
        persons = f"{int(places.counts.loc[most, cluster]):,}".replace(",", ".")
        assert f"cluster {cluster} in {places.name(most)} ({persons} personen)" in told
    assert not any(
        f" {places.name(area)} (" in told
        for area in places.areas
        if places.name(area) not in map(places.name, places.districts)
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_ties_are_no_largest_cluster_and_all_areas_are_counted_once(policy, language):
    findings, _ = mapped(policy, language=language)
    leads = findings.places.dominant[list(findings.places.areas)]
    alone = leads[~leads.str.contains("/") & (leads != "too_few")]
    tied = leads[leads.str.contains("/")]

    (lead, *_) = neighbourhoods(Source(findings)).blocks

    numbers = [int(each) for each in re.findall(r"\d+", lead.text)]
    assert len(tied)
    assert numbers[:2] == [len(alone), 116]
    assert len(tied) in numbers
    assert numbers[-1] == 116 - len(alone) - len(tied)


def test_the_map_tells_what_a_number_in_an_area_is(policy):
    findings, _ = mapped(policy)
    figure = largest_map(Source(findings), findings.places)

    shown = {patch.mark: patch.shown for patch in figure.drawing.patches}

    assert "cluster 1 is het grootst (" in shown["1"]
    ties = [patch for patch in figure.drawing.patches if "/" in patch.mark]
    assert ties
    assert all("na afronding even groot (elk " in patch.shown for patch in ties)
    assert shown[""] == "te weinig waarnemingen"


def test_the_annex_has_every_area_of_the_map_in_persons_that_do_not_pass_it(policy):
    findings, everybody = mapped(policy)
    gone = everybody["neighbourhood"].isin(everybody["neighbourhood"].unique()[:14])
    places = places_for(everybody[~gone], policy)
    section = annex(Source(replace(findings, places=places)))

    table = section.blocks[-1]
    rows = [row for row in table.rows if len(row) > 1]

    assert len(places.areas) == 116 == len(rows), "also where nobody lives"
    assert "116" in section.blocks[0].text
    for _, persons, _, *clusters in rows:
        parts = [int(each) for each in clusters if each != "."]
        assert sum(parts) <= int(persons.replace(".", "") or 0) + 5 * (len(parts) + 1)


def test_chance_is_what_people_who_live_anywhere_give(policy):
    dice = np.random.default_rng(5)
    everybody = people(persons=20_000)
    everybody["cluster"] = dice.permutation(everybody["cluster"].to_numpy())

    apart = places_for(everybody, policy).segregation

    # What is hidden is filled in, which moves a small cluster by a hundredth or two.
    np.testing.assert_allclose(apart["dissimilarity"], apart["chance"], atol=0.02)
    assert (apart["chance"] > 0.02).all()


def test_who_truly_lives_apart_is_above_chance(policy):
    apart = places_for(people(persons=20_000), policy).segregation

    assert (apart["dissimilarity"] > 2 * apart["chance"]).all()
