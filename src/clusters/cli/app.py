"""The commands: read what was asked, call one function, print where the result is."""

from __future__ import annotations

from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clusters.cli.choices import SCHEMA, Format, Layout
from clusters.cli.failing import language, told
from clusters.cli.later import later
from clusters.cli.progress import shown

if TYPE_CHECKING:
    from clusters.cli import setting, tasks
else:
    setting, tasks = later("clusters.cli.setting"), later("clusters.cli.tasks")

EINDHOVEN_2019 = 231_633  # residents on 1 January 2019, as published by the city

StudyFile = Annotated[
    Path, typer.Argument(metavar="STUDY.toml", help="The study file.")
]
Report = Annotated[
    Path, typer.Argument(metavar="RUN", help="Report folder of a finished run.")
]
Persons = Annotated[int, typer.Option(min=2_000, help="Residents of the city.")]
Seed = Annotated[int, typer.Option(min=0, help="Seed of the made-up city.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress.")]
Verbose = Annotated[
    bool, typer.Option("--verbose", "-v", help="Show a line for each step, for a log.")
]
Choices = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="SECTION.KEY=VALUE",
        help="Other than in the study file, such as clustering.clusters=6.",
    ),
]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,  # its boxes take a quarter of a second
    pretty_exceptions_enable=False,  # they show local variables, so persons
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"clusters {version('stadsclusters')}")
        raise typer.Exit


@app.callback()
def about(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=_version, is_eager=True, help="Show the version."
        ),
    ] = False,
) -> None:
    """Profiles of a city's international residents, from extract to report."""


@app.command()
def demo(
    persons: Persons = EINDHOVEN_2019,
    seed: Seed = 0,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Make a synthetic Eindhoven and run the whole study on it."""
    with told(), shown(quiet=quiet, verbose=verbose) as progress:
        folder = tasks.demo(persons, seed, progress)
    typer.echo(folder)


@app.command()
def synthesize(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write to.")],
    layout: Annotated[
        Layout, typer.Option(help="Tables of CBS, or one file.")
    ] = Layout.CBS,
    file_format: Annotated[
        Format, typer.Option("--format", help="The kind of file.")
    ] = Format.CSV,
    persons: Persons = EINDHOVEN_2019,
    seed: Seed = 0,
) -> None:
    """Write a made-up extract, with the planted answer beside it."""
    with told():
        folder = tasks.synthesize(out, layout, file_format, persons, seed)
    typer.echo(folder)


@app.command()
def init(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", help="Files, or folders of them."),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(metavar="STUDY.toml", help="File to write.")
    ] = None,
    on: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Its day.")
    ] = None,
    place: Annotated[str | None, typer.Option(help="What the place is called.")] = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Write the demo's study, rules and words.")
    ] = False,
) -> None:
    """Look at delivered files and write a study file, to be corrected by hand."""
    with told():
        if demo:
            for file in tasks.write_demo():
                typer.echo(file)
            return
        day = on.date() if on else None
        answers = tasks.Answers("", day, place)
        study, to_do = tasks.init(files or (), out, answers, language())
    for line in to_do:
        typer.echo(line)
    typer.echo(study)


@app.command()
def schema(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="File to write.")] = SCHEMA,
) -> None:
    """Write the JSON Schema by which editors check study files as they are written."""
    with told():
        file = tasks.schema(out)
    typer.echo(file)


@app.command()
def check(
    study: StudyFile,
    choices: Choices = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="As JSON, for a program.")
    ] = False,
) -> None:
    """Tell what is missing, unknown, doubled or out of range; model nothing."""
    with told(study), setting.with_choices(study, choices or ()) as chosen:
        findings = tasks.check_study(chosen, language=language(chosen), as_json=as_json)
    typer.echo(findings)


@app.command()
def run(
    study: StudyFile,
    choices: Choices = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Tell what would be done; write nothing.")
    ] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Run a study; the last line is the folder of the report."""
    with told(study), setting.with_choices(study, choices or ()) as chosen:
        if dry_run:
            typer.echo(tasks.plan(chosen, language(study)))
            return
        with shown(quiet=quiet, verbose=verbose) as progress:
            folder = tasks.run_study(chosen, progress)
    typer.echo(folder)


@app.command()
def tune(
    study: StudyFile,
    choices: Choices = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Try other methods, numbers of clusters and features; for inside the room."""
    with (
        told(study),
        setting.with_choices(study, choices or ()) as chosen,
        shown(quiet=quiet, verbose=verbose) as progress,
    ):
        table, file = tasks.tune(chosen, language(study), progress)
    typer.echo(table)
    typer.echo(file)


@app.command()
def compare(
    run_a: Annotated[Path, typer.Argument(help="Report folder of the earlier run.")],
    run_b: Annotated[Path, typer.Argument(help="Report folder of the later run.")],
) -> None:
    """Tell which clusters of two runs are the same, and what became of the others."""
    with told():
        findings = tasks.compare_runs(run_a, run_b, language())
    typer.echo(findings)


@app.command()
def review(report: Report) -> None:
    """Tell what was hidden, why and at what cost; for inside the room."""
    with told():
        findings = tasks.review(report, language())
    typer.echo(findings)


@app.command()
def release(
    report: Report,
    by: Annotated[
        list[str], typer.Option(metavar="NAME", help="Who lets it go; twice.")
    ],
    own_classes: Annotated[
        bool, typer.Option("--own-classes", help="Agree to other classes.")
    ] = False,
) -> None:
    """Let a report go, in the name of two people; writes release.json beside it."""
    with told():
        paper = tasks.sign(report, by, agreed=own_classes)
    typer.echo(paper)


@app.command()
def clean(
    older_than: Annotated[int, typer.Option(min=0, metavar="DAYS", help="In days.")],
) -> None:
    """Delete person-level work; reports stay."""
    with told():
        folders = tasks.clean(older_than)
    for folder in folders:
        typer.echo(folder)
