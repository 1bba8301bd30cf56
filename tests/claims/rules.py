"""What every sentence claims, worked out again from the exact answers of the people.

`CLAIMS` holds a rule for each template of the report. A rule gets the truth, the place
of the sentence and the sentence itself, and fails if a reader is misled by more than
the rounding that the report declares.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import chi2_contingency, entropy
from sklearn.metrics import mutual_info_score

from claims.city import NETHERLANDS
from claims.exact import EVERYBODY
from clusters.profiles.perspectives import NOT_INTERNATIONAL
from clusters.report.words import sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from claims.exact import Exact
    from claims.reading import Place, Said
    from clusters.labels import Trait
    from clusters.perspectives.types.names import PersonType
    from clusters.schema import FeatureMeaning

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


def share_is(
    exact: Exact,
    told: object,
    truth: float,
    base: int,
    *,
    parts: int = 1,
    rounded: int = 1,
) -> None:
    """Fail unless a printed percentage is the true one, rounded as declared.

    ``parts`` is of how many rounded percentages it is the sum, ``rounded`` of how many
    rounded numbers its base is worked out.
    """
    slack = parts * exact.share_slack(base, truth, rounded)
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


@rule("summary.LARGEST")
def largest(exact: Exact, place: Place, said: Said) -> None:
    """No other cluster has more persons."""
    del place
    sizes = _sizes(exact)
    mine = sizes[str(said.filled["cluster"])]
    assert mine >= max(sizes.values()) - 2 * exact.count_slack
    count_is(exact, _persons(said.filled["size"]), mine)


@rule("summary.SMALLEST")
def smallest(exact: Exact, place: Place, said: Said) -> None:
    """No other cluster has fewer persons."""
    del place
    sizes = _sizes(exact)
    mine = sizes[str(said.filled["cluster"])]
    assert mine <= min(sizes.values()) + 2 * exact.count_slack
    count_is(exact, _persons(said.filled["size"]), mine)


@rule("summary.SIZE")
def size(exact: Exact, place: Place, said: Said) -> None:
    """So many persons are in the cluster, and that is such a part of all."""
    assert place.cluster is not None, place
    mine = exact.size(place.cluster)
    count_is(exact, said.filled["persons"], mine)
    everybody = exact.size(EVERYBODY)
    share_is(exact, said.filled["share"], 100 * mine / everybody, everybody)


@rule("sentences.trait_sentence")
def trait_sentence(exact: Exact, place: Place, said: Said) -> None:
    """Such a part of the cluster gives the answer, and such a part of everybody."""
    trait: Trait = said.filled["trait"]  # type: ignore[assignment]
    assert place.cluster is not None, place
    truth = sum(
        exact.share(place.cluster, trait.feature, each) for each in trait.answers
    )
    base = exact.known(place.cluster, trait.feature)
    all_ = sum(exact.share(EVERYBODY, trait.feature, each) for each in trait.answers)
    rounded = exact.rounded(place.cluster, trait.feature)
    slack = exact.share_slack(base, truth, rounded) * len(trait.answers)
    if trait.is_above:
        assert truth > trait.share - slack
    else:
        assert abs(trait.share - truth) <= slack, (trait, truth)
        fraction_is(said.text.split("(")[0], truth, slack)
    of_all = exact.known(EVERYBODY, trait.feature)
    rounded = exact.rounded(EVERYBODY, trait.feature)
    others = exact.share_slack(of_all, all_, rounded)
    assert abs(trait.reference_share - all_) <= others * len(trait.answers)
    assert (truth > all_) == (trait.difference > 0) or abs(truth - all_) < slack


@rule("types.LEAD", "types.LEAD_PERHAPS")
def internationals(exact: Exact, place: Place, said: Said) -> None:
    """So many residents have a type."""
    del place
    types = exact.residents["type"].astype(str)
    count_is(exact, said.filled["persons"], int((types != NOT_INTERNATIONAL).sum()))


def _sizes(exact: Exact) -> dict[str, int]:
    counts = exact.clusters[exact.clusters != "0"].value_counts()
    return {str(cluster): int(persons) for cluster, persons in counts.items()}


def _persons(told: object) -> str:
    """Return the number of persons, the first of a size: '1,015 persons, half'."""
    found = re.search(r"\d[\d.,]*", str(told))
    assert found, told
    return found[0]


@rule("summary.ANSWER", "summary.ANSWER_ONE", "summary.ANSWER_NONE")
def answer(exact: Exact, place: Place, said: Said) -> None:
    """So many people, so many clusters, and the size of the largest."""
    del place
    count_is(exact, said.filled["all"], exact.size(EVERYBODY))
    sizes = _sizes(exact)
    if "number" in said.filled:
        assert said.filled["number"] == len(sizes)
        count_is(exact, said.filled["persons"], max(sizes.values()))


@rule("side_by_side.ALT_ROW")
def most_and_least(exact: Exact, place: Place, said: Said) -> None:
    """Of the clusters with a share, none has the answer more, or less, often."""
    del place
    feature, category = answer_of(exact, str(said.filled["row"]))
    told = [(str(said.filled[each]), each) for each in ("most", "least")]
    printed = {"most": "high", "least": "low", EVERYBODY: "all"}
    for cluster, place_of in (*told, (EVERYBODY, EVERYBODY)):
        truth = exact.share(cluster, feature, category)
        rounded = exact.rounded(cluster, feature)
        base = exact.known(cluster, feature)
        share_is(exact, said.filled[printed[place_of]], truth, base, rounded=rounded)


@rule("portrait.ALSO", "portrait.ALSO_ONE", "portrait.ALSO_MORE")
def also(exact: Exact, place: Place, said: Said) -> None:
    """The cluster gives each of the answers more often than everybody does."""
    assert place.cluster is not None, place
    language = exact.findings.language
    for part in str(said.filled["told"]).split("; "):
        heading, answers = part.split(": ", 1)
        (feature,) = _features_named(exact, heading)
        for each in _dictionary(exact):
            for code in each.categories if each.name == feature else ():
                if answers == sentences.answer(each, code.code, language):
                    mine = exact.share(place.cluster, feature, code.code)
                    assert mine > exact.share(EVERYBODY, feature, code.code)


@rule("portrait.AS_OFTEN")
def given_as_often(exact: Exact, place: Place, said: Said) -> None:
    """The answers are given by as many of the cluster, but for the rounding."""
    assert place.cluster is not None, place
    (feature,) = _features_named(exact, place.beside[0])
    codes = answers_in(exact, feature, str(said.filled["answer"]))
    named = as_often(exact, feature, said.text)
    assert named, said
    counts = [exact.count(place.cluster, feature, each) for each in (*codes, *named)]
    assert max(counts) - min(counts) <= 4 * exact.count_slack, (feature, counts)


def as_often(exact: Exact, feature: str, answer: str) -> tuple[str, ...]:
    """Return the categories that a row names as given about as often."""
    found = re.search(r"\((?:ongeveer even vaak|about as often): (.*?)\)", answer)
    return answers_in(exact, feature, found[1]) if found else ()


def answers_in(exact: Exact, feature: str, listed: str) -> tuple[str, ...]:
    """Return the categories whose answers, in order, are what a text lists."""
    language = exact.findings.language
    (meaning,) = (each for each in _dictionary(exact) if each.name == feature)
    codes = [each.code for each in meaning.categories]
    for number_of in (1, 2, 3, 4):
        for chosen in combinations(codes, number_of):
            told = [sentences.answer(meaning, each, language) for each in chosen]
            if plain(sentences.listed(told, language)) == plain(listed):
                return chosen
    raise AssertionError((feature, listed))


def plain(text: str) -> str:
    """Return a text without hard spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


