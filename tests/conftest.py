"""What tests start from: ordinary people, and rules as the project ships them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from clusters.disclosure import load_policy
from clusters.study.key import KEY

# A busy machine is no failure.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

PROJECT = Path(__file__).parents[1]
SHARED = PROJECT.parent / "shared"


def frame(**columns):
    """One row per person p1, p2, ...; columns as lists."""
    length = len(next(iter(columns.values())))
    ids = [f"p{number}" for number in range(1, length + 1)]
    return pd.DataFrame(columns, index=pd.Index(ids, name="person_id"))


def share_key(project, other):
    """Give a project the key of another, so that their runs have the same names."""
    (other / KEY).parent.mkdir(parents=True)
    shutil.copy(project / KEY, other / KEY)


@pytest.fixture
def policy():
    return load_policy(PROJECT / "config" / "disclosure.toml", "openbaar")
