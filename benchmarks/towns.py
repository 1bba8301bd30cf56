"""Towns of kinds of people that the engine was not made with, and how hard they are.

Shares no code and no kinds with `clusters.synthetic`. Every town has kinds of its own:
each is put together by lot from a life, a stay, a household, a living and a home, so
that no list of kinds can be learnt by heart. People are drawn as columns of an extract
and go through `build_features`, so that bands, "not applicable" and gaps are those of a
study. Every difficulty has a dial, see `Dials`. Written before the engine was changed
to meet it, and not tuned afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from scipy.special import ndtr
from sklearn.ensemble import HistGradientBoostingClassifier

from clusters.features import build_features
from clusters.settings import Features

ON = date(2022, 7, 1)
TAUGHT_ON = 30_000  # fresh persons of the same town from whom the oracle learns

# Parts of which kinds are made. Numbers are (mean, spread); words have a first choice.
LIVES = {"starting": (23, 3), "building": (31, 4), "raising": (40, 5),
         "halfway": (49, 5), "late": (60, 5), "old": (73, 6)}  # fmt: skip
STAYS = {"fresh": 0.7, "some": 4.0, "long": 13.0, "lifelong": 28.0}  # median years
HOUSEHOLDS = {
    "alone": ("single", 0.0), "two": ("partner_without_children", 0.0),
    "small": ("partner_with_children", 1.3), "large": ("partner_with_children", 3.0),
    "lone": ("single_parent", 1.6), "shared": ("other", 0.0),
}  # fmt: skip
# Source of income, relation, industry, hours, wage a month, permanent, education.
LIVINGS = {
    "greenhouse": ("employee", "agency", "A", 37, 1900, 0.1, "primary"),
    "lorry": ("employee", "regular", "H", 40, 2500, 0.7, "lower_secondary"),
    "ward": ("employee", "regular", "Q", 28, 2700, 0.8, "bachelor"),
    "laboratory": ("employee", "regular", "P", 38, 3900, 0.2, "master"),
    "counter": ("employee", "on_call", "G", 16, 1000, 0.3, "upper_secondary"),
    "bank": ("employee", "regular", "K", 38, 5600, 0.9, "master"),
    "kitchen": ("employee", "on_call", "I", 30, 1700, 0.3, "lower_secondary"),
    "scaffold": ("self_employed", "self_employed", "F", 42, 2600, 0.0, "primary"),
    "studio": ("self_employed", "self_employed", "R", 30, 2100, 0.0, "bachelor"),
    "sick": ("disability", "", "", 0, 1400, 0.0, "lower_secondary"),
    "assisted": ("social_assistance", "", "", 0, 1100, 0.0, "primary"),
    "house": ("none", "", "", 0, 900, 0.0, "upper_secondary"),
    "campus": ("student", "", "", 0, 700, 0.0, "upper_secondary"),
    "retired": ("pension", "", "", 0, 1700, 0.0, "lower_secondary"),
}
# Tenure, type, floor area, value in thousands, cars.
HOMES = {
    "room": ("private_rent", "other", 24, 130, 0.2),
    "tower": ("private_rent", "apartment", 65, 240, 0.5),
    "estate": ("social_rent", "apartment", 72, 160, 0.5),
    "street": ("social_rent", "terraced", 92, 190, 0.8),
    "row": ("owned", "terraced", 112, 260, 1.1),
    "villa": ("owned", "detached", 165, 480, 1.9),
}
PARTS = {"life": LIVES, "stay": STAYS, "household": HOUSEHOLDS, "living": LIVINGS,
         "home": HOMES}  # fmt: skip

# Answers in an order along which a trait can push.
ANSWERS = {
    "household_position": ["other", "single", "single_parent",
                           "partner_without_children", "partner_with_children"],
    "income_source": ["none", "student", "social_assistance", "disability",
                      "pension", "employee", "self_employed"],
    "working_relation": ["on_call", "agency", "regular", "self_employed"],
    "sector": list("AFGHIKPQR"),
    "education": ["primary", "lower_secondary", "upper_secondary", "bachelor",
                  "master"],
    "tenure": ["social_rent", "private_rent", "owned"],
    "dwelling_type": ["other", "apartment", "terraced", "detached"],
}  # fmt: skip


@dataclass(frozen=True)
class Dials:
    """How hard a town is.

    ``kinds`` of people, of whom ``rare`` are 2 % each; ``overlap`` is how far every
    kind is drawn towards everybody (0 to 1); ``dependence`` the correlation with two
    hidden traits within kinds; ``ties`` whether time at the address is bound by the
    stay; ``side_jobs`` the share of persons who work beside another source of income;
    ``gaps`` the share of unknown answers, more where they tell something; ``siblings``
    how many kinds differ from another in a single part; ``continuum`` spreads persons
    evenly between two kinds, so that there are none.
    """

    kinds: int = 6
    rare: int = 0
    overlap: float = 0.15
    dependence: float = 0.3
    ties: bool = True
    side_jobs: float = 0.01
    gaps: float = 0.05
    siblings: int = 0
    continuum: bool = False


@dataclass(frozen=True)
class Town:
    """What is known of a town and never told: shares and parts of its kinds."""

    dials: Dials
    shares: np.ndarray
    numbers: pd.DataFrame  # one row per kind
    choices: dict[str, np.ndarray]  # per question (kinds, answers)
    loadings: pd.DataFrame  # of questions on the two traits


def found_town(dials: Dials, seed: int) -> Town:
    """Put the kinds of a town together by lot."""
    rng = np.random.default_rng((seed, 71))
    kinds = _kinds(dials, rng)
    numbers = pd.DataFrame([_numbers(each, rng) for each in kinds])
    own = {
        name: np.array([_choice(each, name, rng) for each in kinds]) for name in ANSWERS
    }
    shares = rng.dirichlet(np.full(len(kinds), 5.0)) + 0.6 / len(kinds)
    shares[: dials.rare] = 0
    shares *= (1 - 0.02 * dials.rare) / shares.sum()
    shares[: dials.rare] = 0.02
    if dials.kinds == 1 and not dials.continuum:
        # One kind: everybody at once, and no more than that.
        own = {name: each.mean(axis=0, keepdims=True) for name, each in own.items()}
        mixed = numbers.mean().to_frame().T
        mixed["age_spread"] = 14.0
        numbers, shares = mixed, np.ones(1)
    else:
        pull = dials.overlap
        own = {n: (1 - pull) * e + pull * (shares @ e) for n, e in own.items()}
        spreads = [n for n in numbers if n.endswith("_spread")]
        centre = (numbers * shares[:, None]).sum()
        numbers = (1 - pull) * numbers + pull * centre
        numbers[spreads] *= 1 + pull
    questions = [*ANSWERS, "age", "stay", "move", "children", "hours", "wage", "floor",
                 "value", "cars"]  # fmt: skip
    loads = rng.uniform(-1, 1, (len(questions), 2))
    loads /= np.linalg.norm(loads, axis=1, keepdims=True)
    loadings = pd.DataFrame(loads * dials.dependence, index=questions)
    return Town(dials, shares, numbers, own, loadings)


def draw(town: Town, persons: int, seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    """Return features of so many persons, and the kind of each."""
    rng = np.random.default_rng((seed, 72))
    kind = rng.choice(len(town.shares), persons, p=town.shares)
    kind = np.zeros(persons, int) if town.dials.continuum else kind
    between = rng.random(persons) if town.dials.continuum else np.zeros(persons)
    people = _people(town, kind, between, rng)
    index = pd.Index([f"h{i:06d}" for i in range(persons)], name="person_id")
    frame = build_features(people.set_axis(index), ON, Features(), currency="€").frame
    return frame, kind


def oracle(town: Town, features: pd.DataFrame, seed: int) -> np.ndarray:
    """Return the kind that a classifier taught on fresh persons of the town gives.

    It knows the distribution as well as `TAUGHT_ON` persons can tell it.
    """
    lessons, truth = draw(town, TAUGHT_ON, seed + 1_000_003)
    classifier = HistGradientBoostingClassifier(
        max_iter=70, learning_rate=0.12, max_leaf_nodes=12, random_state=0
    )
    taught = _codes(lessons, lessons)
    return classifier.fit(taught, truth).predict(_codes(features, lessons))


def _codes(features: pd.DataFrame, like: pd.DataFrame) -> np.ndarray:
    columns = {
        name: pd.Categorical(features[name], like[name].cat.categories).codes
        for name in like
    }
    codes = pd.DataFrame(columns).astype(float)
    return codes.mask(codes < 0).to_numpy()


def _kinds(dials: Dials, rng: np.random.Generator) -> list[dict[str, str]]:
    """Draw combinations that can exist and differ in three parts or more."""
    wanted = 6 if dials.kinds == 1 and not dials.continuum else dials.kinds
    wanted = 2 if dials.continuum else wanted
    kinds: list[dict[str, str]] = []
    while len(kinds) < wanted:
        if len(kinds) >= wanted - dials.siblings and wanted > 1:
            part = str(rng.choice(["stay", "household", "home", "living"]))
            elder = kinds[int(rng.integers(wanted - dials.siblings))]
            kind = elder | {part: str(rng.choice(list(PARTS[part])))}
            apart = 1
        else:
            kind = {p: str(rng.choice(list(each))) for p, each in PARTS.items()}
            apart = 3
        if _exists(kind) and all(
            sum(kind[p] != other[p] for p in PARTS) >= apart for other in kinds
        ):
            kinds.append(kind)
    return kinds


def _exists(kind: dict[str, str]) -> bool:
    age = LIVES[kind["life"]][0]
    return (
        (kind["living"] == "retired") == (kind["life"] == "old")
        and (kind["living"] != "campus" or age < 35)
        and STAYS[kind["stay"]] < age - 5
        and (kind["household"] not in ("small", "large", "lone") or 25 < age < 55)
        and (kind["household"] != "shared" or kind["home"] in ("room", "tower"))
        and (kind["household"] != "large" or kind["home"] != "room")
        and (kind["life"] != "starting" or kind["home"] not in ("villa", "row"))
    )


def _numbers(kind: dict[str, str], rng: np.random.Generator) -> dict[str, float]:
    """Return the means and spreads of a kind, each a little its own."""
    age, spread = LIVES[kind["life"]]
    _, _, _, hours, wage, permanent, _ = LIVINGS[kind["living"]]
    _, _, floor, value, cars = HOMES[kind["home"]]
    return {
        "age": age + rng.normal(0, 1),
        "age_spread": spread,
        "stay": np.log(STAYS[kind["stay"]]) + rng.normal(0, 0.1),
        "stay_spread": rng.uniform(0.4, 0.8),
        "move": rng.uniform(-0.5, 1.5),  # of the share of the stay at this address
        "children": HOUSEHOLDS[kind["household"]][1],
        "hours": hours or 12,
        "hours_spread": rng.uniform(3, 7),
        "wage": np.log(wage) + rng.normal(0, 0.08),
        "wage_spread": rng.uniform(0.2, 0.35),
        "permanent": permanent,
        "floor": np.log(floor) + rng.normal(0, 0.05),
        "floor_spread": rng.uniform(0.15, 0.3),
        "value": np.log(value) + rng.normal(0, 0.05),
        "value_spread": rng.uniform(0.2, 0.3),
        "cars": cars,
        "woman": rng.choice([0.25, 0.5, 0.75]),
    }


def _choice(kind: dict[str, str], name: str, rng: np.random.Generator) -> np.ndarray:
    """Return the probabilities of the answers to a question, most of them one."""
    source, relation, sector, *_, education = LIVINGS[kind["living"]]
    tenure, dwelling, *_ = HOMES[kind["home"]]
    first = {
        "household_position": (HOUSEHOLDS[kind["household"]][0], 0.8),
        "income_source": (source, 0.88),
        "working_relation": (relation, 0.75),
        "sector": (sector, 0.65),
        "education": (education, 0.55),
        "tenure": (tenure, 0.8),
        "dwelling_type": (dwelling, 0.75),
    }
    answer, share = first[name]
    rest = rng.dirichlet(np.full(len(ANSWERS[name]), 1.0))
    if answer not in ANSWERS[name]:
        return rest
    return (1 - share) * rest + share * (np.array(ANSWERS[name]) == answer)


def _people(
    town: Town, kind: np.ndarray, between: np.ndarray, rng: np.random.Generator
) -> pd.DataFrame:
    """Draw people as the columns of an extract."""
    n, dials = len(kind), town.dials
    traits = rng.normal(size=(n, 2))
    noise = np.sqrt(1 - dials.dependence**2)

    def own(table: np.ndarray) -> np.ndarray:
        far = table[1] if dials.continuum else table[0]
        weight = between.reshape(-1, *[1] * (table.ndim - 1))
        return (1 - weight) * table[kind] + weight * far

    def push(name: str) -> np.ndarray:
        return traits @ town.loadings.loc[name] + noise * rng.normal(size=n)

    def number(name: str) -> np.ndarray:
        spread = f"{name}_spread"
        wide = own(town.numbers[spread].to_numpy()) if spread in town.numbers else 1
        return own(town.numbers[name].to_numpy()) + wide * push(name)

    def choose(name: str) -> np.ndarray:
        ladder = own(town.choices[name]).cumsum(axis=1)
        place = (ndtr(push(name))[:, None] > ladder).sum(axis=1)
        return np.array(ANSWERS[name])[np.minimum(place, len(ANSWERS[name]) - 1)]

    people = pd.DataFrame({name: choose(name) for name in ANSWERS})
    people["sex"] = np.where(
        rng.random(n) < own(town.numbers["woman"].to_numpy()), "woman", "man"
    )
    age = np.clip(number("age"), 17, 96)
    stay = np.minimum(np.exp(number("stay") * 1.0), age - 0.1)
    people["age"] = np.floor(age)
    people["arrival_date"] = _ago(stay)
    here = 1 / (1 + np.exp(-number("move")))
    free = np.exp(own(town.numbers["stay"].to_numpy()) + rng.normal(0, 0.8, n))
    people["moved_in_date"] = _ago(stay * here if dials.ties else free * here)
    # One in three never moved since they came: the tie that registers have.
    never = dials.ties & (rng.random(n) < 0.33)
    people["moved_in_date"] = people["moved_in_date"].mask(
        never, people["arrival_date"]
    )
    _add_children(people, number("children"), rng)
    _add_work(people, number("hours"), np.exp(number("wage")), dials, rng)
    permanent = rng.random(n) < own(town.numbers["permanent"].to_numpy())
    people["contract"] = np.where(permanent, "permanent", "temporary")
    people.loc[people["wage"].isna(), "contract"] = None
    people["floor_area"] = np.exp(number("floor")).round().clip(8)
    people["dwelling_value"] = (1000 * np.exp(number("value"))).round(-3)
    cars = own(town.numbers["cars"].to_numpy()) + 0.7 * push("cars")
    people["cars"] = cars.round().clip(0, 5)
    return _with_gaps(people, stay, dials, rng)


def _ago(years: np.ndarray) -> pd.Series:
    days = pd.to_timedelta(np.floor(years * 365.25), unit="D")
    return pd.Series(pd.Timestamp(ON) - days)


def _add_children(
    people: pd.DataFrame, wish: np.ndarray, rng: np.random.Generator
) -> None:
    position = people["household_position"]
    parent = position.isin(["partner_with_children", "single_parent"])
    couple = position.str.startswith("partner").astype(int)
    children = np.where(parent, np.clip(np.round(np.maximum(wish, 0.6)), 1, 6), 0)
    oldest = np.clip(people["age"] - 22, 1, 30)
    youngest = np.floor(rng.beta(1.5, 2.5, len(people)) * oldest)
    people["minor_children"] = np.where(youngest < 18, children, 0)  # noqa: PLR2004
    people["youngest_child_age"] = pd.Series(youngest).where(parent)
    others = np.where(position == "other", rng.integers(1, 5, len(people)), 0)
    people["household_size"] = 1 + couple + children + others


def _add_work(
    people: pd.DataFrame,
    hours: np.ndarray,
    wage: np.ndarray,
    dials: Dials,
    rng: np.random.Generator,
) -> None:
    n = len(people)
    works = people["income_source"].isin(["employee", "self_employed"]).to_numpy()
    side = ~works & (rng.random(n) < dials.side_jobs / max((~works).mean(), 0.05))
    people["weekly_hours"] = np.where(side, 8, np.clip(hours, 1, 70).round())
    tailed = wage * np.exp(0.15 * rng.standard_t(3, n))
    own_business = people["income_source"].to_numpy() == "self_employed"
    people["wage"] = np.where(side, 350, tailed.round())
    people["household_income"] = (
        12 * tailed * (1 + 0.3 * people["household_position"].str.startswith("partner"))
    ).round()
    people.loc[own_business, "wage"] = np.nan
    people.loc[own_business, "working_relation"] = "self_employed"
    employed = ~own_business & (people["working_relation"] == "self_employed")
    people.loc[employed, "working_relation"] = "regular"
    idle = ~(works | side)
    people.loc[idle, ["weekly_hours", "wage"]] = np.nan
    people.loc[idle, ["working_relation", "sector"]] = None


def _with_gaps(
    people: pd.DataFrame, stay: np.ndarray, dials: Dials, rng: np.random.Generator
) -> pd.DataFrame:
    """Lose answers: education of who came late, income of newcomers, some of all."""
    n = len(people)
    for name in ("tenure", "dwelling_type", "dwelling_value", "cars", "moved_in_date"):
        people[name] = people[name].mask(rng.random(n) < dials.gaps / 2)
    older = people["age"].to_numpy() - stay > 30  # noqa: PLR2004
    lost = np.where(older, 8, 2) * dials.gaps
    people["education"] = people["education"].mask(rng.random(n) < lost)
    lost = np.where(stay < 1, 5, 0.5) * dials.gaps
    people["household_income"] = people["household_income"].mask(rng.random(n) < lost)
    return people


# The grid: what a town is like in the middle, and each dial turned by itself.
GRID = {
    "five": Dials(kinds=5),
    "nine": Dials(kinds=9),
    "twelve": Dials(kinds=12),
    "nine, no traits": Dials(kinds=9, dependence=0.0),
    "nine, strong traits": Dials(kinds=9, dependence=0.6),
    "twelve, strong traits": Dials(kinds=12, dependence=0.6),
    "six, no ties": Dials(ties=False),
    "six, side jobs": Dials(side_jobs=0.04),
    "six, gaps": Dials(gaps=0.1),
    "six, overlap": Dials(overlap=0.35),
    "eight, siblings": Dials(kinds=8, siblings=3),
    "eight, rare": Dials(kinds=8, rare=2),
}
NO_KINDS = {
    "one kind": Dials(kinds=1),
    "one kind, strong traits": Dials(kinds=1, dependence=0.6),
    "continuum": Dials(kinds=1, continuum=True, dependence=0.0),
}


def hardest(dials: Dials) -> Dials:
    """Return the same town with every difficulty at once."""
    return replace(dials, overlap=0.25, dependence=0.6, side_jobs=0.02, gaps=0.08)


def jaccard(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the Jaccard similarity of each cluster with each kind; -1 is nobody."""
    clusters, kinds = one.max() + 1, other.max() + 1
    both = np.zeros((clusters, kinds))
    inside = one >= 0
    np.add.at(both, (one[inside], other[inside]), 1)
    sizes = both.sum(axis=1)[:, None] + np.bincount(other, minlength=kinds)
    return both / np.maximum(sizes - both, 1)
