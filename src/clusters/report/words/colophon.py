"""The words of the colophon."""

from __future__ import annotations

from clusters.schema import Text

TITLE = Text("Colofon", "Colophon")
THIS_RUN = Text("Deze uitkomst", "This result")
REFERENCE_DATE = Text("Peildatum", "Reference date")
RUN = Text("Nummer van de berekening", "Number of the run")
CODE_VERSION = Text("Versie van de programmatuur", "Version of the software")
SEED = Text("Startgetal (seed)", "Random seed")
SETTINGS_DIGEST = Text(
    "Controlegetal van de instellingen (met sleutel)",
    "Digest of the settings (keyed)",
)
INPUTS = Text("Bestanden", "Files")
SOFTWARE = Text("Programmatuur", "Software")
WHAT = Text("Wat", "What")
VALUE = Text("Waarde", "Value")
FILE = Text("Bestand", "File")
DIGEST = Text("Controlegetal met sleutel (HMAC-SHA-256)", "Keyed digest (HMAC-SHA-256)")
LEAD = Text(
    "Met deze gegevens kan iedereen die de bestanden heeft, dezelfde cijfers opnieuw "
    "maken.",
    "With these facts anybody who has the files can make the same figures again.",
)
TYPE_LICENCE = Text(
    "Lettertype: IBM Plex Sans, onder de SIL Open Font License 1.1.",
    "Typeface: IBM Plex Sans, under the SIL Open Font License 1.1.",
)
