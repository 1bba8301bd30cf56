"""The annex to a data protection impact assessment, from the settings and findings.

Markdown, so that it can be pasted into the form a municipality uses. It tells what the
public may read: of the association with origin only the order of size.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.association import LARGE, MEDIUM, SMALL
from clusters.findings.effects import with_origin
from clusters.report.parts import certainty
from clusters.report.parts.privacy import privacy_rules
from clusters.report.parts.sample import persons_counted
from clusters.report.shown import Origin
from clusters.report.source import Source
from clusters.report.words import dpia as said
from clusters.report.words import limits, method, sentences
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.findings import Findings


def dpia_annex(findings: Findings) -> str:
    """Return the annex in the language of the study.

    Parameters
    ----------
    findings
        What the study found, released.
    """
    source = Source(findings)
    day = source.date(findings.reference_date)
    lines = [
        f"# {source.say(said.TITLE, title=findings.title)}",
        "",
        source.say(said.DRAFT, run=findings.colophon.run, day=day),
    ]
    for heading, points in (
        (said.PURPOSE, _purpose(source)),
        (said.DATA, _data(source)),
        (said.SAFEGUARDS, _safeguards(source)),
        (method.HOW_SURE, [certainty.verdict(source)]),
        (said.ORIGIN, _origin(source)),
        (said.KEEPING, _keeping(source)),
    ):
        lines += ["", f"## {source.say(heading)}", ""]
        lines += [f"- {point}" for point in points]
    source.ledger.refuse_unknown(lines)
    return "\n".join(lines) + "\n"


def _purpose(source: Source) -> list[str]:
    owner, open_ = source.findings.owner, source.say(said.OPEN)
    return [
        *(source.say(each) for each in said.PURPOSE_TOLD),
        source.say(limits.USE_LONG),
        source.say(said.BASIS, told=owner.lawful_basis or open_),
        source.say(said.PROCESSING, told=owner.processing_register or open_),
    ]


def _data(source: Source) -> list[str]:
    findings = source.findings
    persons = persons_counted(source)
    points = [source.say(said.WHO, told=source.read(findings.population))]
    if persons is not None:
        counted = source.people(persons)
        points.append(source.say(said.HOW_MANY, told=counted))
    for template, clustered in ((said.CLUSTERED, True), (said.DESCRIBED, False)):
        names = [
            lower(sentences.heading(each, source.language))
            for each in findings.dictionary
            if each.clustered is clustered
        ]
        if names:
            told = ", ".join(names)
            points.append(source.say(template, number=len(names), features=told))
    points.append(source.say(said.FILES, files=", ".join(findings.colophon.inputs)))
    return [*points, source.say(said.SPECIAL)]


def _safeguards(source: Source) -> Iterable[str]:
    return (
        *(source.say(each) for each in said.SAFEGUARDS_TOLD),
        *privacy_rules(source),
    )


def _origin(source: Source) -> list[str]:
    reason = source.findings.method.sensitive_features_reason
    grades = [
        source.say(
            said.ORIGIN_GRADE,
            origin=source.read(meaning),
            grade=source.read(grade),
        )
        for meaning, grade in with_origin(source.findings)
    ]
    return [
        reason or source.say(method.ORIGIN_NOT_USED),
        source.say(said.ORIGIN_TOLD),
        *(grades or [source.say(said.ORIGIN_UNKNOWN)]),
        source.say(
            said.ORIGIN_RULE,
            **{
                name: source.decimal(edge, origin=Origin.SETTING)
                for name, edge in (
                    ("small", SMALL),
                    ("medium", MEDIUM),
                    ("large", LARGE),
                )
            },
        ),
    ]


def _keeping(source: Source) -> list[str]:
    owner = source.findings.owner
    keep = said.KEEP_OPEN if owner.keep_days is None else said.KEEP_DAYS
    return [
        source.say(keep, days=owner.keep_days),
        source.say(said.KEEP_REPORT),
        source.say(said.ASK, told=owner.contact or source.say(said.OPEN)),
    ]
