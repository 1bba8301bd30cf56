from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import findings as study
import pandas as pd
import pytest
from conftest import PROJECT
from test_report_content import texts

from clusters.disclosure import release_all
from clusters.editions import flows
from clusters.errors import SettingsError
from clusters.findings.previous_edition import Change, Former, LastEdition
from clusters.profiles import cluster_sizes, count_profiles
from clusters.report import build_report
from clusters.report.blocks import Paragraph, flat
from clusters.report.chapters.method import method
from clusters.report.parts import previous_edition
from clusters.report.source import Source
from clusters.store import sha256
from clusters.study.previous import find_previous
from clusters.study.publishing.previous_edition import _last_edition

HARD = "\u00a0"
DAY = date(2018, 1, 1)


def edition(by_persons=False, vanished=(), **changes):
    """A last edition; of the clusters not given the first one survived."""
    numbers = {each.removeprefix("_"): change for each, change in changes.items()}
    return LastEdition(DAY, by_persons, numbers, tuple(vanished))


def told(cluster, last, language="nl"):
    findings = replace(study.make_findings(language=language), last=last)
    return previous_edition.of_cluster(Source(findings), cluster).replace(HARD, " ")


def short(last, language="nl"):
    findings = replace(study.make_findings(language=language), last=last)
    return previous_edition.in_short(Source(findings)).replace(HARD, " ")


@pytest.mark.parametrize(
    ("by_persons", "expected"),
    [(True, "stayed together"), (False, "Below a likeness of 85 in 100")],
)
def test_the_chapter_on_the_method_tells_how_clusters_were_matched(
    by_persons, expected
):
    findings = study.make_findings(language="en")
    later = replace(findings, last=edition(by_persons))

    alone, after = (
        " ".join(texts(method(Source(each)).blocks)) for each in (findings, later)
    )

    assert expected in after
    assert expected not in alone


KEPT = Change("survived", (Former("Jong", 980, 15, 86),))


def test_a_cluster_that_survived_tells_its_size_then_and_now():
    findings = study.make_findings()
    now = f"{findings.sizes.value('persons', cluster='1'):,}".replace(",", ".")

    said = told("1", edition(_1=KEPT))

    assert said.startswith("Op 1 januari 2018 telde dit cluster 980 personen (15 %); ")
    assert f"nu {now} personen (" in said
    assert "Het heette toen ‘Jong’." in said
    assert "zit 86 % er ook nu in." in said


@pytest.mark.parametrize(
    ("change", "dutch", "english"),
    [
        (
            Change("split", (Former("Jong", 980, 15),)),
            "Dit cluster is een deel van een cluster dat is gesplitst: ‘Jong’ (980 "
            "personen (15 %)).",
            "This cluster is a part of a cluster that was split: ‘Jong’ (980 persons "
            "(15%)).",
        ),
        (
            Change("merged", (Former("Jong", 980, 15), Former("Oud", 1, None))),
            "Dit cluster is ontstaan uit ‘Jong’ (980 personen (15 %)) en ‘Oud’ (1 "
            "persoon).",
            "This cluster was made from ‘Jong’ (980 persons (15%)) and ‘Oud’ (1 "
            "person).",
        ),
        (
            Change("new"),
            "Dit cluster is nieuw. Op 1 januari 2018 was er geen cluster dat er genoeg "
            "op leek.",
            "This cluster is new. On 1 January 2018 no cluster was enough like it.",
        ),
    ],
    ids=["split", "merged", "new"],
)
def test_other_fates_name_what_was_there(change, dutch, english):
    assert told("1", edition(_1=change)) == dutch
    assert told("1", edition(_1=change), "en") == english


def test_without_a_last_edition_the_report_says_so_once_a_page():
    said = "Er is geen vorige editie om mee te vergelijken."

    assert told("1", None) == short(None) == said


def test_the_summary_counts_names_and_tells_what_is_gone():
    last = edition(
        _1=KEPT, _2=KEPT, _3=Change("new"), vanished=[Former("Verdwenen groep", 300, 5)]
    )

    said = short(last)

    assert said.startswith("2 van de 3 clusters waren er op 1 januari 2018 ook al.")
    assert f"Nieuw: ‘{study.NAMES['nl'][2]}’." in said
    assert "Niet teruggevonden: ‘Verdwenen groep’." in said


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"_1": KEPT}, "Een van de 1 clusters"),
        ({"_1": KEPT, "_2": KEPT}, "Alle 2 clusters waren er"),
        ({"_1": KEPT, "_2": Change("new")}, "Een van de 2 clusters was er"),
        ({"_1": Change("new"), "_2": Change("new")}, "Geen van de 2 clusters was er"),
    ],
)
def test_the_summary_follows_the_number(changes, expected):
    assert short(edition(**changes)).startswith(expected)


