"""The city beside national figures, from a table as StatLine gives it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from findings import make_findings

from clusters.errors import SettingsError
from clusters.findings.city_shares import city_share
from clusters.findings.national import NationalFigures
from clusters.perspectives.statline import national_shares
from clusters.report.chapters.national import national
from clusters.report.source import Source
from clusters.settings import National

TABLE = """\ufeff"Woonsituatie van immigranten, 2022"
"Perioden";"Eigendom";"Geslacht";"Personen (aantal)"
"2022";"Koopwoning";"Totaal";"300"
"2022";"Huur, corporatie";"Totaal";"250"
"2022";"Huur, overig";"Totaal";"149,5"
"2022";"Koopwoning";"Mannen";"160"
"2021";"Koopwoning";"Totaal";"280"
"2022";"Onbekend";"Totaal";"."
"Bron: CBS"
"""


def asked(tmp_path, content=TABLE, **changes):
    path = tmp_path / "85905NED.csv"
    path.write_text(content, encoding="utf-8")
    settings = {
        "file": path,
        "name": "immigranten in Nederland, 2022",
        "feature": "tenure",
        "column": "Eigendom",
        "value": "Personen (aantal)",
        "where": {"Perioden": "2022", "Geslacht": "Totaal"},
        "codes": {
            "Koopwoning": "owned",
            "Huur, corporatie": "rent",
            "Huur, overig": "rent",
        },
    }
    return National(**{**settings, **changes})


def test_a_downloaded_table_is_read_past_its_title_and_footer(tmp_path):
    # 300 and 250 + 149.5 of 699.5: 42.9 and 57.1 percent.
    assert national_shares(asked(tmp_path)) == {"owned": 43, "rent": 57}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"where": {"Geslacht": "Totaal"}}, "2 rows say 'Koopwoning'"),
        ({"column": "Woning"}, "no row has the headings"),
        ({"codes": {"Onbekend": "owned"}}, "no number under"),
        ({"codes": {"Kamer": "rent"}}, "0 rows say 'Kamer'"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(tmp_path, changes, message):
    with pytest.raises(SettingsError, match=message):
        national_shares(asked(tmp_path, **changes))


def test_the_difference_is_of_whole_percents_of_known_answers():
    told = make_findings()
    feature = told.dictionary[0]
    code = feature.categories[0].code
    figures = NationalFigures(feature.name, "Nederland, 2022", {code: 10})

    section = national(Source(replace(told, national=(figures,))))

    own = city_share(told, feature.name, code)
    ((answer, city, country, difference),) = section.blocks[1].rows
    assert answer
    assert (city, country) == (str(own), "10")
    assert int(difference.replace("\u2212", "-")) == own - 10


def test_without_national_figures_there_is_no_chapter():
    assert national(Source(make_findings())) is None
