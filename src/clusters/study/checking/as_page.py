"""The check as a page for inside the room: it loads nothing, and nobody is in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clusters.schema import Text
from clusters.schema.text import grouped
from clusters.store import written_whole
from clusters.study.checking import as_text as told

if TYPE_CHECKING:
    from clusters.study.checking.looked import Check

_TEMPLATES = Path(__file__).parent / "templates"
_TITLE = Text("Controle van de levering", "Check of the extract")
_WORDS = {
    "inside": Text(
        "Voor binnen: deze pagina bevat exacte aantallen en geen personen.",
        "For inside: this page holds exact counts and no persons.",
    ),
    "to_do": told.TO_DO,
    "fine": told.FINE,
    "population": told.POPULATION,
    "funnel": Text("Wie meedoet en wie afvalt", "Who takes part and who drops out"),
    "step": Text("Stap", "Step"),
    "persons": Text("Personen", "Persons"),
    "features": Text("Kenmerken", "Features"),
    "features_caption": Text(
        "Van de mensen in het onderzoek, met de klassen zoals ze worden",
        "Of the people in the study, with the bands as they will be",
    ),
    "feature": Text("Kenmerk", "Feature"),
    "known": Text("bekend", "known"),
    "unknown": Text("onbekend", "unknown"),
    "not_applicable": Text("niet van toepassing", "not applicable"),
    "bands": Text("Klassen of antwoorden", "Bands or answers"),
    "columns": Text("Kolommen", "Columns"),
    "columns_caption": Text("Van de mensen in het onderzoek", "Of the people studied"),
    "column": Text("Kolom", "Column"),
    "filled": Text("gevuld", "filled"),
    "to_know": told.TO_KNOW,
    "files": told.FILES,
}


def write_page(check: Check, title: str, path: Path) -> None:
    """Write the check as one self-contained HTML file."""
    language = check.language
    templates = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined
    )
    page = templates.get_template("check.html.j2").render(
        language=language,
        title=f"{_TITLE.to(language)}: {title}",
        words={name: word.to(language) for name, word in _WORDS.items()},
        to_do=[each.to(language) for each in check.to_do],
        fine=told.fine(check).to(language),
        funnel=[
            (step.meaning.to(language), grouped(step.persons, language))
            for step in check.selection.funnel
        ],
        features=_features(check),
        columns=_columns(check),
        to_know=[each.to(language) for each in (*check.to_know, *check.not_promised)],
        sources=[told.source_line(each, language) for each in check.sources],
    )
    with written_whole(path) as draft:
        draft.write_text(page, encoding="utf-8")


def _features(check: Check) -> list[dict[str, str]]:
    return [
        {
            "name": each.meaning.to(check.language),
            "known": told.persons_in(each.known - each.not_applicable, check.language),
            "unknown": told.persons_in(each.unknown, check.language),
            "not_applicable": told.persons_in(each.not_applicable, check.language),
            "bands": told.bands(each, check.language),
        }
        for each in check.features
    ]


def _columns(check: Check) -> list[dict[str, str]]:
    return [
        {
            "name": f"{each.meaning.to(check.language)} ({each.name})",
            "filled": told.persons_in(each.filled, check.language),
            "unknown": told.persons_in(each.unknown, check.language),
        }
        for each in check.columns
    ]