@rule("side_by_side.OFTEN_UNKNOWN")
def often_unknown(exact: Exact, place: Place, said: Said) -> None:
    """Of each feature the answer is unknown that often in some cluster."""
    del place
    most = number(said.filled["most"])
    for feature in _features_named(exact, str(said.filled["features"])):
        shares = [exact.unknown(cluster, feature) for cluster in _sizes(exact)]
        assert max(shares) > most - 2.5, (feature, shares)


@rule("method.NO_PROFILE_HOW")
def without_profile(exact: Exact, place: Place, said: Said) -> None:
    """So many people are in no cluster."""
    del place
    count_is(exact, said.filled["persons"], exact.size("0"))


@rule("groups.ABOUT")
def about(exact: Exact, place: Place, said: Said) -> None:
    """A chapter is about so many people."""
    del place
    who = str(said.filled["who"])
    types = exact.residents["type"].astype(str)
    sizes = {
        r"rijen|rows": exact.city.persons,
        r"^inwoners|^residents": len(exact.residents),
        r"internationals": int((types != NOT_INTERNATIONAL).sum()),
        r"onderzoch|studied": exact.size(EVERYBODY),
    }
    (truth,) = [size for kind, size in sizes.items() if re.search(kind, who)]
    count_is(exact, said.filled["persons"], truth)


