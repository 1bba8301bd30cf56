"""The made-up city as tables about jobs, benefits and education."""

from __future__ import annotations

import numpy as np
import pandas as pd

from clusters.synthetic.cbs.draft import (
    NEVER,
    PERSON,
    Draft,
    encoded,
    keys,
    spells,
    stacked,
)

_YEAR = 365
_WEEKS_PER_MONTH = 52 / 12
_FLAGS = {
    "social_assistance": "XKOPPELBIJSTANDSECM",
    "unemployment": "XKOPPELWERKLUITKSECM",
    "disability": "XKOPPELZIEKTEAOSECM",
    "pension": "XKOPPELPENSIOENSECM",
    "other": "XKOPPELSOCVOORZOVSECM",
}


def jobs(draft: Draft) -> pd.DataFrame:
    """SPOLISBUS: a row per job and month, around the month of the reference date.

    Many have a second job that pays less; some had another job the month before.
    """
    main = _main_jobs(draft)
    wage = main["SBASISLOON"]
    month = draft.on.astype("datetime64[M]")
    now = _in_month(main, month)
    before = _in_month(
        main.assign(
            SBASISLOON=(wage * 1.4).round(2), SCONTRACTSOORT="B", SBI2008="7820"
        ),
        month - 1,
    )
    after = _in_month(main.assign(SBASISLOON=(wage * 1.6).round(2)), month + 1)
    has_second = (draft.rng.random(len(main)) < 0.12) & wage.gt(1).to_numpy()
    second = main[has_second].assign(
        IKVID="Z" + main.loc[has_second, "IKVID"].str[1:],
        SBASISLOON=(wage[has_second] * 0.5).round(2),
        SSOORTBAAN="5",
        SCONTRACTSOORT="B",
        SBI2008="5610",
    )
    return stacked(now, before, after, _in_month(second, month))


def benefits(draft: Draft) -> pd.DataFrame:
    """BIJSTANDUITKERINGTAB: running ones, and some that ended."""
    now_on = draft.column("benefit") == "social_assistance"
    begin = draft.days_before(len(now_on), 0, 6 * _YEAR)
    running = spells(draft, now_on, begin, NEVER)
    was_on = draft.some(~now_on, 0.02)
    ended = spells(draft, was_on, begin - 3 * _YEAR, draft.on - 1 + 0 * _ints(begin))
    rows = stacked(running, ended)
    scheme = draft.rng.choice(["01", "13", "15", "16"], len(rows))
    return rows.assign(BIJSTANDStatistiekcodeA=scheme).rename(
        columns={
            "begin": "BIJSTANDaanvangUitkeringPersoon1A",
            "end": "BIJSTANDEindeUitkeringPersoon1A",
        }
    )


def positions(draft: Draft) -> pd.DataFrame:
    """SECMBUS: now and before, with a flag for a benefit beside the main source."""
    source, benefit = draft.column("income_source"), draft.column("benefit")
    known = source.notna() | benefit.notna()
    begin = draft.days_before(len(source), 0, 2 * _YEAR)
    code = encoded(source, "SECMBUS.SECM", draft.rng, unknown="--")
    flags = {
        flag: np.where(benefit[known] == ours, "1", "") for ours, flag in _FLAGS.items()
    }
    now = spells(draft, known, begin, NEVER).assign(
        SECM=code[known].to_numpy(), **flags
    )
    before = spells(draft, draft.some(known, 0.5), begin - 400, begin - 1)
    other = draft.rng.choice(["11", "13", "21", "26", "32"], len(before))
    return stacked(now, before.assign(SECM=other, **dict.fromkeys(flags, ""))).rename(
        columns={"begin": "AANVSECM", "end": "EINDSECM"}
    )


def education(draft: Draft) -> pd.DataFrame:
    """HOOGSTEOPLTAB: without those of whom nothing is known, as in life."""
    level = draft.column("education")
    where = "HOOGSTEOPLTAB.OPLNIVSOI2016AGG4HBMETNIRWO"
    code = encoded(level, where, draft.rng)
    known = level.notna()
    return pd.DataFrame(
        {
            **keys(draft.people.loc[known, "person_id"], *PERSON),
            "OPLNIVSOI2016AGG4HBMETNIRWO": code[known],
        }
    )


def enrolments(draft: Draft) -> pd.DataFrame:
    """ONDERWIJSDEELNEMERSTAB: only who is in education."""
    enrolled = draft.column("in_education") == "yes"
    return pd.DataFrame(keys(draft.people.loc[enrolled, "person_id"], *PERSON))


def _main_jobs(draft: Draft) -> pd.DataFrame:
    relation = draft.column("working_relation")
    told = [
        draft.column(name).notna()
        for name in ("contract", "sector", "weekly_hours", "wage")
    ]
    # Own business shows in SECMBUS; a job row is for what that cannot tell.
    in_secm = draft.column("income_source") == "self_employed"
    own = (relation == "self_employed") & in_secm
    has_job = np.logical_or.reduce([*told, relation.notna() & ~own])
    people = draft.people[has_job]
    hours = draft.column("weekly_hours").astype(float)[has_job]
    where = "SPOLISBUS"
    return pd.DataFrame(
        {
            **keys(people["person_id"], *PERSON),
            "IKVID": "A" + people["person_id"].str[1:],
            "SSOORTBAAN": encoded(relation, f"{where}.SSOORTBAAN", draft.rng)[has_job],
            "SCONTRACTSOORT": encoded(
                draft.column("contract"), f"{where}.SCONTRACTSOORT", draft.rng, "N"
            )[has_job],
            "SBI2008": draft.column("sector")[has_job].fillna("-"),
            "SBASISLOON": draft.column("wage").astype(float)[has_job].round(2),
            "SBASISUREN": (hours * _WEEKS_PER_MONTH).round(2),
        }
    ).reset_index(drop=True)


def _in_month(rows: pd.DataFrame, month: np.datetime64) -> pd.DataFrame:
    first = month.astype("datetime64[D]")
    last = (month + 1).astype("datetime64[D]") - 1
    return rows.assign(
        SDATUMAANVANGIKO=str(first).replace("-", ""),
        SDATUMEINDEIKO=str(last).replace("-", ""),
    )


def _ints(dates: np.ndarray) -> np.ndarray:
    return np.zeros(len(dates), dtype=int)
