"""Three hundred people, delivered in any format, and all that a run of them says."""

from __future__ import annotations

import contextlib
from io import StringIO

import numpy as np
import pandas as pd
import pyreadstat

from clusters.cli.app import app

CANARY = "KANARIE7351"

STUDY = """
[study]
name = "stad"
reference_date = 2019-01-01
[extract]
layout = "person"
[extract.tables]
persons = "{file}"
[population]
definition = "born_abroad"
[clustering]
together = [] # learning which go together is tested with the clustering
seed = 1
clusters = 2
starts = 1
stability_samples = 0
compare_with_noise = false
"""


def people(persons=300):
    dice = np.random.default_rng(1)
    return pd.DataFrame(
        {
            "person_id": [f"{CANARY}{n:04d}" for n in range(persons)],
            "age": dice.integers(18, 80, persons).astype(float),
            "sex": dice.choice(["man", "woman"], persons),
            "birth_country": "7024",
            "income_source": dice.choice(["employee", "student"], persons),
            "tenure": dice.choice(["owned", "private_rent"], persons),
        }
    )


def deliver(project, frame, kind):
    path = project / f"persons.{kind}"
    match kind:
        case "csv":
            frame.to_csv(path, sep=";", index=False)
        case "parquet":
            frame.to_parquet(path)
        case "sav":
            pyreadstat.write_sav(frame, str(path))
        case "xlsx":
            frame.to_excel(path, index=False)
    (project / "config" / "stad.toml").write_text(STUDY.format(file=path.name))
    return path


def told(project):
    """All that a run says to its terminal, whatever happens to it."""
    said = StringIO()
    with (
        contextlib.chdir(project),
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        try:
            ended = app(["run", "config/stad.toml"], standalone_mode=False)
        except Exception as error:  # noqa: BLE001 - whatever escapes is what is looked at
            said.write(f"{type(error).__name__}: {error}")
            ended = 1
    return ended or 0, said.getvalue()
