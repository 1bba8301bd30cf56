"""Names from a phrase list: two or three of the strongest traits, all names unique.

A phrase stands under a topic, and a name takes one phrase of a topic at most:
"employees, in regular jobs, on a permanent contract" says one thing three times.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING

from clusters.schema import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from clusters.labels.phrases import Phrases
    from clusters.labels.traits import Trait
    from clusters.schema import Language
    from clusters.settings import NameOverride

    Holds = Callable[[str, Sequence[Trait]], bool]

# Our choice: a name takes three phrases out of the six strongest. A reader takes a word
# for true of nearly everybody, so what is said as it is holds for two thirds of the
# cluster; "often" for over half, because what most do not do is not done often. Less
# than that is only "more often" so than among all, and under a fifth it is no word for
# the cluster. One phrase alone says little, so then "more often" may join it. Shares
# are of those of whom the answer is known, and who has no answer is not named.
_PHRASES_IN_A_NAME = 3
_ENOUGH = 2
_STRONGEST = 6
_MOSTLY = 200 / 3
_HALF = 50
_MORE_OFTEN = 20


@dataclass(frozen=True)
class Label:
    """The name of a cluster and the evidence under it.

    ``named_by`` are the traits the name is made of, ``traits`` all that stand out.
    ``generated`` is the name we made where a person chose another.
    """

    cluster: str
    name: str
    named_by: tuple[Trait, ...]
    traits: tuple[Trait, ...]
    generated: str | None = None


# What a cluster is called that comes back too seldom to have a name.
_PATTERN = Text("Patroon {number}", "Pattern {number}")


def pattern_label(cluster: str, traits: Iterable[Trait], language: Language) -> Label:
    """Return what a cluster is called that may have a profile and no name."""
    name = _PATTERN.to(language).format(number=cluster)
    return Label(cluster, name, (), tuple(traits))


@dataclass(frozen=True)
class _Candidate:
    """A phrase that could stand in a name, and the trait it stands for."""

    words: str
    topic: int
    trait: Trait


def name_clusters(
    traits: Mapping[str, Sequence[Trait]],
    phrases: Phrases,
    overrides: Sequence[NameOverride] = (),
    *,
    holds: Holds | None = None,
) -> tuple[dict[str, Label], tuple[Text, ...]]:
    """Name every cluster, in the order of the mapping (the largest first).

    Parameters
    ----------
    traits : what stands out in each cluster, the strongest first.
    phrases : the words for traits.
    overrides : names chosen by hand, each for the cluster that looks like it.
    holds : whether traits may be named together, because enough persons of the
        cluster have them all; without it any traits may.

    Returns
    -------
    labels, notices
        A label per cluster, and a notice for every name by hand that no cluster fits.
    """
    labels: dict[str, Label] = {}
    used: set[str] = set()
    for cluster, found in traits.items():
        together = partial(holds, cluster) if holds else _always
        chosen = _best_unused(_candidates(found, phrases), phrases, used, together)
        name = _unique(phrases.join([each.words for each in chosen]), used)
        used.add(name)
        labels[cluster] = Label(
            cluster, name, tuple(each.trait for each in chosen), tuple(found)
        )
    return _overridden(labels, overrides)


def _candidates(traits: Iterable[Trait], phrases: Phrases) -> list[_Candidate]:
    """Return the strongest sayable trait of each topic, the clear ones first."""
    sayable = [
        trait
        for trait in traits
        if trait.difference > 0
        and trait.share >= _MORE_OFTEN
        and not trait.is_often_unknown
    ]
    clear = _by_topic([each for each in sayable if _is_clear(each)], phrases)
    found = clear
    if len(clear) < _ENOUGH:
        found = clear | {
            topic: each
            for topic, each in _by_topic(sayable, phrases).items()
            if topic not in clear
        }
    return list(found.values())[:_STRONGEST]


def _is_clear(trait: Trait) -> bool:
    """Whether it holds for over half; a share that is only known to be more counts."""
    return trait.share > _HALF


def _by_topic(traits: Iterable[Trait], phrases: Phrases) -> dict[int, _Candidate]:
    by_topic: dict[int, _Candidate] = {}
    for trait in traits:
        phrase = phrases.find(trait.feature, trait.category)
        if phrase is None:
            continue
        topic, words = phrase
        if not _is_clear(trait):
            words = phrases.more.format(words)
        elif trait.share < _MOSTLY:
            words = phrases.often.format(words)
        by_topic.setdefault(topic, _Candidate(words, topic, trait))
    return by_topic


def _always(traits: Sequence[Trait]) -> bool:
    del traits
    return True


def _best_unused(
    candidates: Sequence[_Candidate],
    phrases: Phrases,
    used: set[str],
    holds: Callable[[Sequence[Trait]], bool],
) -> list[_Candidate]:
    """Return the strongest set of phrases that no other cluster is named by."""
    for size in range(min(_PHRASES_IN_A_NAME, len(candidates)), 0, -1):
        for chosen in sorted(combinations(candidates, size), key=_weakness):
            ordered = sorted(chosen, key=lambda each: each.topic)
            words = [each.words for each in ordered]
            if phrases.repeat(words):
                continue
            is_free = phrases.join(words) not in used
            if is_free and holds([each.trait for each in ordered]):
                return ordered
    return []


def _weakness(chosen: Iterable[_Candidate]) -> float:
    return -sum(each.trait.effect for each in chosen)


def _unique(name: str, used: set[str]) -> str:
    copies = (f"{name} ({number})" for number in range(2, len(used) + 3))
    return next(each for each in (name, *copies) if each not in used)


def _overridden(
    labels: dict[str, Label], overrides: Sequence[NameOverride]
) -> tuple[dict[str, Label], tuple[Text, ...]]:
    notices = []
    for override in overrides:
        cluster = _looks_like(override, labels)
        if cluster is None:
            notices.append(_nobody_fits(override.name))
            continue
        old = labels[cluster]
        labels[cluster] = Label(
            cluster, override.name, old.named_by, old.traits, generated=old.name
        )
    return labels, tuple(notices)


def _looks_like(override: NameOverride, labels: Mapping[str, Label]) -> str | None:
    """Return the cluster in which all matched categories stand out most together."""
    likeness = {}
    for cluster, label in labels.items():
        effects = {(each.feature, each.category): each.effect for each in label.traits}
        matched = [effects.get(pair, 0.0) for pair in override.match.items()]
        if min(matched) > 0 and label.generated is None:
            likeness[cluster] = sum(matched)
    return max(likeness, key=likeness.__getitem__, default=None)


def _nobody_fits(name: str) -> Text:
    return Text(
        f"De naam '{name}' is niet gebruikt: geen cluster ziet er zo uit.",
        f"The name '{name}' is not used: no cluster looks like it.",
    )
