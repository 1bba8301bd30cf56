from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from lifelines import KaplanMeierFitter

from clusters.errors import SettingsError
from clusters.findings.breaks import breaks
from clusters.perspectives.stay.survival import observed_stays
from clusters.settings import Study
from clusters.study.published import read_published
from clusters.study.publishing.known_cells import published_cells
from clusters.study.residents import rules_of, see
from clusters.study.years import after, follow, rules_of_year, stays, study_of
from clusters.synthetic import make_city
from clusters.synthetic.figures import origin_counts, type_counts
from clusters.synthetic.years.earlier import earlier_years
from clusters.synthetic.years.history import write_history

ON = date(2019, 1, 1)
PERSONS = 20_000
PROJECT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def city():
    return make_city(PERSONS, seed=3, on=ON).residents


@pytest.fixture(scope="module")
def files(city, tmp_path_factory):
    return write_history(city, tmp_path_factory.mktemp("history"), 2019, 3)


def study(files=None, **other):
    return Study.model_validate(
        {
            "study": {"name": "proef", "reference_date": ON},
            "extract": {"layout": "person", "tables": {"persons": "p.parquet"}},
            "population": {"definition": "born_abroad", "arrived_since": 2010},
            "clustering": {"seed": 1},
            "perspectives": {"only_students_with_income": True},
            "history": {"files": {str(y): str(f) for y, f in (files or {}).items()}},
            **other,
        }
    )


@pytest.fixture(scope="module")
def followed(city, files, tmp_path_factory):
    roster = city.set_index("person_id")
    chosen = study(files)
    views = see(roster, ON, rules_of(chosen))
    return follow(chosen, roster, views, tmp_path_factory.mktemp("spill"))


def counted(followed, perspective):
    counts = pd.concat(followed.counts).query("perspective == @perspective")
    return counts.pivot_table("persons", "year", "code", aggfunc="sum")


def test_the_types_of_earlier_years_grew_as_published_to_those_of_now(followed):
    found, published = counted(followed, "type"), type_counts()

    # Who has two years of the six is drawn, so a few find no partner or mother.
    for kind in ("knowledge_worker", "labour_migrant", "student"):
        planted = found.loc[2019, kind] * published[kind] / published.loc[2019, kind]
        years = range(2011, 2019)
        gaps = (found.loc[years, kind] - planted[years]).abs()
        assert (gaps <= 0.06 * planted[years] + 5).all(), kind


def test_the_year_before_the_extract_is_of_the_same_city(followed):
    """It had 60 % more students, 38 % more children and half as many partners."""
    found = counted(followed, "type")
    before, now = found.loc[2018], found.loc[2019]

    for kind in now.index[now >= 50]:
        assert 0.85 * now[kind] - 10 <= before[kind] <= 1.15 * now[kind] + 10, kind
    years = [str(year) for year in found.index]
    numbers = {
        (str(year), kind): found.loc[year, kind]
        for year in found.index
        for kind in found
    }
    told = breaks(numbers, list(found), years, other_source="2019")
    assert not any("2019" in mine for mine in told.values())


def share_after(stays, kind, years):
    mine = stays[stays["type"] == kind]
    seen = observed_stays(mine, date(2020, 1, 1))
    fitted = KaplanMeierFitter().fit(seen["years"] + seen["left"] * 0.5, seen["left"])
    return fitted.predict(years)


def test_as_many_stay_as_was_published_of_their_kind(followed):
    """Of who came for work over 60 % left the country in five years, of students half;
    of asylum seekers 40 % in ten (CBS, Nuffic, WODC).
    """
    found = stays(followed)

    assert 0.6 <= share_after(found, "status_holder", 5) <= 0.9
    assert 0.35 <= share_after(found, "student", 5) <= 0.6
    for kind in ("knowledge_worker", "labour_migrant"):
        assert 0.3 <= share_after(found, kind, 5) <= 0.55


def test_moves_are_no_more_than_half_again_as_many_as_published(followed):
    scale = PERSONS / origin_counts(2019).sum()
    published = read_published(
        "moves", PROJECT / "config/published/eindhoven-moves.csv"
    )
    found = pd.concat(followed.moves).value_counts(["origin9", "direction"])

    for origin in ("COLONIES", "WEST", "CEE", "TURKEY", "MOROCCO", "ASIA"):
        few = 20  # of the smallest group a dozen a year move
        most = {
            way: 1.5 * scale * published[origin, way] + few for way in ("in", "out")
        }
        assert found[origin, "in"] <= most["in"], origin
        assert found[origin, "out"] <= 1.5 * most["out"], origin  # who died, too


