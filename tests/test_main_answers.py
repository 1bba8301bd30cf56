"""The table of commonest answers on the page of a cluster."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
from findings import make_findings, with_rows

from clusters.report.main_answers import main_answers
from clusters.report.source import Source


def test_how_far_off_a_share_is_that_is_only_known_to_be_more_is_not_told():
    findings = make_findings()
    rows = findings.profiles.rows.copy()
    own = rows[(rows["cluster"] == "1") & rows["share"].notna()]
    largest = own["share"].astype("float64").idxmax()
    hidden = {"persons": pd.NA, "share": pd.NA, "difference": pd.NA, "index": pd.NA}
    rows.loc[largest, list(hidden)] = list(hidden.values())
    rows.loc[largest, "hidden"], rows.loc[largest, "above"] = True, 90
    changed = replace(findings, profiles=with_rows(findings.profiles, rows))
    table, _ = main_answers(Source(changed), "1", 60, ())

    (row,) = [row for row in table.rows if any("> 90" in cell for cell in row)]
    assert row[-1] == findings.sizes.policy.marker
