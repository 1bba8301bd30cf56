"""Strings become keys, codes, numbers and dates, one decision per column."""

from __future__ import annotations

import traceback
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusters.errors import ExtractError
from clusters.extracts.bounds import Known, out_of_bounds
from clusters.extracts.listed import listed
from clusters.extracts.values import parse
from clusters.perspectives.origin.birth import mapping
from clusters.schema import column
from clusters.schema.codelists import codes_in
from clusters.synthetic.figures import countries

WHERE = "persons.csv: 'X'"
CANARY = "473920118"


def parsed(name: str, *texts: str | None, **options: object) -> list[object]:
    values = pd.Series(texts, dtype="str", index=range(5, 5 + len(texts)))
    result = parse(values, column(name), where=WHERE, **options)
    assert result.index.equals(values.index)
    assert result.name == name
    return [None if pd.isna(each) else each for each in result]


def refusal(name: str, *texts: str | None, **options: object) -> str:
    """Return what is told, having seen that no value is."""
    with pytest.raises(ExtractError) as caught:
        parsed(name, *texts, **options)
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    assert caught.value.en.startswith(WHERE)
    assert caught.value.nl.startswith(WHERE)
    assert caught.value.en != caught.value.nl
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "dtype"),
    [
        ("person_id", "str"),
        ("sex", "str"),
        ("sector", "str"),
        ("birth_country", "str"),
        ("wage", "float64"),
        ("birth_date", "datetime64[s]"),
    ],
)
@pytest.mark.parametrize("texts", [[], [None], ["", " "]])
def test_a_column_without_values_still_has_its_type(name, dtype, texts):
    result = parse(pd.Series(texts, dtype="str"), column(name), where=WHERE)

    assert result.dtype == dtype
    assert result.isna().all()


# --- keys and codes ---


def test_a_key_does_not_depend_on_the_type_it_was_stored_in():
    assert parsed("person_id", "12.0", "012", "a.0", " 7 ", None) == [
        "12",
        "012",
        "a.0",
        "7",
        None,
    ]


@pytest.mark.parametrize(
    ("texts", "codes", "expected"),
    [
        (("1", "2"), {"1": "man", "2": "woman"}, ["man", "woman"]),
        (("1.0", None), {"1": "man"}, ["man", None]),
        (("man", "woman"), None, ["man", "woman"]),
        (("M", "woman"), {"M": "man"}, ["man", "woman"]),
        (("1", "9"), {"1": "man", "9": ""}, ["man", None]),
        (("1", "8"), {"1": "man", "*": ""}, ["man", None]),
        (("1", "woman"), {"*": "man"}, ["man", "woman"]),
        (("woman",), {"woman": "man"}, ["man"]),
    ],
)
def test_codes_become_ours(texts, codes, expected):
    assert parsed("sex", *texts, codes=codes) == expected


def test_an_unknown_code_is_told_with_what_is_agreed_and_what_to_do():
    told = refusal("sex", "1", *["3"] * 10, *["a"] * 9, codes={"1": "man"})

    assert "2 unknown codes in 19 rows; '3'; others" in told
    assert "'a'" not in told
    assert "man, woman" in told
    assert "Mapped are: 1" in told
    assert "[extract.codes.sex]" in told


def test_an_open_list_takes_any_code_and_may_be_mapped():
    assert parsed("sector", "G", "NA", "x", codes={"x": ""}) == ["G", "NA", None]
    assert parsed("sector", "62.01", "62.0") == ["62.01", "62.0"]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("772", "363"), ["0772", "0363"]),
        (("772.0", "1"), ["0772", "0001"]),
        (("0772", "0363"), ["0772", "0363"]),
        (("5001", "772"), ["5001", "0772"]),
        (("NA", "TR"), ["NA", "TR"]),
        (("NA", "6030"), ["NA", "6030"]),
        ((None, "772"), [None, "0772"]),
    ],
)
def test_lost_zeros_come_back_where_all_lost_them(texts, expected):
    assert parsed("birth_country", *texts) == expected


@pytest.mark.parametrize("texts", [("0363", "772"), ("NA", "772"), ("07720110",)])
def test_zeros_that_may_not_have_been_lost_are_not_put_back(texts):
    assert " digits" in refusal("municipality", *texts)


def test_a_mapped_code_may_have_been_short():
    assert parsed("birth_country", "1", "2", codes={"1": "6030", "2": "NA"}) == [
        "6030",
        "NA",
    ]


def test_accents_written_in_two_ways_are_one_code():
    assert len(set(parsed("district", "Cafe\u0301", "Caf\u00e9", " Café"))) == 1


# --- numbers ---


