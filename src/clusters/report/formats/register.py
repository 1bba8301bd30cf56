"""A draft for the Dutch Algoritmeregister, from the settings and findings of a run.

The register takes Dutch only, whatever the language of the study. Publication standard
1.0 gives the fields and how long they may be; `register_words` has them.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from clusters.findings.effects import with_origin
from clusters.report.parts import certainty
from clusters.report.parts.privacy import rounding
from clusters.report.shown import Origin
from clusters.report.source import Source
from clusters.report.words import method, sentences
from clusters.report.words import register as said
from clusters.report.words.predicates import lower

if TYPE_CHECKING:
    from collections.abc import Iterable

    from clusters.findings.findings import Findings

Entry = dict[str, str | list[str] | list[dict[str, str]]]

_LENGTHS = {key: most for key, _, most in said.FIELDS}
_OPEN = said.FIXED["open"]


def register_entry(findings: Findings) -> Entry:
    """Return the draft by field; what is not known is marked as still to be filled in.

    Parameters
    ----------
    findings
        What the study found, released.

    Returns
    -------
    dict
        Keys, choices and lengths as publication standard 1.0 has them.
    """
    owner, source = findings.owner, _in_dutch(findings)
    told: dict[str, str] = {
        "name": source.fill(said.NAME, title=findings.title),
        "description_short": said.SHORT,
        "organization": findings.look.organisation or _OPEN,
        "status": owner.status,
        "begin_date": owner.begin,
        "contact_email": owner.contact or _OPEN,
        "website": owner.website,
        "publication_category": owner.category,
        "goal": _joined(source, said.GOAL, population=findings.population.nl),
        "proportionality": _joined(source, said.PROPORTIONALITY),
        "human_intervention": _joined(source, said.HUMAN),
        "risks": _risks(source),
        "lawful_basis": owner.lawful_basis or _OPEN,
        "process_index_url": owner.processing_register,
        "impacttoetsen": _joined(source, said.IMPACT),
        "source_data": _data(source),
        "methods_and_models": _methods(source),
        "provider": owner.provider,
        "lang": said.FIXED["lang"],
        "standard_version": source.fill(said.FIXED["standard_version"]),
        "source_id": findings.colophon.run,
        "tags": said.FIXED["tags"],
    }
    source.ledger.refuse_unknown(told.values())
    lists: Entry = {
        "category": list(said.THEMES),
        "impacttoetsen_grouping": [{"title": said.FIXED["dpia"]}],
    }
    return {
        key: lists[key] if key in lists else _cut(told[key], most)
        for key, _, most in said.FIELDS
        if lists.get(key) or told.get(key)
    }


def register_json(findings: Findings) -> str:
    """Return the draft as JSON, as the register takes it."""
    return json.dumps(register_entry(findings), ensure_ascii=False, indent=2) + "\n"


def register_text(findings: Findings) -> str:
    """Return the draft to be read and filled in."""
    entry = register_entry(findings)
    open_ = [name for key, name, _ in said.FIELDS if entry.get(key) == _OPEN]
    lines = [said.FIXED["draft"], said.FIXED["draft_about"]]
    if open_:
        lines.append(said.FIXED["missing"].format(fields=", ".join(open_)))
    for key, name, _ in said.FIELDS:
        if key in entry:
            lines += ["", name.upper(), _written(entry[key])]
    return "\n".join(lines) + "\n"


def proxies_told(source: Source) -> str:
    """Return how clusters go together with origin, in words; nothing if not known."""
    return "; ".join(
        f"{lower(source.read(meaning))}: {source.read(grade)}"
        for meaning, grade in with_origin(source.findings)
    )


def _in_dutch(findings: Findings) -> Source:
    return Source(replace(findings, language="nl"))


def _written(value: str | list[str] | list[dict[str, str]]) -> str:
    if isinstance(value, str):
        return value
    return ", ".join(
        each if isinstance(each, str) else ", ".join(each.values()) for each in value
    )


def _joined(source: Source, parts: Iterable[str], **values: object) -> str:
    return "\n".join(source.fill(part, **values) for part in parts)


def _cut(text: str, most: int | None) -> str:
    """Return a text that is no longer than the register takes, cut between words."""
    if most is None or len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,.;:')}…"


def _risks(source: Source) -> str:
    policy, proxies = source.policy, proxies_told(source)
    reason = source.findings.method.sensitive_features_reason
    return _joined(
        source,
        said.RISKS,
        least=policy.minimum_persons,
        rounding=rounding(source, *source.tables),
        cluster=source.count(policy.minimum_cluster, Origin.SETTING),
        tested=certainty.verdict(source),
        origin=reason or method.ORIGIN_NOT_USED.nl,
        proxies=said.PROXIES.format(told=proxies) if proxies else "",
    )


def _data(source: Source) -> str:
    names: dict[bool, list[str]] = {True: [], False: []}
    for each in source.findings.dictionary:
        names[each.clustered].append(lower(sentences.heading(each, "nl")))
    about, clustered, described, files = said.SOURCE
    parts = [about, clustered.format(clustered=", ".join(names[True]))]
    if names[False]:
        parts.append(described.format(described=", ".join(names[False])))
    parts.append(files.format(files=", ".join(source.findings.colophon.inputs)))
    return "\n".join(parts)


def _methods(source: Source) -> str:
    facts = source.findings.method
    how = method.METHODS.get(facts.method, method.METHOD_OTHER)
    return _joined(
        source,
        said.METHODS,
        method=source.say(how, method=facts.method),
        number=facts.n_clusters,
        starts=facts.starts,
        seed=facts.seed,
    )
