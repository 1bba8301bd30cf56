"""The last look: every file of a report, read as somebody who wants more would."""

from clusters.disclosure.exit.built import PAGE, PAGES, Built, has_number
from clusters.disclosure.exit.page import digest_of
from clusters.disclosure.exit.paper import read_json_texts, read_lines
from clusters.disclosure.exit.registered import NUMBERS, Registered
from clusters.disclosure.exit.scan import check_files

__all__ = [
    "NUMBERS",
    "PAGE",
    "PAGES",
    "Built",
    "Registered",
    "check_files",
    "digest_of",
    "has_number",
    "read_json_texts",
    "read_lines",
]