@pytest.mark.parametrize(
    ("texts", "decimal", "expected"),
    [
        (("1", "2"), None, [1, 2]),
        (("1.5", "2"), None, [1.5, 2]),
        (("1,5", "2"), None, [1.5, 2]),
        (("1.234,5", "12"), None, [1234.5, 12]),
        (("1,234.5", "12"), None, [1234.5, 12]),
        (("1.234.567", "1"), None, [1234567, 1]),
        (("1 234,5", "1\u202f234"), None, [1234.5, 1234]),
        (("1.234", "1.5"), None, [1.234, 1.5]),
        (("1.234",), ",", [1234]),
        (("1.234",), ".", [1.234]),
        (("1,234",), ".", [1234]),
        (("-5", "+5", "\u22125"), None, [-5, 5, -5]),
        (("1e+05", "2.5E3"), None, [100000, 2500]),
        ((",5", "5,"), None, [0.5, 5]),
        (("-0",), None, [0]),
        ((None, "3.0"), None, [None, 3]),
    ],
)
def test_numbers_are_read_as_their_column_writes_them(texts, decimal, expected):
    assert parsed("wealth", *texts, decimal=decimal) == expected


@pytest.mark.parametrize(
    ("texts", "decimal"),
    [
        (("1.234", "5.678"), None),
        (("1,234",), None),
    ],
)
def test_a_sign_that_may_be_either_is_refused(texts, decimal):
    assert "Set 'decimal'" in refusal("wealth", *texts, decimal=decimal)


@pytest.mark.parametrize(
    ("texts", "decimal"),
    [
        (("1.234,5", "1,234.5"), None),
        (("1,5", "1.5"), None),
        (("1,5",), "."),
        (("1.5",), ","),
        (("12.34.567",), None),
        (("nan",), None),
        (("inf",), None),
        (("-Infinity",), None),
        (("1_000",), None),
        (("0x10",), None),
        (("٣",), None),
        (("€ 5",), None),
        (("5-",), None),
        (("-",), None),
        (("1e",), None),
        (("x" + CANARY,), None),
    ],
)
def test_what_is_no_number_is_refused(texts, decimal):
    told = refusal("wealth", *texts, decimal=decimal)
    assert "is no number" in told or "are no number" in told


def test_a_number_that_stands_for_unknown_can_be_mapped():
    assert parsed("arrival_year", "98", "98.0", "2001", codes={"98": ""}) == [
        None,
        None,
        2001,
    ]


@given(
    st.lists(
        st.floats(-1e12, 1e12).map(lambda number: round(number, 2)), min_size=1
    ).filter(lambda numbers: any(abs(number) >= 0.01 for number in numbers))
)
def test_both_notations_of_the_same_amounts_read_alike(amounts):
    english = [f"{amount:,.2f}" for amount in amounts]
    dutch = [text.translate(str.maketrans(",.", ".,")) for text in english]

    assert parsed("wealth", *english) == amounts
    assert parsed("wealth", *dutch) == amounts
    assert parsed("wealth", *dutch, decimal=",") == amounts


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_a_number_that_a_program_wrote_is_read_back(amounts):
    assert parsed("wealth", *map(repr, amounts), decimal=".") == amounts


# --- dates ---


@pytest.mark.parametrize(
    "text",
    [
        "1980-02-29",
        "1980-02-29 00:00:00",
        "1980-02-29T12:30",
        "19800229",
        "19800229.0",
        "29-02-1980",
        "29/2/1980",
        "29.02.1980",
    ],
)
def test_a_date_is_read_in_any_of_its_formats(text):
    assert parsed("birth_date", text) == [pd.Timestamp("1980-02-29")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19800000", "1980-07-01"),
        ("19800500", "1980-05-15"),
        ("19800012", "1980-07-01"),
        ("1980-00-00", "1980-07-01"),
        ("00-05-1980", "1980-05-15"),
        ("00000000", None),
        ("88888888", None),
        ("99999999", None),
        ("0", None),
    ],
)
def test_a_date_known_in_part_is_kept_in_its_middle(text, day):
    assert parsed("birth_date", text) == [pd.Timestamp(day) if day else None]


def test_a_declared_format_wins():
    american = parsed("birth_date", "02/03/1980", date_format="%m/%d/%Y")
    worded = parsed("birth_date", "3 Feb 1980", date_format="%d %b %Y")

    assert american == worded == [pd.Timestamp("1980-02-03")]


def test_an_iso_date_is_understood_besides_a_declared_format():
    assert parsed("birth_date", "1980-02-03", date_format="%d-%m-%Y") == [
        pd.Timestamp("1980-02-03")
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("1980-02-03", "03-02-1980"),
        ("19800203", "1980-02-03"),
        ("03-02-80",),
        ("1980",),
        ("45123",),
        ("1980-2-3",),
        (CANARY,),
        ("29-02-1981",),
        ("31-04-1980",),
        ("12-31-1980",),
        ("19801301",),
        ("19800132",),
    ],
)
def test_what_is_no_date_is_refused(texts):
    assert "date" in refusal("birth_date", *texts)


