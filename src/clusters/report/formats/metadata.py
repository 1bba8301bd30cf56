"""What the files of a report may say of themselves, as patterns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.report.drawing.fonts import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from clusters.findings.findings import Findings
    from clusters.report.blocks import Report

# Who makes the files, and the formats they keep to.
_MADE_BY = r"Typst \d+\.\d+\.\d+"
_MOMENT = r"(D:)?[\d:TZ+-]{14,25}"


def told_of_files(findings: Findings, report: Report) -> dict[str, frozenset[str]]:
    """Return what each field of metadata may say."""
    titles = set(_titles(findings.title, f"{report.title} – {report.place}"))
    fixed = {
        "Title": titles,
        "title": titles,
        "rdf:li": {*titles, "nl-NL", "en-GB"},
        "Creator": {_MADE_BY},
        "xmp:CreatorTool": {_MADE_BY},
        "xmpTPg:NPages": {r"\d{1,3}"},
        "dc:format": {"application/pdf"},
        "xmpMM:InstanceID": {r"[\w+/=]{24}"},
        "xmpMM:DocumentID": {r"[\w+/=]{24}"},
        "xmpMM:RenditionClass": {"proof"},
        "pdf:PDFVersion": {r"1\.7"},
        "Application": {"Microsoft Excel"},
        "AppVersion": {r"[\d.]+"},
        "DocSecurity": {"0"},
        "lpstr": {"Worksheets"},
    }
    moments = "ModDate CreationDate xmp:ModifyDate xmp:CreateDate created modified"
    off = "ScaleCrop LinksUpToDate SharedDoc HyperlinksChanged"
    fixed |= dict.fromkeys(off.split(), {"false"})
    fixed |= dict.fromkeys(moments.split(), {_MOMENT})
    return {name: frozenset(patterns) for name, patterns in fixed.items()}


def _titles(*titles: str) -> Iterator[str]:
    """Yield titles as they are, and as the type that we ship sets them."""
    for title in titles:
        yield re.escape(title.strip())
        yield re.escape(printable(title))
