"""Whatever people write in a study file, or call an area, comes through all formats."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pandas as pd
import pytest
import small_study
from conftest import SHARED
from findings import make_findings, with_rows
from markupsafe import escape
from small_study import delivery, run
from test_neighbourhoods import people, places_for

from clusters.disclosure.exit.listing import check_listing
from clusters.disclosure.exit.pdf import read_pdf
from clusters.disclosure.exit.workbook import read_workbook
from clusters.findings.house_style import Look
from clusters.maps import eindhoven_areas
from clusters.report import build_report, check_report, write_report
from clusters.report.drawing.fonts import printable, unprintable
from clusters.report.wording import registered_in
from clusters.schema import Text

__all__ = ["delivery", "run"]  # fixtures

KEY = "R010000048"

# Texts as people write them, and as nobody should have to avoid them: each has broken
# a format somewhere, alone or beside a number.
WRITTEN = {
    "an apostrophe first": "'s-Hertogenbosch",
    "signs of markup": "A & B < C > D; A&1<2>3;4",
    "the end of a script": "</script><script>1",
    "quotes around a number": "Plan \"12\" en 'Plan 13'",
    "a backslash before a number": "Wijk \\n 5\\t en \\6",
    "Dutch and Turkish letters": "Ĳsselmeer 1, Şanlıurfa İĞ 2",
    "right to left, other digits": "مدينة ١٢ שכונה 12",
    "direction marks": "\u202e12 draai\u202c",
    "a picture between digits": "Wijk 3\U0001f6004",
    "an accent of its own": "e\u0301 1\u0301 a\u0308",
    "a soft hyphen, a line of its own": "12\u00ad34 x\u20282",
    "a formula": "=1+1",
    "what formats themselves use": "{name} {0} $1^2$ #2 *3* [4](x) --5 `6` 7|8 %9",
}


@cache
def base():
    return make_findings(2, features=4, persons=3000, drilldown=False)


@cache
def placed():
    return places_for(people(), base().sizes.policy)


def called(text):
    """A study of which everything that people may name is called ``text``."""
    findings, told = base(), Text(text, text)
    return replace(
        findings,
        title=text,
        place=text,
        look=Look(organisation=text),
        population=told,
        notices=(told,),
        labels={
            number: replace(label, name=f"{text} {number}", generated=text)
            for number, label in findings.labels.items()
        },
        colophon=replace(findings.colophon, inputs={f"{text}.csv": "a1" * 32}),
        method=replace(findings.method, sensitive_features_reason=text),
        owner=replace(
            findings.owner,
            **dict.fromkeys(("contact", "lawful_basis", "website", "provider"), text),
        ),
        places=replace(
            placed(), names=dict.fromkeys(placed().names, text), source=told
        ),
    )


@pytest.mark.parametrize("written", WRITTEN)
def test_a_text_that_a_person_may_write_comes_through_all_formats(tmp_path, written):
    findings = called(WRITTEN[written])
    files = write_report(findings, tmp_path)

    check_report(findings, tmp_path, files, [KEY])

    title = ("title", WRITTEN[written])
    assert title in read_workbook("tables.xlsx", tmp_path / "tables.xlsx").told
    paper = read_pdf("report.pdf", (tmp_path / "report.pdf").read_bytes())
    assert ("Title", printable(title[1]).strip()) in paper.told


def test_every_name_of_a_municipality_or_neighbourhood_comes_through(tmp_path):
    reference = SHARED / "reference" / "nl"
    names = [
        name
        for file in ("nl_gemeenten_2022_kerncijfers", "nl_wijken_2022_kerncijfers")
        for name in pd.read_csv(reference / f"{file}.csv", dtype=str)["name"].dropna()
    ]
    codes = list(placed().names)
    areas = names[:345:3][: len(codes)]
    findings = replace(
        base(),
        place="'s-Gravenhage",
        notices=(
            *(Text(name, name) for name in names),
            *(Text(name, name) for name in eindhoven_areas()["name"]),
        ),
        places=replace(placed(), names=dict(zip(codes, areas, strict=False))),
    )
    files = write_report(findings, tmp_path)

    assert len(names) > 3_500
    check_report(findings, tmp_path, files, [KEY])


def test_a_code_that_starts_with_an_apostrophe_is_listed_as_it_is():
    sizes = base().sizes
    renamed = sizes.rows.replace({"cluster": {"1": "'t Zand", "2": "=2"}})
    findings = replace(base(), sizes=with_rows(sizes, renamed))
    rows = [
        [f"'{code}" if code == "=2" else code, "" if pd.isna(persons) else str(persons)]
        for code, persons in zip(renamed["cluster"], renamed["persons"], strict=True)
    ]

    listing = [["cluster", "persons"], *rows]
    check_listing("sizes.csv", listing, (findings.sizes,), [listing])


def test_an_accent_without_a_letter_is_not_set():
    assert printable("e\u0301 1\u0301") == "é 1"


@pytest.mark.parametrize(
    ("text", "lost"), [("'t Hof? één", 0), ("מדינה", 1), ("wat? \U0001f600", 1)]
)
def test_signs_that_a_pdf_cannot_show_are_told(text, lost):
    assert len(unprintable("Wijk", text)) == lost


def test_brackets_in_a_title_hide_nothing_from_who_looks(tmp_path):
    findings = replace(base(), title="Bergen (L.) of Eindhoven")
    write_report(findings, tmp_path)
    path = tmp_path / "report.pdf"
    content = path.read_bytes()

    more = content.replace(b"/Title(Bergen (L", b"/Title(4321 (L", 1)

    assert more != content
    assert not check_paper(findings, content)
    assert check_paper(findings, more)


def check_paper(findings, content):
    """What a paper says of itself that it may not say."""
    allowed = registered_in(findings, build_report(findings)).told
    return [
        value
        for name, value in read_pdf("report.pdf", content).told
        if not any(re.fullmatch(each, value) for each in allowed.get(name, ()))
    ]


def test_a_study_with_the_nastiest_names_runs_to_its_end(run, monkeypatch):
    title = '\'s-Hertogenbosch & <Ş> \U0001f600 "12" مدينة {0}'
    quoted = json.dumps(title, ensure_ascii=False)
    named = f"reference_date = 2019-01-01\ntitle = {quoted}\nplace = {quoted}\n"
    monkeypatch.setattr(
        small_study,
        "STUDY",
        small_study.STUDY.replace(
            "reference_date = 2019-01-01\n",
            named.replace("{", "{{").replace("}", "}}"),  # the study is a template
        ),
    )

    folder = run("naam", maps='maps = "eindhoven"')

    page = (folder / "report.html").read_text("utf-8")
    assert f"<title>{escape(title)}" in page
    assert "een vraagteken" in page
    assert (folder / "report.pdf").exists()
