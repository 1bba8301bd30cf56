"""One run: its settings, its folders, and a name that is the digest of all it uses.

The settings are copied into the run's folder when it opens, so that a study file
edited during a run changes the next run and not this one.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusters.disclosure import load_policy
from clusters.errors import ExtractError, SettingsError
from clusters.extracts.readers import digest, is_there, open_table
from clusters.settings import Study, load_study, read_logo
from clusters.store import (
    PROCESSED,
    REPORTS,
    private_folder,
    read_json,
    refuse_no_room,
    sha256,
    write_json,
    written_whole,
)
from clusters.study.key import keyed, made_key, read_key
from clusters.study.previous import find_previous
from clusters.study.published import read_published
from clusters.study.run_name import code_digest, run_name, text_digest

if TYPE_CHECKING:
    from collections.abc import Callable

CONFIG = Path("config")
LOGO = "logo"  # the name of its copy in the run's folder
# A report takes some megabytes; of what is delivered no more than a part is kept.
_ROOM, _KEPT = 32 << 20, 10


@dataclass(frozen=True)
class Run:
    """An opened run.

    ``inputs`` maps table names to the digests of the delivered files, ``settings`` the
    names of the settings files to theirs, both with the project's key; ``code`` is the
    digest of this library, which is public and has none.
    """

    study: Study
    name: str
    work: Path
    inputs: dict[str, str]
    settings: dict[str, str]
    code: str

    @property
    def reports(self) -> Path:
        """Where the released output goes."""
        return REPORTS / self.study.study.name / self.name

    @property
    def is_finished(self) -> bool:
        """Whether the report is there, whole and as it was written.

        The manifest is written last, and tells what every file was like. A report that
        somebody edited is made again.
        """
        manifest = self.reports / "run.json"
        if not manifest.exists():
            return False
        written = read_json(manifest)["files"]
        return all(
            (self.reports / name).is_file() and sha256(self.reports / name) == digest
            for name, digest in written.items()
        )


def open_run(study_file: Path) -> Run:
    """Read the settings, find the extract and make the run's folder.

    Raises
    ------
    SettingsError, ExtractError
        If a settings file does not fit, a delivered file is not there, or there is no
        right or no room to write.
    """
    run, files = find_run(study_file, made_key)
    private_folder(run.work.parent)
    private_folder(run.work)
    for file in files:
        with written_whole(run.work / file) as draft:
            shutil.copyfile(files[file], draft)
    write_json(
        run.work / "run.json",
        {
            "name": run.name,
            "inputs": run.inputs,
            "settings": run.settings,
            "code": run.code,
        },
    )
    return run


def find_run(
    study_file: Path, key_of: Callable[[], bytes] = read_key
) -> tuple[Run, dict[str, Path]]:
    """Return the run that a study would be, and its settings files; write nothing.

    Parameters
    ----------
    study_file : the study.
    key_of : gives the project's key, and is asked when nothing else can be refused.
        Without a key the name is not the one that the run will have.

    Raises
    ------
    SettingsError, ExtractError
        As `open_run`.
    """
    study = load_study(study_file)
    files = {
        "study.toml": study_file,
        "disclosure.toml": CONFIG / "disclosure.toml",
        "labels.toml": CONFIG / f"labels.{study.study.language}.toml",
    }
    load_policy(files["disclosure.toml"], study.report.audience)
    _refuse_missing_words(files["labels.toml"])
    if study.report.style.logo:
        read_logo(study.report.style.logo)
        files[LOGO] = study.report.style.logo
    for holds, path in study.published.files.items():
        read_published(holds, path)
        files[published_copy(holds)] = path
    settings = {name: text_digest(path) for name, path in files.items()}
    previous = find_previous(study.report.previous)
    settings |= previous.digests if previous else {}
    refuse_missing_files(study)
    _refuse_no_room(study)
    inputs = {name: digest(file) for name, file in delivered_files(study).items()}
    inputs |= {
        name: open_table(name, table, study.extract).source.sha256
        for name, table in study.extract.tables.items()
        if table.database
    }
    code, key = code_digest(), key_of()
    inputs, settings = keyed(inputs, key), keyed(settings, key)
    name = run_name(inputs, settings, code)
    work = PROCESSED / study.study.name / name
    return Run(study, name, work, inputs, settings, code), files


def published_copy(name: str) -> str:
    """Return what the copy of a file of published figures is called in the folder."""
    return f"published-{name}.csv"


def delivered_files(study: Study) -> dict[str, Path]:
    """Return every delivered file: tables by name, other years as "history 2015"."""
    tables = {
        name: table.file
        for name, table in study.extract.tables.items()
        if not table.database
    }
    years = {
        history_name(year): study.history.files[year] for year in study.history.years
    }
    delivered = tables | {name: table.file for name, table in years.items()}
    for each in study.report.national:
        delivered[f"[report.national] {each.feature}"] = each.file
    if study.origins:
        delivered["[origins] file"] = study.origins.file
    maps = study.report.maps
    if maps and maps.file and not maps.is_shipped:
        delivered["[report] maps"] = maps.file
    return delivered


def history_name(year: int) -> str:
    """Return what the file of another year is called among the inputs."""
    return f"history {year}"


def refuse_missing_files(study: Study) -> None:
    """Refuse a study of which files are not there, naming all of them."""
    missing = [
        f"{name} = {file}"
        for name, file in delivered_files(study).items()
        if not is_there(file)
    ]
    if missing:
        listed = "\n  ".join(missing)
        raise ExtractError(
            f"These files are not there, or hold nothing that is read:\n  {listed}\n"
            "Relative paths count from the folder in which you call clusters.",
            "Deze bestanden zijn er niet, of er staat niets in dat wordt gelezen:\n"
            f"  {listed}\n"
            "Relatieve paden gelden vanaf de map waarin u clusters aanroept.",
        )


def _refuse_no_room(study: Study) -> None:
    """Refuse before the work starts what could not be kept when it is done."""
    delivered = sum(file.stat().st_size for file in delivered_files(study).values())
    for folder in (PROCESSED, REPORTS):
        refuse_no_room(folder / study.study.name, _ROOM + delivered // _KEPT)


def _refuse_missing_words(labels: Path) -> None:
    if not labels.is_file():
        raise SettingsError(
            f"{labels} is not there; it holds the words for names.\n"
            "Call clusters in the project folder, the one that holds config.",
            f"{labels} is er niet; daarin staan de woorden voor namen.\n"
            "Roep clusters aan in de projectmap, die waarin config ligt.",
        )


def load_run(work: Path) -> Run:
    """Return the run that was opened in a folder."""
    told = read_json(work / "run.json")
    return Run(study=load_study(work / "study.toml"), work=work, **told)
