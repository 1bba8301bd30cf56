"""The help in Dutch; in English it stands where the commands are made."""

from __future__ import annotations

import re
from typing import Any

import typer

# By what is said in English, of the program, its commands and their options.
DUTCH = {
    "Profiles of a city's international residents, from extract to report.": (
        "Profielen van de internationale inwoners van een stad, "
        "van uitlevering tot rapport."
    ),
    "Make a synthetic Eindhoven and run the whole study on it.": (
        "Maak een verzonnen Eindhoven en doe er het hele onderzoek op."
    ),
    "Write a made-up extract, with the planted answer beside it.": (
        "Schrijf een verzonnen uitlevering, met het antwoord ernaast."
    ),
    "Tell what is missing, unknown, doubled or out of range; model nothing.": (
        "Vertel wat ontbreekt, onbekend of dubbel is of niet kan; reken nog niets uit."
    ),
    "Run a study; the last line is the folder of the report.": (
        "Doe een onderzoek; de laatste regel is de map van het rapport."
    ),
    "Try other methods, numbers of clusters and features; for inside the room.": (
        "Probeer andere methoden, aantallen clusters en kenmerken; voor intern gebruik."
    ),
    "Tell which clusters of two runs are the same, and what became of the others.": (
        "Vertel welke clusters van twee runs gelijk zijn, en wat er van de rest werd."
    ),
    "Tell what was hidden, why and at what cost; for inside the room.": (
        "Vertel wat is verborgen, waarom en wat dat kost; voor intern gebruik."
    ),
    "Let a report go, in the name of two people; writes release.json beside it.": (
        "Geef een rapport vrij op naam van twee mensen; schrijft release.json erbij."
    ),
    "Delete person-level work; reports stay.": (
        "Verwijder gegevens over personen; rapporten blijven."
    ),
    "Look at delivered files and write a study file, to be corrected by hand.": (
        "Bekijk geleverde bestanden en schrijf een studiebestand, om na te kijken."
    ),
    "Write the JSON Schema by which editors check study files as they are written.": (
        "Schrijf het JSON Schema waarmee een editor studiebestanden nakijkt."
    ),
    "Files, or folders of them.": "Bestanden, of mappen daarvan.",
    "File to write.": "Bestand dat er komt.",
    "Its day.": "De peildatum.",
    "What the place is called.": "Hoe de plaats heet.",
    "Write the demo's study, rules and words.": (
        "Schrijf het studiebestand, de regels en de woorden van de demo."
    ),
    "Show the version.": "Toon de versie.",
    "The study file.": "Het studiebestand.",
    "Report folder of a finished run.": "Map van het rapport van een run.",
    "Report folder of the earlier run.": "Map van het rapport van de eerste run.",
    "Report folder of the later run.": "Map van het rapport van de latere run.",
    "Residents of the city.": "Inwoners van de stad.",
    "Seed of the made-up city.": "Startgetal van de verzonnen stad.",
    "Show no progress.": "Toon geen voortgang.",
    "Show a line for each step, for a log.": "Toon een regel per stap, voor een log.",
    "Other than in the study file, such as clustering.clusters=6.": (
        "Anders dan in het studiebestand, zoals clustering.clusters=6."
    ),
    "As JSON, for a program.": "Als JSON, voor een programma.",
    "Tell what would be done; write nothing.": "Vertel wat er zou gebeuren, meer niet.",
    "Folder to write to.": "Map waarin het komt.",
    "Tables of CBS, or one file.": "Tabellen van het CBS, of een enkel bestand.",
    "The kind of file.": "Het soort bestand.",
    "Who lets it go; twice.": "Wie het vrijgeeft; twee keer.",
    "Agree to other classes.": "Akkoord met eigen klassen.",
    "In days.": "In dagen.",
}
# What the library says of itself around them.
_AROUND = {
    "Usage:": "Gebruik:",
    "Arguments:": "Argumenten:",
    "Options:": "Opties:",
    "Commands:": "Commando's:",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "COMMANDO [ARGUMENTEN]...",
    "[required]": "[verplicht]",
    "[default: ": "[standaard: ",
    "Show this message and exit.": "Toon deze hulp.",
}
_SAID = re.compile("|".join(map(re.escape, _AROUND)))


class _Context(typer.Context):
    def get_help(self) -> str:
        return _SAID.sub(lambda found: _AROUND[found.group()], super().get_help())


def in_dutch(program: Any) -> Any:  # noqa: ANN401 - typer names no type of its own
    """Return the program with its help in Dutch."""
    for part in (program, *program.commands.values()):
        part.context_class = _Context
        part.help = DUTCH.get(part.help or "", part.help)
        for each in part.params:
            each.help = DUTCH.get(each.help or "", each.help)
    return program
