"""What every sentence claims, worked out again from the exact answers of the people.

`CLAIMS` holds a rule for each template of the report. A rule gets the truth, the place
where the sentence stands and the sentence itself, and fails when a reader would be misled
by more than the rounding that the report declares. `ELSEWHERE` are templates of which
the parts are sentences with a rule of their own, or that tell of settings, not people.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.exact import EVERYBODY, UNKNOWN
from clusters.profiles.perspectives import NOT_INTERNATIONAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.exact import Exact
    from claims.reading import Place, Said
    from clusters.labels import Trait

    Rule = Callable[[Exact, Place, Said], None]

CLAIMS: dict[str, Rule] = {}

# "ruim een derde" is a third or a little more; what is meant, in percents.
_FRACTIONS = {
    "een op de twintig": 5, "een op de vijftien": 6.7, "een op de twaalf": 8.3,
    "een op de tien": 10, "een op de acht": 12.5, "een op de zes": 16.7,
    "een op de vijf": 20, "een kwart": 25, "drie op de tien": 30, "een derde": 33.3,
    "vier op de tien": 40, "de helft": 50, "zes op de tien": 60, "twee derde": 66.7,
    "zeven op de tien": 70, "drie kwart": 75, "acht op de tien": 80,
    "negen op de tien": 90,
    "one in twenty": 5, "one in fifteen": 6.7, "one in twelve": 8.3, "one in ten": 10,
    "one in eight": 12.5, "one in six": 16.7, "one in five": 20, "a quarter": 25,
    "three in ten": 30, "a third": 33.3, "four in ten": 40, "half": 50,
    "six in ten": 60, "two thirds": 66.7, "seven in ten": 70, "three quarters": 75,
    "eight in ten": 80, "nine in ten": 90,
}  # fmt: skip
_FURTHEST = 5.1  # points between a fraction in words and the number it is said of


def rule(*keys: str) -> Callable[[Rule], Rule]:
    """Make a function the rule of some templates."""

    def keep(function: Rule) -> Rule:
        for key in keys:
            assert key not in CLAIMS, key
            CLAIMS[key] = function
        return function

    return keep


def number(text: object) -> float:
    """Return the number in a text, as Dutch and English readers write it."""
    (digits,) = re.findall(r"\d[\d.,]*", str(text))
    plain = digits.strip(".,")
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", plain):
        return float(re.sub(r"[.,]", "", plain))
    return float(plain.replace(",", "."))


def count_is(exact: Exact, told: object, truth: int) -> None:
    """Fail unless a printed count is the true one, rounded as declared."""
    assert abs(number(told) - truth) <= exact.count_slack, (told, truth)


def share_is(exact: Exact, told: object, truth: float, base: int) -> None:
    """Fail unless a printed percentage is the true one, rounded as declared."""
    slack = exact.share_slack(base, truth)
    if re.search(r"meer dan|more than|>", str(told)):
        assert truth > number(told) - slack, (told, truth)
    elif re.search(r"<|minder dan|fewer than", str(told)):
        assert truth < number(told) + slack, (told, truth)
    else:
        assert abs(number(told) - truth) <= slack, (told, truth, base)


def fraction_is(words: str, truth: float, slack: float) -> None:
    """Fail unless a fraction in words is said of about that percentage."""
    said = words.lower()
    named = [each for each in _FRACTIONS if re.search(rf"\b{each}\b", said)]
    if named:
        middle = _FRACTIONS[max(named, key=len)]
        assert abs(truth - middle) <= _FURTHEST + slack, (words, truth)
        if re.search(r"\b(ruim|just over)\b", said):
            assert truth >= middle - slack - 0.5, (words, truth)
        if re.search(r"\b(bijna|nearly)\b", said):
            assert truth <= middle + slack + 0.5, (words, truth)
    elif re.search(r"bijna iedereen|nearly everyone", said):
        assert truth >= 95 - slack - 0.5, (words, truth)
    elif re.search(r"klein deel|small part", said):
        assert truth < 5 + slack + 0.5, (words, truth)


@rule("prose.LARGEST")
def largest(exact: Exact, place: Place, said: Said) -> None:
    """No other cluster has more persons."""
    del place
    sizes = _sizes(exact)
    mine = sizes[str(said.values["cluster"])]
    assert mine >= max(sizes.values()) - 2 * exact.count_slack
    count_is(exact, _persons(said.values["size"]), mine)


@rule("prose.SMALLEST")
def smallest(exact: Exact, place: Place, said: Said) -> None:
    """No other cluster has fewer persons."""
    del place
    sizes = _sizes(exact)
    mine = sizes[str(said.values["cluster"])]
    assert mine <= min(sizes.values()) + 2 * exact.count_slack
    count_is(exact, _persons(said.values["size"]), mine)


@rule("prose.SIZE")
def size(exact: Exact, place: Place, said: Said) -> None:
    """So many persons are in the cluster, and that is such a part of all."""
    assert place.cluster is not None, place
    mine = exact.size(place.cluster)
    count_is(exact, said.values["persons"], mine)
    everybody = exact.size(EVERYBODY)
    share_is(exact, said.values["share"], 100 * mine / everybody, everybody)


@rule("words.trait_sentence")
def trait_sentence(exact: Exact, place: Place, said: Said) -> None:
    """Such a part of the cluster gives the answer, and such a part of everybody."""
    trait: Trait = said.values["trait"]  # type: ignore[assignment]
    assert place.cluster is not None, place
    truth = sum(
        exact.share(place.cluster, trait.feature, each) for each in trait.answers
    )
    base = exact.known(place.cluster, trait.feature)
    all_ = sum(exact.share(EVERYBODY, trait.feature, each) for each in trait.answers)
    slack = exact.share_slack(base, truth) * len(trait.answers)
    if trait.is_above:
        assert truth > trait.share - slack
    else:
        assert abs(trait.share - truth) <= slack, (trait, truth)
        fraction_is(said.text.split("(")[0], truth, slack)
    others = exact.share_slack(exact.known(EVERYBODY, trait.feature), all_)
    assert abs(trait.reference_share - all_) <= others * len(trait.answers)
    assert (truth > all_) == (trait.difference > 0) or abs(truth - all_) < slack


@rule("view_words.TYPES_LEAD")
def internationals(exact: Exact, place: Place, said: Said) -> None:
    """So many residents have a type."""
    del place
    types = exact.residents["type"].astype(str)
    count_is(exact, said.values["persons"], int((types != NOT_INTERNATIONAL).sum()))


def _sizes(exact: Exact) -> dict[str, int]:
    counts = exact.clusters[exact.clusters != "0"].value_counts()
    return {str(cluster): int(persons) for cluster, persons in counts.items()}


def _persons(told: object) -> str:
    return str(told).split("(")[0].split(",")[0]


ELSEWHERE = {
    "prose.VERSUS": "two shares of a trait",
}
del UNKNOWN