def test_the_origins_of_earlier_years_are_those_that_were_planted(followed):
    scale = PERSONS / origin_counts(2019).sum()

    found = counted(followed, "origin")

    for year in range(2010, 2019):
        planted = origin_counts(year) * scale
        gaps = (found.loc[year, planted.index] - planted).abs()
        assert (gaps <= 0.1 * planted + 12).all(), year


def test_the_first_year_tells_no_types(followed):
    types = pd.concat(followed.counts).query("perspective == 'type'")

    assert sorted(types["year"].unique()) == list(range(2011, 2020))


def test_most_newcomers_are_seen_to_stay_and_some_to_leave(followed):
    assert followed.keys_fit

    found = stays(followed)

    assert found["cohort"].between(2010, 2019).all()
    assert 0.1 < found["left_on"].notna().mean() < 0.7


def test_who_left_after_the_reference_date_is_known_from_a_later_year(followed, city):
    found = after(followed, ON)

    assert set(found.index) == set(city["person_id"])
    left = found["left_on"].dropna()
    assert (left == pd.Timestamp(2019, 7, 2)).all()
    assert 0 < len(left) < len(found) / 4
    assert (
        after(replace(followed, internationals=followed.internationals[:-1]), ON)
        is None
    )


def test_the_same_seed_gives_the_same_years(city):
    def first():
        return next(earlier_years(city, 2019, 3))[1]

    pd.testing.assert_frame_equal(first(), first())


def test_newcomers_of_an_earlier_year_came_as_many_years_before_it(files):
    earlier = study_of(study(files), 2012)

    assert earlier.population.arrived_since == 2003
    assert earlier.study.reference_date == date(2012, 1, 1)
    assert earlier.extract.tables["persons"].file == files[2012]


def test_a_year_without_a_wage_limit_has_no_limit(files):
    assert rules_of_year(study_of(study(files), 2010)).scheme is None
    assert rules_of_year(study_of(study(files), 2011)).scheme == "ruling"


def test_the_year_of_the_extract_has_no_file_of_its_own():
    with pytest.raises(ValueError, match="the extract itself"):
        study({2019: "a.parquet"})


def test_published_figures_are_read_by_what_they_are_about(tmp_path):
    path = tmp_path / "types.csv"
    path.write_text("year,type,persons\n2017,student,1760\n", encoding="utf-8")

    assert read_published("types", path) == {("2017", "student"): 1760}


def test_published_figures_are_what_others_printed_of_our_tables(tmp_path):
    types, origins = "year,type,persons", "year,origin,persons"
    for name, lines in {
        "types": [types, "2017,student,1760", "2019,student,2230"],
        "origins": [origins, "2018,TURKEY,10125"],
    }.items():
        path = tmp_path / f"published-{name}.csv"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    chosen = study(published={"types": "t", "origins": "o", "rounded_to": 5})
    run = SimpleNamespace(work=tmp_path, study=chosen)

    assert published_cells(run) == [
        (("types_by_year", {"year": "2017", "type": "student"}), 1760, 5),
        (("types", {"type": "student"}), 2230, 5),
        (("origins_by_year", {"year": "2018", "origin": "TURKEY"}), 10125, 5),
    ]


@pytest.mark.parametrize(
    "content",
    [
        "jaar,type,persons\n2017,student,1760\n",
        "year,type,persons\n2017,studnet,1760\n",
        "year,type,persons\n2017,student,1.760\n",
        "year,type,persons\n2017,student,1\n2017,student,2\n",
        "year,type,persons\n2017,student\n",
        "",
    ],
)
def test_published_figures_that_do_not_fit_are_refused(tmp_path, content):
    path = tmp_path / "types.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(SettingsError, match=r"types\.csv"):
        read_published("types", path)


def test_published_figures_that_are_missing_are_said_to_be_missing(tmp_path):
    path = tmp_path / "types.csv"

    with pytest.raises(SettingsError, match="is not there") as refused:
        read_published("types", path)

    assert "is er niet" in refused.value.nl