@pytest.mark.parametrize("date_format", ["%d %b %Y", "%Q", "%d-%m-%Y"])
def test_a_declared_format_that_does_not_fit_is_refused(date_format):
    assert "date_format" in refusal("birth_date", CANARY, date_format=date_format)


@given(st.lists(st.dates(date(1, 1, 1), date(9999, 12, 30)), min_size=1))
def test_any_day_is_read_back(days):
    expected = [pd.Timestamp(day) for day in days]
    for shape in (
        "{0.year:04}-{0.month:02}-{0.day:02}",
        "{0.day}-{0.month}-{0.year:04}",
    ):
        assert parsed("birth_date", *(shape.format(day) for day in days)) == expected


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.integers(0, 400))
def test_the_order_of_days_is_kept(day, later):
    first, second = parsed(
        "birth_date", f"{day:%Y%m%d}", f"{day + timedelta(later):%Y%m%d}"
    )

    assert (second - first).days == later


# --- what can be ---


def misfits(name, *values, currency="€", born=None):
    given = pd.Series(values, name=name, dtype="datetime64[s]" if born else "float64")
    years = pd.Series(born, dtype="float64") if born else pd.Series(dtype="float64")
    known = Known(date(2025, 1, 1), currency, years)
    return [
        (misfit.fault.en, misfit.persons, wrong[wrong].index.tolist())
        for misfit, wrong in out_of_bounds(given, name, known)
    ]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("age", -1),
        ("age", 121),
        ("weekly_hours", 169),
        ("dwelling_value", -1),
        ("wealth", float("inf")),
        ("household_size", 0),
        ("wage", -1),
        ("wage", 38_000_000),
        ("birth_year", 1800),
        ("birth_year", 2026),
        ("arrival_year", 99999),
    ],
)
def test_a_number_out_of_bounds_is_counted_and_placed(name, value):
    ((_, persons, where),) = misfits(name, value, None, 2000 if "year" in name else 1)

    assert (persons, where) == (1, [0])


@pytest.mark.parametrize("age", [0, 120])
def test_bounds_themselves_are_allowed(age):
    assert misfits("age", age) == []


def test_amounts_in_another_currency_have_no_bounds():
    assert misfits("wage", 38_000_000, currency="COP") == []


def test_dates_are_held_against_the_reference_date_and_birth():
    dates = ["2025-01-01", "2025-01-02", "1904-12-31", "1979-12-31", "1980-01-01", None]
    found = misfits("arrival_date", *dates, born=[1980] * 6)

    assert found == [
        ("after the reference date", 1, [1]),
        ("more than 120 years before the reference date", 1, [2]),
        ("in a year before birth", 1, [3]),
    ]


@pytest.mark.parametrize(
    ("values", "notation", "codes"),
    [
        (["6030", "7028", None], "brp", ["6030", "7028", None]),
        (["NL", "NA", "NO"], "iso2", ["6030", "9023", "6027"]),
        (["nld", "NAM"], "iso3", ["6030", "9023"]),
        (["0528", "0516"], "iso_numeric", ["6030", "9023"]),
        (["België", "Noord-Macedonië", "Zaïre"], "name", ["5010", "5113", "5050"]),
    ],
)
def test_a_column_of_countries_decides_its_notation_as_a_whole(values, notation, codes):
    given = pd.Series(values, dtype="str", name="birth_country")

    read = listed(given, column("birth_country"), None, ())

    assert read.notation == notation
    assert [None if pd.isna(each) else each for each in read.codes] == codes
    assert read.misfit is None


def test_countries_of_no_list_are_unknown_and_told_of():
    given = pd.Series(["6030"] * 30 + ["XX"] * 10 + ["Jan"], name="birth_country")

    read = listed(given.astype("str"), column("birth_country"), None, ())

    assert read.codes.isna().sum() == 11
    assert read.misfit.is_refused
    assert "XX" in "".join(read.misfit.lines)
    assert "Jan" not in "".join(read.misfit.lines)


def test_a_nationality_is_known_by_its_country_too():
    given = pd.Series(["Duitse", "Polen", "Burger van India"], dtype="str")

    read = listed(given, column("nationality"), "name", ())

    assert read.codes.tolist() == ["0055", "0072", "0312"]


def test_the_lists_hold_every_code_of_the_origins_and_of_the_made_up_city():
    assert set(codes_in("countries", "brp").values()) == set(mapping().index)
    passports = set(countries()["nationality"].dropna()) - {""}
    assert passports <= set(codes_in("nationalities", "brp"))


@pytest.mark.parametrize("others", [0, 90])
def test_na_alone_is_not_taken_for_namibia(others):
    given = pd.Series(["NA"] * 30 + ["6030"] * others, dtype="str")

    read = listed(given, column("birth_country"), None, ())

    assert read.codes.isna().sum() == 30
    assert read.misfit.is_refused
    assert read.misfit.lines[0].startswith('"NA" = ""')