@rule("privacy.RULES[1]")
def hidden_cells(exact: Exact, place: Place, said: Said) -> None:
    """Such a part of the cells of the profiles shows nothing."""
    del place
    hidden = exact.findings.profiles.rows["hidden"].astype(bool)
    assert abs(number(said.filled["hidden"]) - 100 * hidden.mean()) <= 1


@rule("all_shares.LARGEST_ONLY")
def largest_only(exact: Exact, place: Place, said: Said) -> None:
    """So many answers of a feature are listed, and there are more."""
    del place
    listed = int(str(said.filled["number"]))
    assert any(len(each.categories) > listed for each in exact.findings.dictionary)


@rule("distinguishing.DIFFER_MOST", "distinguishing.DIFFER_THEN")
def apart_most(exact: Exact, place: Place, said: Said) -> None:
    """No other feature tells clearly more of the cluster that somebody is in."""
    del place
    named = _features_named(exact, str(said.filled["first"]))
    tells = {
        each.name: _tells(exact, each.name)
        for each in exact.findings.dictionary
        if each.clustered
    }
    assert max(tells[name] for name in named) >= max(tells.values()) - 5, tells


@rule("crossings.GROUP", "crossings.GROUP_ALIKE")
def goes_together(exact: Exact, place: Place, said: Said) -> None:
    """A feature and the clusters go together so strongly, or more if some is hidden."""
    del place
    (feature,) = _features_named(exact, str(said.filled["feature"]))
    if "v" not in said.filled:
        return
    truth = _cramers_v(exact, feature)
    told = number(said.filled["v"])
    table = exact.findings.drilldown
    some_hidden = table is None or table.where(feature=feature)["hidden"].any()
    # Rounding moves it more where there are fewer people.
    slack = 0.1 + 2 / np.sqrt(exact.size(EVERYBODY))
    assert told <= truth + slack, (feature, truth)
    assert some_hidden or told >= truth - slack, (feature, truth)


@rule("crossings.FLOW_ONE")
def flow(exact: Exact, place: Place, said: Said) -> None:
    """So many people of a type are in a cluster."""
    del place
    names = {each.name.to(exact.findings.language): each.code for each in _types(exact)}
    types = exact.residents["type"].astype(str).reindex(exact.clusters.index)
    mine = exact.clusters == str(said.filled["cluster"])
    truth = int((mine & (types == names[str(said.filled["kind"])])).sum())
    count_is(exact, said.filled["persons"], truth)


@rule("crossings.NO_TYPE")
def without_type(exact: Exact, place: Place, said: Said) -> None:
    """Of such a part of the people studied the type cannot be determined."""
    del place
    types = exact.residents["type"].astype(str).reindex(exact.features.index)
    truth = 100 * (types == "undetermined").mean()
    share_is(exact, said.filled["share"], truth, len(types))


@rule("crossings.NO_BAND")
def without_band(exact: Exact, place: Place, said: Said) -> None:
    """The clusters named are clusters of the study."""
    del place
    named = re.findall(r"\d+", str(said.filled["clusters"]))
    assert named
    assert set(named) <= set(_sizes(exact))


@rule("crossings.OFTEN_UNKNOWN", "crossings.OFTEN_UNKNOWN_SOMEWHERE")
def unknown_in_groups(exact: Exact, place: Place, said: Said) -> None:
    """Of so many of all the answer is unknown, and of so many in one group."""
    del place
    feature, *_ = _features_named(exact, str(said.filled["group"]).split(":")[0])
    if feature == "type":
        return
    everybody = exact.size(EVERYBODY)
    of_all = exact.unknown(EVERYBODY, feature)
    if "all" in said.filled:
        share_is(exact, said.filled["all"], of_all, everybody)
    shares = {group: exact.unknown(group, feature) for group in _sizes(exact)}
    most = max(shares, key=shares.__getitem__)
    share_is(exact, said.filled["most"], shares[most], exact.size(most))


@rule("types.PERHAPS_NONE")
def perhaps_none(exact: Exact, place: Place, said: Said) -> None:
    """Of so many people nobody knows whether they are internationals."""
    del place
    reasons = exact.residents["type_reason"].astype(str)
    truth = int(reasons.isin(["definition_unknown", "age_unknown"]).sum())
    assert number(said.filled["persons"]) <= truth + exact.count_slack


