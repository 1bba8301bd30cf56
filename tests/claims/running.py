"""Running a study on a made-up city, and keeping the truth beside its report."""

from __future__ import annotations

import shutil
from contextlib import chdir
from typing import TYPE_CHECKING
from unittest import mock

from conftest import PROJECT

from claims.city import City, deliver
from claims.exact import Exact
from clusters.study import run_study
from clusters.study.publishing import publish

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = City(
    seed=1, persons=1_500, kinds=5, clusters=5, unknown=0.35, undated=0.02,
    sameness=0.3, early=0.3, since=None, areas=40, samples=4, language="nl",
)  # fmt: skip


def studied(city: City, folder: Path) -> Exact:
    """Run a study on a city in an empty folder; return what is true of its people.

    Raises
    ------
    DisclosureError
        If too few people can be told of.
    """
    shutil.copytree(PROJECT / "config", folder / "config")
    writing = mock.patch.object(publish, "write_report", wraps=publish.write_report)
    with chdir(folder), writing as written:
        reports = folder / run_study(deliver(city, folder))
    (people,) = (folder / "data" / "processed" / "claims").glob("*/people.parquet")
    return Exact(city, people.parent, reports, written.call_args.args[0])
