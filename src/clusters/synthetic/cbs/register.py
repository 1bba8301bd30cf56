"""The made-up city as tables of the population register."""

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
    missing_keys,
    spells,
    stacked,
)

_NETHERLANDS = "6030"
_DUTCH = "0001"
_YEAR = 365


def persons(draft: Draft) -> pd.DataFrame:
    """GBAPERSOONTAB: unknown parts of a birth date are zeros or dashes."""
    people = draft.people
    born = pd.DatetimeIndex(days(draft.column("birth_date")))
    year = pd.Series(born.year).astype("Int64").astype("str")
    if "birth_year" in people:
        told = people["birth_year"].astype("Int64").astype("str")
        year = year.fillna(told)
    land = draft.column("birth_country")
    told_abroad = draft.column("born_abroad").map({"yes": "0", "no": "1"})
    known = land.notna() & (land != "0000")
    by_land = (land == _NETHERLANDS).map({True: "1", False: "0"}).where(known)
    return pd.DataFrame(
        {
            **keys(people["person_id"], *PERSON),
            "GBAGESLACHT": encoded(
                draft.column("sex"), "GBAPERSOONTAB.GBAGESLACHT", draft.rng
            ),
            "GBAGEBOORTEJAAR": year.fillna("----"),
            "GBAGEBOORTEMAAND": _two_digits(born.month, "--"),
            "GBAGEBOORTEDAG": _two_digits(born.day, "00"),
            "GBAGEBOORTELAND": land.fillna("----"),
            "GBAGEBOORTELANDMOEDER": draft.column("birth_country_mother").fillna(
                "----"
            ),
            "GBAGEBOORTELANDVADER": draft.column("birth_country_father").fillna("----"),
            "GBAGEBOORTELANDNL": told_abroad.fillna(by_land).fillna("-"),
        }
    )


def nationalities(draft: Draft) -> pd.DataFrame:
    """GBANATIONALITEITBUS: former and second nationalities lie beside the one."""
    own = draft.column("nationality")
    size = len(own)
    begin = draft.days_before(size, 0, 3 * _YEAR)
    now = spells(draft, own.notna(), begin, NEVER).assign(
        NATIONALITEIT=own[own.notna()].to_numpy()
    )
    is_second = draft.some(own.notna() & (own < "0300") & (own != "0000"), 0.05)
    second = spells(draft, is_second, begin, NEVER).assign(NATIONALITEIT="0499")
    is_former = draft.some(own == _DUTCH, 0.05)
    former = spells(draft, is_former, begin - 10 * _YEAR, begin - 1).assign(
        NATIONALITEIT="0000"
    )
    return stacked(now, second, former).rename(
        columns={
            "begin": "DATUMAANVANGNATIONALITEIT",
            "end": "DATUMEINDENATIONALITEIT",
        }
    )


def settlements(draft: Draft) -> pd.DataFrame:
    """GBAMIGRATIEBUS: some came before, some leave and come back later."""
    arrived = days(draft.column("arrival_date"))
    came = pd.Series(~np.isnat(arrived))
    now = spells(draft, came, arrived, NEVER)
    before = spells(draft, draft.some(came, 0.1), arrived - 900, arrived - 400)
    later = spells(
        draft, draft.some(came, 0.02), draft.on + 200 + 0 * arrived.astype(int), NEVER
    )
    return stacked(now, before, later).rename(
        columns={"begin": "DATUMVESTIGING", "end": "DATUMVERTREK"}
    )


def motives(draft: Draft) -> pd.DataFrame:
    """VRLMIGMOTBUS: one motive per settlement."""
    motive = draft.column("migration_motive")
    known = motive.notna()
    arrived = days(draft.column("arrival_date"))
    guess = draft.days_before(len(arrived), 30, 20 * _YEAR)
    begin = np.where(np.isnat(arrived), guess, arrived)
    code = encoded(motive, "VRLMIGMOTBUS.MIGRATIEMOTIEF", draft.rng)
    now = spells(draft, known, begin, NEVER).assign(
        MIGRATIEMOTIEF=code[known].to_numpy()
    )
    came_before = draft.some(known, 0.1)
    before = spells(draft, came_before, begin - 900, NEVER).assign(MIGRATIEMOTIEF="6")
    return stacked(now, before).rename(columns={"begin": "DATUMVESTIGING"})[
        [*PERSON, "DATUMVESTIGING", "MIGRATIEMOTIEF"]
    ]


def marital_statuses(draft: Draft) -> pd.DataFrame:
    """GBABURGERLIJKESTAATBUS: who married was single before."""
    status = draft.column("marital_status")
    code = encoded(status, "GBABURGERLIJKESTAATBUS.GBABURGERLIJKESTAATNW", draft.rng)
    begin = draft.days_before(len(status), 0, 9 * _YEAR)
    now = spells(draft, status.notna(), begin, NEVER).assign(
        status=code[status.notna()].to_numpy()
    )
    was_single = status.notna() & (status != "never_married")
    before = spells(draft, was_single, begin - 20 * _YEAR, begin - 1).assign(status="O")
    return stacked(now, before).rename(
        columns={
            "begin": "GBAAANVANGBURGERLIJKESTAAT",
            "end": "GBAEINDEBURGERLIJKESTAAT",
            "status": "GBABURGERLIJKESTAATNW",
        }
    )


def partnerships(draft: Draft) -> pd.DataFrame:
    """GBAVERBINTENISPARTNERBUS: the married, and couples no household table shows."""
    partner = draft.column("partner_id")
    position = draft.column("household_position")
    shown = position.isin(["partner_without_children", "partner_with_children"])
    by_id = pd.Series(shown.to_numpy(), index=draft.people["person_id"])
    both_shown = shown & partner.map(by_id).fillna(value=False).astype(bool)
    married = draft.column("marital_status") == "married"
    registered = partner.notna() & (married | ~both_shown)
    begin = draft.days_before(len(partner), 0, 15 * _YEAR)
    now = spells(draft, registered, begin, NEVER).assign(
        **_partner(partner[registered])
    )
    was_married = draft.some(partner.notna(), 0.05)
    former = partner[was_married].sample(frac=1, random_state=draft.rng)
    before = spells(draft, was_married, begin - 9 * _YEAR, begin - _YEAR).assign(
        **_partner(former)
    )
    return stacked(now, before).rename(
        columns={"begin": "AANVANGVERBINTENIS", "end": "EINDEVERBINTENIS"}
    )


def parents(draft: Draft) -> pd.DataFrame:
    """KINDOUDERTAB: for whom a parent is known; the other one may be dashes."""
    mother, father = draft.column("mother_id"), draft.column("father_id")
    known = mother.notna() | father.notna()
    return pd.DataFrame(
        {
            **keys(draft.people.loc[known, "person_id"], *PERSON),
            **missing_keys(mother[known], "RINPERSOONSMa", "RINPERSOONMa"),
            **missing_keys(father[known], "RINPERSOONSpa", "RINPERSOONpa"),
        }
    )


def _partner(ids: pd.Series) -> dict[str, np.ndarray]:
    names = ("RINPERSOONSVERBINTENISP", "RINPERSOONVERBINTENISP")
    return {name: part.to_numpy() for name, part in keys(ids, *names).items()}


def _two_digits(numbers: pd.Index, unknown: str) -> pd.Series:
    texts = pd.Series(numbers).astype("Int64").astype("str")
    return texts.str.zfill(2).fillna(unknown)
