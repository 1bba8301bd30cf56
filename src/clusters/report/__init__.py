"""The report: sees released tables only. Content first, rendering last."""

from clusters.findings.findings import Colophon, Findings, MethodFacts
from clusters.report.content import build_report
from clusters.report.wording import check_report
from clusters.report.write import write_report

__all__ = [
    "Colophon",
    "Findings",
    "MethodFacts",
    "build_report",
    "check_report",
    "write_report",
]
