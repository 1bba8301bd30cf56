"""What each command does, as a function without a terminal."""

from __future__ import annotations

import re
import shutil
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from clusters.cli.asking import asked, is_terminal, reviewed
from clusters.cli.choices import SCHEMA, Format, Layout
from clusters.cli.shipped import CONFIG, write_demo
from clusters.errors import SettingsError
from clusters.intake import Answers, draft_study
from clusters.settings.json_schema import study_schema
from clusters.store import PROCESSED, alone_in, read_json, write_json, written_whole
from clusters.study import check_study, code_digest, run_study
from clusters.study.plan import plan
from clusters.study.publishing.review import review
from clusters.study.signing import sign
from clusters.study.tuning import tune as tuning
from clusters.study.tuning.compare import compare_runs
from clusters.synthetic import make_city, write_person_extract
from clusters.synthetic.cbs import with_register_keys, write_cbs_extract
from clusters.synthetic.years.history import write_history

if TYPE_CHECKING:
    from collections.abc import Sequence

    from clusters.progress import Progress
    from clusters.schema import Language

__all__ = [
    "Answers",
    "check_study",
    "clean",
    "compare_runs",
    "demo",
    "init",
    "plan",
    "review",
    "run_study",
    "schema",
    "sign",
    "synthesize",
    "tune",
    "write_demo",
]

EINDHOVEN_ON = date(2019, 1, 1)  # the day of the published figures
DEMO_STUDY = Path("config/demo.toml")
DEMO_EXTRACT = Path("data/raw/demo")
_SECONDS_PER_DAY = 86_400


def demo(persons: int, seed: int, progress: Progress) -> Path:
    """Make the demo's extract, unless it lies there already, and run its study."""
    write_demo()
    made_with = {"persons": persons, "seed": seed, "code": code_digest()}
    stamp = DEMO_EXTRACT / "made.json"
    if not stamp.exists() or read_json(stamp) != made_with:
        progress("city", 0, 1)
        shutil.rmtree(DEMO_EXTRACT, ignore_errors=True)
        synthesize(DEMO_EXTRACT, Layout.CBS, Format.CSV, persons, seed)
        write_json(stamp, made_with)
        progress("city", 1, 1)
    return run_study(DEMO_STUDY, progress)


def synthesize(
    out: Path, layout: Layout, file_format: Format, persons: int, seed: int
) -> Path:
    """Write a made-up extract to a folder, and the planted answer beside it."""
    city = make_city(persons, seed, EINDHOVEN_ON)
    residents = city.residents
    if layout is Layout.CBS:
        write_cbs_extract(city, out, file_format.value, seed, EINDHOVEN_ON)
        residents = with_register_keys(residents)
    else:
        write_person_extract(city, out, file_format.value, seed)
    write_history(residents, out / "history", EINDHOVEN_ON.year, seed)
    return out


def init(
    files: Sequence[Path], out: Path | None, answers: Answers, language: Language
) -> tuple[Path, list[str]]:
    """Draft a study file; return where it is and what is left to say in it."""
    if not files:
        raise SettingsError(
            "Name the files that were delivered, or --demo.",
            "Noem de bestanden die zijn geleverd, of --demo.",
        )
    out = out or CONFIG / f"{_study_name(files[0].resolve())}.toml"
    if out.exists():
        raise SettingsError(
            f"{out} is there already, and is not written over.\n"
            "Give another name with --out.",
            f"{out} is er al, en wordt niet overschreven.\n"
            "Geef een andere naam met --out.",
        )
    answers = replace(answers, name=_study_name(out))
    if is_terminal():
        answers = asked(answers, language)
        draft = draft_study(
            files, answers, language, lambda found: reviewed(found, language)
        )
    else:
        draft = draft_study(files, answers, language)
    with written_whole(out) as file:
        file.write_text(draft.text, "utf-8")
    schema(out.with_name(SCHEMA.name))
    return out, [each.to(language) for each in draft.to_do]


def _study_name(path: Path) -> str:
    """Return a name for a study that can be a folder's, after a file."""
    name = re.sub(r"[^a-z0-9]+", "-", path.name.split(".")[0].lower()).strip("-")
    return name[:60].strip("-") or "studie"


def schema(out: Path) -> Path:
    """Write the JSON Schema of study files, unless it is there already, the same."""
    text = study_schema()
    if not out.exists() or out.read_text("utf-8") != text:
        with written_whole(out) as file:
            file.write_text(text, "utf-8", newline="\n")
    return out


def tune(study: Path, language: Language, progress: Progress) -> tuple[str, Path]:
    """Try the choices around a study's own; return the table and where it is kept."""
    table, file = tuning.tune(study, progress)
    return tuning.as_text(table, language), file


def clean(older_than: int) -> list[Path]:
    """Delete the person-level work of runs that nobody touched for some days."""
    limit = time.time() - older_than * _SECONDS_PER_DAY
    runs = [path for path in PROCESSED.glob("*/*") if path.is_dir()]
    old = [run for run in runs if run.stat().st_mtime <= limit]
    for run in old:
        with alone_in(run):
            shutil.rmtree(run)
        run.with_name(f"{run.name}.lock").unlink(missing_ok=True)
    return old
