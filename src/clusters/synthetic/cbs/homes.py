"""The made-up city as tables about addresses, dwellings and cars."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.synthetic.cbs.draft import (
    NEVER,
    PERSON,
    Draft,
    days,
    encoded,
    keys,
    spells,
    stacked,
)

_OBJECT = ("SOORTOBJECTNUMMER", "RINOBJECTNUMMER")
_YEAR = 365
_OF_DWELLING = (
    "tenure",
    "dwelling_type",
    "dwelling_value",
    "floor_area",
    "municipality",
    "district",
    "neighbourhood",
    "square",
)


def with_dwellings(people: pd.DataFrame) -> pd.DataFrame:
    """Add the key of each person's dwelling as ``object_id``.

    A dwelling is an address at which everybody tells the same; who differs, because
    an answer was made unknown, lives in a dwelling of its own.
    """
    home = people.get("address_id", people["person_id"])
    told = [people[name] for name in _OF_DWELLING if name in people]
    same = [home.fillna(people["person_id"]), *told]
    number = people.groupby(same, dropna=False, sort=False).ngroup()
    return people.assign(object_id="B" + number.astype("str").str.zfill(32))


def addresses(draft: Draft) -> pd.DataFrame:
    """GBAADRESOBJECTBUS: now and before; who left has only an earlier address."""
    people = draft.people
    moved = days(draft.column("moved_in_date"))
    guess = draft.days_before(len(moved), 0, 5 * _YEAR)
    begin = np.where(np.isnat(moved), guess, moved)
    has_address = people["has_address"].to_numpy(dtype=bool)
    ends = np.where(has_address, NEVER, draft.on - 1)
    begin = np.where(has_address, begin, np.minimum(begin, draft.on - 1))
    now = _rows(draft, np.ones(len(people), dtype=bool), begin, ends, "object_id")
    earlier = draft.some(np.ones(len(people), dtype=bool), 0.5)
    shuffled = people.assign(
        elsewhere=people["object_id"].sample(frac=1, random_state=draft.rng).to_numpy()
    )
    past = Draft(shuffled, draft.on, draft.rng)
    before = _rows(past, earlier, begin - 2 * _YEAR, begin - 1, "elsewhere")
    return stacked(now, before)


def areas(draft: Draft) -> pd.DataFrame:
    """VSLGWBTAB: areas per year, because borders move."""
    year = int(str(draft.on)[:4])
    named = {"gem": "municipality", "wc": "district", "bc": "neighbourhood"}
    columns = {}
    for each in (year - 1, year):
        for short, ours in named.items():
            values = draft.column(ours).fillna("--")
            # last year's codes are others, so that reading the wrong year shows
            columns[f"{short}{each}"] = values if each == year else "9" + values.str[1:]
    return _per_dwelling(draft, draft.column("municipality").notna(), columns)


def squares(draft: Draft) -> pd.DataFrame:
    """VRLVSLVIERKANTTAB."""
    square = draft.column("square")
    return _per_dwelling(draft, square.notna(), {"VRLVIERKANT100M": square})


def tenures(draft: Draft) -> pd.DataFrame:
    """EIGENDOMTAB: the landlord tells one kind of rent from the other."""
    tenure = draft.column("tenure")
    kind = tenure.map(
        {"owned": "E", "other": "A", "social_rent": "H", "private_rent": "H"}
    )
    landlord = tenure.map({"owned": "-", "social_rent": "C", "private_rent": "P"})
    return _per_dwelling(
        draft,
        tenure.notna(),
        {"TYPEEIGENDOM": kind, "TYPEEIGENAAR": landlord.fillna("-")},
    )


def values(draft: Draft) -> pd.DataFrame:
    """EIGENDOMWOZTAB."""
    value = draft.column("dwelling_value").astype(float)
    return _per_dwelling(draft, value.notna(), {"WOZWAARDEOBJECT": value})


def types(draft: Draft) -> pd.DataFrame:
    """VBOWONINGTYPETAB."""
    where = "VBOWONINGTYPETAB.VBOWoningtype"
    code = encoded(draft.column("dwelling_type"), where, draft.rng, unknown="99")
    return _per_dwelling(
        draft, pd.Series(data=True, index=code.index), {"VBOWoningtype": code}
    )


def floor_areas(draft: Draft) -> pd.DataFrame:
    """LEVCYCLWOONNIETWOONBUS: some dwellings were enlarged."""
    area = draft.column("floor_area").astype(float)
    now = _per_dwelling(draft, area.notna(), {"VBOOPPERVLAKTE": area})
    since = str(draft.on - 5 * _YEAR).replace("-", "")
    until = str(draft.on - 5 * _YEAR - 1).replace("-", "")
    bounds = ("AANVLEVCYCLWOONNIETWOON", "EINDLEVCYCLWOONNIETWOON")
    was_smaller = draft.some(np.ones(len(now), dtype=bool), 0.1)
    before = now[was_smaller.to_numpy()].assign(VBOOPPERVLAKTE=20.0)
    return stacked(
        now.assign(**dict(zip(bounds, (since, "88888888"), strict=True))),
        before.assign(**dict(zip(bounds, ("19800101", until), strict=True))),
    )


def cars(draft: Draft) -> pd.DataFrame:
    """AUTOBEZITTAB."""
    number = draft.column("cars").astype(float)
    known = number.notna()
    return pd.DataFrame(
        {
            **keys(draft.people.loc[known, "person_id"], *PERSON),
            "AANTALAUTOSHH": number[known],
        }
    )


def _rows(
    draft: Draft,
    of_whom: np.ndarray | pd.Series,
    begin: np.ndarray,
    end: np.ndarray,
    dwelling: str,
) -> pd.DataFrame:
    ids = draft.people[dwelling][np.asarray(of_whom, dtype=bool)]
    rows = spells(draft, pd.Series(of_whom), begin, end).rename(
        columns={
            "begin": "GBADATUMAANVANGADRESHOUDING",
            "end": "GBADATUMEINDEADRESHOUDING",
        }
    )
    return rows.assign(**keys(ids.reset_index(drop=True), *_OBJECT))


def _per_dwelling(
    draft: Draft, known: pd.Series, columns: dict[str, pd.Series]
) -> pd.DataFrame:
    ids = draft.people["object_id"]
    chosen = known & ~ids.duplicated()
    rows = pd.DataFrame({**keys(ids, *_OBJECT), **columns})
    return rows[chosen].reset_index(drop=True)
