"""From delivered files to persons: formats are read, layouts are understood.

Parse at the door, then trust: what comes out has the names, types and codes of
`clusters.schema`, and nothing behind this package asks again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.extracts.checked import CheckedExtract
from clusters.extracts.extract import Extract, Opened
from clusters.extracts.opening import open_person
from clusters.extracts.source import OpenTable, Source

if TYPE_CHECKING:
    from pathlib import Path

    from clusters.settings import Study

__all__ = [
    "CheckedExtract",
    "Extract",
    "OpenTable",
    "Opened",
    "Source",
    "open_extract",
]


def open_extract(study: Study, work: Path) -> CheckedExtract:
    """Open the extract of a study in the layout it was delivered in.

    Parameters
    ----------
    study
        The study; its ``extract`` section names layout, files, columns and codes.
    work
        A private folder for what does not fit in memory.

    Raises
    ------
    ExtractError
        If the files are not what was agreed.
    """
    extract = CheckedExtract(_opened(study, work), study)
    extract.refuse_lacking()
    return extract


def _opened(study: Study, work: Path) -> Opened:
    match study.extract.layout:
        case "person":
            return open_person(study, work)
        case "cbs":
            # imported here, because it is a large package that one layout needs
            from clusters.extracts.cbs import open_cbs

            return open_cbs(study, work)
