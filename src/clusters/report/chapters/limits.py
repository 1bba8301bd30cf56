"""What the numbers are and are not for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clusters.report.blocks import Block, Bullets, Callout, Heading, Section
from clusters.report.parts.privacy import privacy_rules
from clusters.report.words import limits as words
from clusters.report.words import terms

if TYPE_CHECKING:
    from clusters.report.source import Source


def limits(source: Source) -> Section:
    """Return the chapter on what the numbers are and are not for."""
    say = source.say
    blocks: tuple[Block, ...] = (
        Callout(say(terms.USE_TITLE), say(words.USE_LONG)),
        Heading(say(words.GOOD_USE)),
        Bullets(tuple(say(text) for text in words.GOOD_USES)),
        Heading(say(words.MIND)),
        Bullets(tuple(say(text) for text in words.MINDS)),
        Heading(say(words.PRIVACY)),
        Bullets(privacy_rules(source)),
        *_looser(source),
    )
    return Section("limits", say(words.TITLE), blocks)


def _looser(source: Source) -> list[Block]:
    """Tell which rules are looser than the project ships, who allowed it and why."""
    policy = source.policy
    if not policy.loosened:
        return []
    why = source.say(
        words.LOOSER,
        rules=", ".join(policy.loosened),
        approver=policy.approver,
        reason=policy.reason,
    )
    return [Callout(source.say(words.LOOSER_TITLE), why)]
