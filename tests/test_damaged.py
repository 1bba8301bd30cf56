"""Damaged deliveries, hundreds of kinds: no traceback, no count that shifts in silence.

Persons are made up with values that can be recognised, then spoilt in ways that
suppliers have. Whatever comes of it, a check ends in what it found or in a refusal, no
message holds a value of a person, and who is in the study is who was not spoilt.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import traceback
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from conftest import PROJECT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clusters.errors import ClustersError
from clusters.study import check_study

PERSONS = 120
CANARY = "KANARIE"
ON = date(2025, 1, 1)

STUDY = """
[study]
name = "schade"
reference_date = 2025-01-01
[extract]
layout = "person"
[extract.tables]
{tables}
[extract.codes.sex]
M = "man"
V = "woman"
[extract.extra]
opmerking = "Opmerking"
[population]
definition = "born_abroad"
[clustering]
seed = 1
[report]
drilldown = [{drilldown}]
"""

COUNTRIES = {
    "brp": ("6030", "5022", "7028"),
    "iso2": ("NL", "MA", "PL"),
    "iso3": ("NLD", "MAR", "POL"),
    "iso_numeric": ("528", "504", "616"),
    "name": ("Nederland", "Marokko", "Polen"),
}


def made_up(notation):
    """Persons, and by row who is in the study: born abroad and 16 or older."""
    dice = np.random.default_rng(7)
    places = dice.integers(0, 3, PERSONS)
    years = dice.integers(1950, 2020, PERSONS)
    births = [f"{year}-{n % 12 + 1:02}-{n % 27 + 1:02}" for n, year in enumerate(years)]
    frame = pd.DataFrame(
        {
            "person_id": [f"{CANARY}{n:05}" for n in range(PERSONS)],
            "birth_date": births,
            "sex": dice.choice(["M", "V"], PERSONS),
            "birth_country": [COUNTRIES[notation][place] for place in places],
            "arrival_date": [f"{min(year + 3, 2023)}-06-15" for year in years],
            "income_source": dice.choice(["employee", "student"], PERSONS),
            "wage": [f"{amount}.5" for amount in dice.integers(1000, 6000, PERSONS)],
            "tenure": dice.choice(["owned", "private_rent"], PERSONS),
            "opmerking": [f"{CANARY} schreef {n}" for n in range(PERSONS)],
        }
    )
    born = pd.to_datetime(frame["birth_date"])
    grown = born <= pd.Timestamp(ON.year - 16, ON.month, ON.day)
    return frame, grown & (places > 0)


def spoil(frame, column, kind, rows):
    """Return the frame with some cells of a column spoilt."""
    values = frame[column].astype(object).copy()
    values[rows] = {
        "blank": None,
        "junk": [f"{CANARY}-zooi {row}" for row in rows],
        "code": "ZZ",  # which many rows may have, and then it may be told
        "long ago": "1800-01-01",
        "to come": "2099-01-01",
        "negative": "-5",
        "huge": "38000000000",
        "no number": "1e999",
        "na": "NA",
    }[kind]
    return frame.assign(**{column: values})


DAMAGE = (
    "blank", "junk", "code", "long ago", "to come", "negative", "huge", "no number",
    "na",
)  # fmt: skip
SPOILT = st.tuples(
    st.sampled_from(list(made_up("brp")[0].columns)),
    st.sampled_from(DAMAGE),
    st.sampled_from([1, 3, 9, 30, PERSONS]),
)
SHAPES = st.sampled_from(
    ["plain", "title", "no header", "doubled", "cut", "swapped", "without column"]
)
FORMATS = st.sampled_from(["csv", "csv", "csv", "parquet", "xlsx", "sav"])
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"])


def deliver(folder, frame, kind, shape, encoding):
    path = folder / f"personen.{kind}"
    if kind == "parquet":
        frame.to_parquet(path)
    elif kind == "xlsx":
        frame.to_excel(path, index=False)
    elif kind == "sav":
        pyreadstat.write_sav(frame.fillna("").astype(str), str(path))
    else:
        text = frame.to_csv(sep=";", index=False, header=shape != "no header")
        if shape == "title":
            text = f"Levering aan de gemeente\n\n{text}"
        content = text.encode(encoding)
        path.write_bytes(content[:-7] if shape == "cut" else content)
    return path.name


def shaped(frame, shape):
    """Return the frame spoilt as a whole, where the shape is not of the file."""
    if shape == "doubled":
        return pd.concat([frame, frame.iloc[:1]], ignore_index=True)
    if shape == "swapped":
        return frame.rename(columns={"sex": "opmerking", "opmerking": "sex"})
    if shape == "without column":
        return frame.drop(columns="birth_country")
    return frame


def looked_at(folder, frame, kind, shape, encoding, layout, drilldown):
    """Return what a check says, or its refusal; anything else escapes."""
    if layout == "joined":
        own = ["wage", "tenure"]
        homes = frame[["person_id", *own]]
        name = deliver(folder, frame.drop(columns=own), kind, shape, encoding)
        homes.to_csv(folder / "woningen.csv", index=False)
        tables = (
            f'persons = {{ file = "{name}", key = "person_id" }}\n'
            'homes = { file = "woningen.csv", key = "person_id" }'
        )
    else:
        tables = f'persons = "{deliver(folder, frame, kind, shape, encoding)}"'
    written = '"opmerking"' if drilldown else ""
    study = folder / "config" / "schade.toml"
    study.write_text(STUDY.format(tables=tables, drilldown=written), "utf-8")
    with contextlib.chdir(folder):
        try:
            return check_study(study), None
        except ClustersError as error:
            told = "".join(traceback.format_exception(error))
            return None, f"{told}{error.to('nl')}{error.to('en')}"


def studied(told):
    (line,) = [line for line in told.splitlines() if "In het onderzoek" in line]
    return int(line.split()[-1].replace(".", ""))


def values_in(frame):
    """Values that point to a person: keys, what was written, dates of birth."""
    births = frame.get("birth_date", pd.Series(dtype=object)).dropna().astype(str)
    return {CANARY, *births[births.str.fullmatch(r"\d{4}-\d\d-\d\d")]}


def check_one(notation, damage, kind, shape, encoding, layout, drilldown):
    frame, takes_part = made_up(notation)
    touched = pd.Series(data=False, index=frame.index)
    is_namibia = False  # among letters of ISO, NA is a country and no damage
    for place, (column, how, rows) in enumerate(damage):
        picked = np.roll(frame.index, 11 * place)[:rows]
        frame = spoil(frame, column, how, picked)
        if column in ("birth_date", "birth_country"):
            touched[picked] = True
        is_namibia |= (notation, column, how) == ("iso2", "birth_country", "na")
    frame = shaped(frame, shape)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(PROJECT / "config", folder / "config")
        told, refused = looked_at(
            folder, frame, kind, shape, encoding, layout, drilldown
        )
    said = told or refused
    leaked = {value for value in values_in(frame) if str(value) in said}
    assert not leaked
    if told is not None and shape not in ("cut", "doubled") and not is_namibia:
        # who was spoilt is unknown and drops out; everybody else is who they were
        assert studied(told) == int((takes_part & ~touched).sum())


CASES = {
    "notation": st.sampled_from(list(COUNTRIES)),
    "damage": st.lists(SPOILT, max_size=3),
    "kind": FORMATS,
    "shape": SHAPES,
    "encoding": ENCODINGS,
    "layout": st.sampled_from(["one", "joined"]),
    "drilldown": st.booleans(),
}
QUIET = {
    "deadline": None,
    "suppress_health_check": [HealthCheck.too_slow, HealthCheck.data_too_large],
}


@settings(max_examples=25, **QUIET)
@given(**CASES)
def test_a_damaged_delivery_ends_in_a_sentence(**case):
    check_one(**case)


@pytest.mark.slow
@settings(max_examples=400, **QUIET)
@given(**CASES)
def test_hundreds_of_damaged_deliveries_end_in_a_sentence(**case):
    check_one(**case)
