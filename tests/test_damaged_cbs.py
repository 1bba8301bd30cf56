"""Damaged deliveries in the tables of CBS: every check ends in a sentence."""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import traceback
from datetime import date
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest
from conftest import PROJECT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from once import once
from test_damaged import CANARY, DAMAGE

from clusters.errors import ClustersError
from clusters.schema.cbs import CBS_TABLES
from clusters.study import check_study
from clusters.synthetic import make_city
from clusters.synthetic.cbs import write_cbs_extract

ON = date(2019, 1, 1)
STUDY = """
[study]
name = "schade"
municipality = "0772"
reference_date = 2019-01-01
[extract]
layout = "cbs"
[extract.tables]
{tables}
[population]
definition = "born_abroad"
[clustering]
seed = 1
"""


@pytest.fixture(scope="session")
def tables(tmp_path_factory):
    """The tables of a few hundred made-up people, as text."""

    def make(folder):
        files = write_cbs_extract(make_city(600, 3, ON), folder, "csv", 3, ON)
        return {
            name: pd.read_csv(path, sep=";", dtype="str", keep_default_na=False)
            for name, path in files.items()
            if name in {each.name for each in CBS_TABLES}
        }

    return once(tmp_path_factory, "cbs_tables", make)


def spoil(frame, place, kind, rows):
    """Return the table with some cells of one of its columns spoilt."""
    column = frame.columns[place % len(frame.columns)]
    values = frame[column].astype(object).copy()
    values.iloc[:rows] = {
        "blank": "",
        "junk": f"{CANARY}-zooi",
        "code": "ZZ",
        "long ago": "18000101",
        "to come": "20990101",
        "negative": "-5",
        "huge": "38000000000",
        "no number": "1e999",
        "na": "NA",
    }[kind]
    return frame.assign(**{column: values})


def shaped(frame, place, shape):
    """Return the table spoilt as a whole."""
    if shape == "doubled":
        return pd.concat([frame, frame.iloc[:1]], ignore_index=True)
    if shape == "without column":
        return frame.drop(columns=frame.columns[place % len(frame.columns)])
    if shape == "no rows":
        return frame.iloc[:0]
    return frame


def deliver(path, frame, kind, shape):
    """Write one table and return its file; none where it was left out."""
    path = path.with_suffix(f".{kind}")
    if kind == "parquet":
        frame.to_parquet(path)
    elif kind == "sav":
        pyreadstat.write_sav(frame, str(path))
    else:
        text = frame.to_csv(sep=";", index=False, header=shape != "no header")
        if shape == "title":
            text = f"Levering van het CBS\n\n{text}"
        content = text.encode()
        path.write_bytes(content[:-7] if shape == "cut" else content)
    if shape == "not there":
        path.unlink()
    return path.name


def told_of(folder, delivered):
    """Return what a check says, or its refusal; anything else escapes."""
    settings = "\n".join(f'{name} = "{file}"' for name, file in delivered.items())
    study = folder / "config" / "schade.toml"
    study.write_text(STUDY.format(tables=settings), "utf-8")
    with contextlib.chdir(folder):
        try:
            return check_study(study)
        except ClustersError as error:
            told = "".join(traceback.format_exception(error))
            return f"{told}{error.to('nl')}{error.to('en')}"


def check_one(tables, name, damage, kind, shape, place):
    keys = set(tables["GBAPERSOONTAB"]["RINPERSOON"])
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        shutil.copytree(PROJECT / "config", folder / "config")
        delivered = {}
        for each, frame in tables.items():
            if each != name:
                delivered[each] = deliver(folder / each, frame, "csv", "plain")
                continue
            for column, how, rows in damage:
                frame = spoil(frame, column, how, rows)
            spoilt = shaped(frame, place, shape)
            delivered[each] = deliver(folder / each, spoilt, kind, shape)
        said = told_of(folder, delivered)
    assert CANARY not in said
    assert not keys & set(re.findall(r"\d+", said))


CASES = {
    "name": st.sampled_from(sorted(each.name for each in CBS_TABLES)),
    "damage": st.lists(
        st.tuples(
            st.integers(0, 40),
            st.sampled_from(DAMAGE),
            st.sampled_from([1, 3, 9, 30, 10_000]),
        ),
        max_size=3,
    ),
    "kind": st.sampled_from(["csv", "csv", "parquet", "sav"]),
    "shape": st.sampled_from(
        [
            "plain",
            "title",
            "no header",
            "doubled",
            "cut",
            "without column",
            "no rows",
            "not there",
        ]
    ),
    "place": st.integers(0, 40),
}
QUIET = {
    "deadline": None,
    "suppress_health_check": [
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
}


@settings(max_examples=5, **QUIET)
@given(**CASES)
def test_a_damaged_table_of_cbs_ends_in_a_sentence(tables, **case):
    check_one(tables, **case)


@pytest.mark.slow
@settings(max_examples=200, **QUIET)
@given(**CASES)
def test_hundreds_of_damaged_tables_of_cbs_end_in_a_sentence(tables, **case):
    check_one(tables, **case)