@rule("origins.DIVERSITY_TEXT")
def diversity(exact: Exact, place: Place, said: Said) -> None:
    """Two residents are of another origin with that chance."""
    del place
    shares = exact.residents["origin"].value_counts(normalize=True)
    assert abs(number(said.filled["index"]) - (1 - (shares**2).sum())) <= 0.03


@rule("origins.NOT_DRAWN")
def born_here(exact: Exact, place: Place, said: Said) -> None:
    """Such a part of the residents is of the country itself."""
    del place
    origins = exact.residents["origin"].astype(str)
    truth = 100 * (origins == "NL").mean()
    share_is(exact, said.filled["share"], truth, len(origins))


@rule(
    "arrivals.WITHOUT_YEAR[earlier]",
    "arrivals.WITHOUT_YEAR[born_here]",
    "arrivals.WITHOUT_YEAR[unknown]",
)
def without_year(exact: Exact, place: Place, said: Said) -> None:
    """So many internationals came earlier, were born here, or nobody knows."""
    del place
    types = exact.residents["type"].astype(str)
    international = exact.residents[types != NOT_INTERNATIONAL]
    years = international["arrival_year"]
    delivered = exact.delivered.loc[international.index]
    native = delivered["birth_country"] == NETHERLANDS
    kind = said.key.removeprefix("arrivals.WITHOUT_YEAR[").rstrip("]")
    truth = {
        "earlier": int((years < 2010).sum()),
        "born_here": int((years.isna() & native).sum()),
        "unknown": int((years.isna() & ~native).sum()),
    }[kind]
    if re.search(r"\d", str(said.filled["persons"])):
        count_is(exact, said.filled["persons"], truth)


@rule("types.LARGEST_REASON")
def largest_reason(exact: Exact, place: Place, said: Said) -> None:
    """So many of the others have the reason, and no other reason has more."""
    del place
    residents = exact.residents
    reasons = residents.loc[residents["type"].astype(str) == "other", "type_reason"]
    counts = Counter(reasons.astype(str))
    count_is(exact, said.filled["persons"], max(counts.values()))


def answer_of(exact: Exact, row: str) -> tuple[str, str]:
    """Return the feature and the category that a row is called after."""
    language = exact.findings.language
    for each in exact.findings.dictionary:
        heading = sentences.heading(each, language)
        if row.startswith(f"{heading}, "):
            told = row.removeprefix(f"{heading}, ")
            for code in (*(one.code for one in each.categories), "unknown"):
                if sentences.answer(each, code, language) == told:
                    return each.name, code
    raise AssertionError(row)


def _types(exact: Exact) -> tuple[PersonType, ...]:
    return exact.findings.views.types


def _features_named(exact: Exact, text: str) -> list[str]:
    """Return the features whose names stand in a text, longest names first."""
    language, found, left = exact.findings.language, [], text.lower()
    named = {each.meaning.to(language).lower(): each for each in _dictionary(exact)}
    for name in sorted(named, key=len, reverse=True):
        if name in left:
            found.append(named[name].name)
            left = left.replace(name, "")
    assert found, text
    return found


def _dictionary(exact: Exact) -> tuple[FeatureMeaning, ...]:
    return exact.findings.dictionary


def _tells(exact: Exact, feature: str) -> float:
    """Return which part of the clusters a feature tells, as a percentage (Theil)."""
    known = exact.features[feature] != "unknown"
    told = mutual_info_score(exact.clusters[known], exact.features.loc[known, feature])
    return 100 * known.mean() * told / entropy(exact.clusters.value_counts())


def _cramers_v(exact: Exact, feature: str) -> float:
    """Return Cramer's V without the bias of small tables (Bergsma 2013)."""
    if feature == "type":
        answers = exact.residents["type"].astype(str).reindex(exact.clusters.index)
    else:
        answers = exact.features[feature]
    # The table is of the clusters that are described.
    described = set(exact.findings.drilldown.rows["cluster"])
    kept = (answers != "unknown") & exact.clusters.isin(described)
    table = pd.crosstab(answers[kept], exact.clusters[kept]).to_numpy()
    n, (rows, columns) = table.sum(), table.shape
    if min(rows, columns) < 2:
        return 0.0
    phi = chi2_contingency(table, correction=False).statistic / n
    phi = max(0.0, phi - (rows - 1) * (columns - 1) / (n - 1))
    rows, columns = (k - (k - 1) ** 2 / (n - 1) for k in (rows, columns))
    return float(np.sqrt(phi / (min(rows, columns) - 1)))