def test_the_report_shows_it_on_the_page_and_in_the_summary():
    findings = replace(study.make_findings(), last=edition(_1=KEPT))
    report = build_report(findings)
    page = next(each for each in report.sections if each.key == "cluster-1")
    texts = [each.text for each in flat(page.blocks) if isinstance(each, Paragraph)]

    assert any("telde dit cluster" in each for each in texts)


# --- what study/previous.py reads and decides

RULES = study.policy()


def people(*sizes, answers="ab"):
    """Persons in clusters 1, 2, ...: the first answer in odd, the second in even."""
    clusters = pd.Series(
        [number for number, size in enumerate(sizes, 1) for _ in range(size)]
    ).rename(index=lambda n: f"p{n}")
    given = [answers[number % 2] for number in clusters]
    frame = pd.DataFrame({"f": pd.Categorical(given, list(answers))}, clusters.index)
    return clusters, frame


def finished(folder, sizes, profiles):
    """A report folder with what a later edition reads of it."""
    (folder / "tables").mkdir(parents=True)
    for name, table in (("sizes", sizes), ("profiles", profiles)):
        rows = table.rows.assign(
            label=[f"naam {each}" for each in table.rows["cluster"]]
        )
        rows.to_csv(folder / "tables" / f"{name}.csv", index=False)
    files = {
        f"tables/{name}.csv": sha256(folder / "tables" / f"{name}.csv")
        for name in ("sizes", "profiles")
    }
    manifest = {"reference_date": "2018-01-01", "files": files}
    (folder / "run.json").write_text(json.dumps(manifest), "utf-8")
    return folder


def released(clusters, frame, *more):
    tables = [cluster_sizes(clusters), count_profiles(frame, clusters), *more]
    return release_all(tables, RULES)


def test_clusters_are_matched_by_their_profiles_and_sizes_are_the_released_ones(
    tmp_path,
):
    then, now = released(*people(603, 401)), released(*people(702, 301))
    folder = finished(tmp_path / "old", then["sizes"], then["profiles"])

    last = _last_edition(find_previous(folder), now["profiles"], None)

    assert last.reference_date == DAY
    assert not last.by_persons
    assert last.changes["1"] == Change("survived", (Former("naam 1", 605, 60),))
    assert last.changes["2"].former[0].persons == 400


def test_with_persons_only_released_flows_decide(tmp_path):
    before, frame = people(600, 400)
    after = before.where(before == 1, 2)
    after.iloc[:250] = 3
    then = released(before, frame)
    folder = finished(tmp_path / "old", then["sizes"], then["profiles"])
    now = released(after, frame, flows(before, after))

    last = _last_edition(
        find_previous(folder), now["profiles"], now.tables["transitions"]
    )

    assert last.by_persons
    assert last.changes["1"] == Change("survived", (Former("naam 1", 600, 60, 58),))
    stayed = Former("naam 2", 400, 40, 90, stayed_above=True)  # all of them, not told
    assert last.changes["2"] == Change("survived", (stayed,))
    assert last.changes["3"].became == "new"
    assert not last.vanished


def test_a_table_that_was_changed_after_its_release_is_refused(tmp_path):
    then = released(*people(603, 401))
    folder = finished(tmp_path / "old", then["sizes"], then["profiles"])
    file = folder / "tables" / "sizes.csv"
    file.write_text(file.read_text("utf-8").replace("605", "606"), "utf-8")

    with pytest.raises(SettingsError, match=r"sizes\.csv is not the file"):
        find_previous(folder)


def test_a_folder_that_is_no_finished_run_is_refused(tmp_path):
    with pytest.raises(SettingsError, match="not the folder of a finished run"):
        find_previous(tmp_path)


def test_a_study_without_a_last_edition_has_none():
    assert find_previous(None) is None
    assert "previous" not in (PROJECT / "config/demo.toml").read_text("utf-8")
