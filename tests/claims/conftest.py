"""One finished study, for every test that only looks."""

from __future__ import annotations

import pytest

from claims.running import KNOWN, studied


@pytest.fixture(scope="session")
def known_study(tmp_path_factory):
    return studied(KNOWN, tmp_path_factory.mktemp("known"))
