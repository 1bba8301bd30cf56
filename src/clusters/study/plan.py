"""What a run would do, told before it does anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.schema import Text
from clusters.study.key import KEY
from clusters.study.run import delivered_files, find_run

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.schema import Language

# The stages in their order, by the file that tells that one is done.
_STAGES = {
    "prepare": "people.parquet",
    "perspectives": "perspectives.parquet",
    "make_features": "features.parquet",
    "find_clusters": "clusters.parquet",
    "assess": "evidence.json",
}
_NAMED_LATER = Text(
    "de naam volgt bij de eerste run van dit project",
    "the name follows at the first run of this project",
)
_DONE, _TO_DO = Text("al gedaan", "done already"), Text("nog te doen", "to be done")


def plan(study_file: Path, language: Language) -> str:
    """Tell what files a study would read, where it writes and what is done already.

    Nothing is written. Of the extract only the digests are taken.

    Raises
    ------
    SettingsError, ExtractError
        As a run would before it starts.
    """
    run, settings = find_run(study_file)
    finished = run.is_finished
    done = {
        name: finished or (run.work / file).exists() for name, file in _STAGES.items()
    }
    done["publish"] = finished
    lines = [Text("Instellingen", "Settings").to(language)]
    lines += [f"  {path}" for path in settings.values()]
    lines += [Text("Bestanden", "Files").to(language)]
    lines += [f"  {name}: {file}" for name, file in delivered_files(run.study).items()]
    lines += [Text("Stappen", "Stages").to(language)]
    lines += [
        f"  {name:<14} {(_DONE if is_done else _TO_DO).to(language)}"
        for name, is_done in done.items()
    ]
    name = run.name if KEY.exists() else f"({_NAMED_LATER.to(language)})"
    lines += [Text("Rapport", "Report").to(language), f"  {run.reports.parent / name}"]
    return "\n".join(lines)
