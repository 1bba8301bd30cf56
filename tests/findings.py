"""A made-up study for the report's tests, made through the real gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

from clusters.disclosure import Policy, ReleasedTable, load_policy, release
from clusters.disclosure.released import seal_of
from clusters.findings.evidence import Evidence, FoundAgain
from clusters.findings.findings import Colophon, Findings, MethodFacts
from clusters.labels import Label, traits_of
from clusters.profiles.counts import CountTable, cluster_sizes, count_profiles
from clusters.schema import NOT_APPLICABLE, UNKNOWN, Code, FeatureMeaning, Text, Theme

POLICY_FILE = Path(__file__).parents[1] / "config" / "disclosure.toml"
REFERENCE_DATE = date(2020, 1, 1)

NAMES = {
    "nl": (
        "Werknemer, particuliere huur, vrij kort in Nederland",
        "Jong, kort in Nederland, zonder kinderen",
        "Uitzend- of oproepkracht in de zakelijke dienstverlening",
        "Vrouw met partner en minderjarig kind",
        "Lang in Nederland, eigen woning",
        "Bijstand, huurwoning van een corporatie",
        "Scholier, student of zelfstandige",
    ),
    "en": (
        "Employee, private rent, fairly short in the Netherlands",
        "Young, short in the Netherlands, without children",
        "Agency or on-call worker in business services",
        "Woman with a partner and a minor child",
        "Long in the Netherlands, own home",
        "Social assistance, housing association home",
        "Pupil, student or self-employed",
    ),
}

# Dutch and English, a category per entry; "~" splits the two languages.
_FEATURES: tuple[tuple[str, Theme, str, tuple[str, ...]], ...] = (
    (
        "age",
        Theme.DEMOGRAPHIC,
        "Leeftijd~Age",
        (
            "16 tot 25 jaar~16 to 24 years",
            "25 tot 35 jaar~25 to 34 years",
            "35 tot 45 jaar~35 to 44 years",
            "45 tot 65 jaar~45 to 64 years",
            "65 jaar of ouder~65 years or over",
        ),
    ),
    ("sex", Theme.DEMOGRAPHIC, "Geslacht~Sex", ("man~man", "vrouw~woman")),
    (
        "household_position",
        Theme.DEMOGRAPHIC,
        "Plaats in het huishouden~Position in the household",
        (
            "alleenstaand~living alone",
            "partner zonder kinderen~partner, no children",
            "partner met kinderen~partner with children",
            "ouder in eenoudergezin~lone parent",
            "thuiswonend kind~child at home",
            "anders~other",
        ),
    ),
    (
        "minor_children",
        Theme.DEMOGRAPHIC,
        "Minderjarige kinderen~Minor children",
        ("geen~none", "een~one", "twee~two", "drie of meer~three or more"),
    ),
    (
        "age_of_youngest_child",
        Theme.DEMOGRAPHIC,
        "Leeftijd van het jongste kind~Age of the youngest child",
        (
            "0 tot 4 jaar~0 to 3 years",
            "4 tot 12 jaar~4 to 11 years",
            "12 tot 18 jaar~12 to 17 years",
            "@",
        ),
    ),
    (
        "household_size",
        Theme.DEMOGRAPHIC,
        "Grootte van het huishouden~Household size",
        (
            "1 persoon~1 person",
            "2 personen~2 persons",
            "3 of 4 personen~3 or 4 persons",
            "5 personen of meer~5 persons or more",
        ),
    ),
    (
        "marital_status",
        Theme.DEMOGRAPHIC,
        "Burgerlijke staat~Marital status",
        (
            "ongehuwd~never married",
            "gehuwd~married",
            "gescheiden~divorced",
            "verweduwd~widowed",
        ),
    ),
    (
        "years_in_country",
        Theme.DEMOGRAPHIC,
        "Verblijfsduur~Length of stay",
        (
            "korter dan 2 jaar~less than 2 years",
            "2 tot 5 jaar~2 to 4 years",
            "5 tot 10 jaar~5 to 9 years",
            "10 jaar of langer~10 years or longer",
        ),
    ),
    (
        "age_at_arrival",
        Theme.DEMOGRAPHIC,
        "Leeftijd bij aankomst~Age at arrival",
        (
            "jonger dan 18 jaar~under 18",
            "18 tot 25 jaar~18 to 24 years",
            "25 tot 35 jaar~25 to 34 years",
            "35 jaar of ouder~35 years or over",
        ),
    ),
    (
        "income_source",
        Theme.SOCIOECONOMIC,
        "Voornaamste bron van inkomen~Main source of income",
        (
            "loon~wage",
            "eigen bedrijf~own business",
            "bijstand~social assistance",
            "andere uitkering~other benefit",
            "pensioen~pension",
            "studie~studies",
            "geen eigen inkomen~no income of one's own",
        ),
    ),
    (
        "contract",
        Theme.SOCIOECONOMIC,
        "Soort contract~Contract",
        (
            "vast contract~permanent contract",
            "tijdelijk contract~temporary contract",
            "@",
        ),
    ),
    (
        "working_relation",
        Theme.SOCIOECONOMIC,
        "Arbeidsrelatie~Working relation",
        (
            "reguliere baan~regular job",
            "uitzendkracht~agency worker",
            "oproepkracht~on-call worker",
            "@",
        ),
    ),
    (
        "sector_group",
        Theme.SOCIOECONOMIC,
        "Bedrijfstak~Industry",
        (
            "industrie~manufacturing",
            "handel en horeca~trade and catering",
            "zakelijke dienstverlening~business services",
            "informatie en communicatie~information and communication",
            "onderwijs en zorg~education and care",
            "overig~other",
            "@",
        ),
    ),
    (
        "weekly_hours",
        Theme.SOCIOECONOMIC,
        "Arbeidsduur per week~Working hours a week",
        (
            "minder dan 12 uur~under 12 hours",
            "12 tot 30 uur~12 to 29 hours",
            "30 uur of meer~30 hours or more",
            "@",
        ),
    ),
    (
        "personal_income",
        Theme.SOCIOECONOMIC,
        "Persoonlijk inkomen~Personal income",
        (
            "minder dan € 10.000~under €10,000",
            "€ 10.000 tot € 20.000~€10,000 to €20,000",
            "€ 20.000 tot € 30.000~€20,000 to €30,000",
            "€ 30.000 tot € 50.000~€30,000 to €50,000",
            "€ 50.000 of meer~€50,000 or more",
        ),
    ),
    (
        "household_income",
        Theme.SOCIOECONOMIC,
        "Gestandaardiseerd inkomen van het huishouden~Standardised household income",
        (
            "laagste vijfde~lowest fifth",
            "tweede vijfde~second fifth",
            "middelste vijfde~middle fifth",
            "vierde vijfde~fourth fifth",
            "hoogste vijfde~highest fifth",
        ),
    ),
    (
        "education",
        Theme.SOCIOECONOMIC,
        "Opleiding~Education",
        (
            "basisonderwijs~primary",
            "vmbo of mbo 1~lower secondary",
            "havo, vwo of mbo~upper secondary",
            "hbo of universiteit~higher",
        ),
    ),
    ("in_education", Theme.SOCIOECONOMIC, "Volgt onderwijs~In education", ("!",)),
    ("benefit", Theme.SOCIOECONOMIC, "Heeft een uitkering~Has a benefit", ("!",)),
    (
        "tenure",
        Theme.HOUSING,
        "Eigendom van de woning~Tenure",
        (
            "eigen woning~own home",
            "huur van een corporatie~housing association",
            "particuliere huur~private rent",
        ),
    ),
    (
        "dwelling_type",
        Theme.HOUSING,
        "Soort woning~Type of dwelling",
        ("eengezinswoning~house", "appartement~flat", "kamer of wooneenheid~room"),
    ),
    (
        "floor_area",
        Theme.HOUSING,
        "Woonoppervlak per persoon~Floor area a person",
        (
            "minder dan 20 m²~under 20 m²",
            "20 tot 40 m²~20 to 39 m²",
            "40 m² of meer~40 m² or more",
        ),
    ),
    (
        "years_at_address",
        Theme.HOUSING,
        "Jaren op dit adres~Years at this address",
        (
            "minder dan 1 jaar~under 1 year",
            "1 tot 5 jaar~1 to 4 years",
            "5 jaar of langer~5 years or longer",
        ),
    ),
    (
        "cars",
        Theme.HOUSING,
        "Auto's in het huishouden~Cars in the household",
        ("geen auto~no car", "een auto~one car", "twee of meer~two or more"),
    ),
)

_ORIGIN: tuple[str, Theme, str, tuple[str, ...]] = (
    "origin",
    Theme.AREA,
    "Herkomst~Origin",
    (
        "Polen~Poland",
        "India~India",
        "Turkije~Türkiye",
        "Syrië~Syria",
        "overig Europa~other Europe",
        "overig Azië~other Asia",
        "Afrika~Africa",
        "Amerika en Oceanië~America and Oceania",
    ),
)


def text(both: str) -> Text:
    dutch, _, english = both.partition("~")
    return Text(dutch, english)


def meaning(
    name: str, theme: Theme, both: str, answers: tuple[str, ...], clustered: bool
) -> FeatureMeaning:
    codes = []
    for number, each in enumerate(answers):
        if each == "!":
            codes += [Code("yes", Text("ja", "yes")), Code("no", Text("nee", "no"))]
        elif each == "@":
            codes.append(Code(NOT_APPLICABLE, Text("n.v.t.", "not applicable")))
        else:
            codes.append(Code(f"{name}_{number}", text(each)))
    return FeatureMeaning(name, theme, text(both), tuple(codes), clustered=clustered)


def make_answers(
    meanings: tuple[FeatureMeaning, ...], clusters: pd.Series, seed: int
) -> pd.DataFrame:
    """Draw answers; each cluster leans to some of them, few people are unknown."""
    dice = np.random.default_rng(seed)
    columns = {}
    for each in meanings:
        known = [code.code for code in each.categories if code.code != UNKNOWN]
        values = np.empty(len(clusters), dtype=object)
        for cluster in sorted(clusters.unique()):
            here = (clusters == cluster).to_numpy()
            odds = dice.dirichlet(np.full(len(known), 0.8)) * 0.98
            values[here] = dice.choice(
                [*known, UNKNOWN], size=here.sum(), p=[*odds, 1 - odds.sum()]
            )
        told = np.where(values == UNKNOWN, None, values)
        columns[each.name] = pd.Categorical(told, categories=known)
    return pd.DataFrame(columns, index=clusters.index)


def with_rows(table: ReleasedTable, rows: pd.DataFrame) -> ReleasedTable:
    """Return a released table with other rows, sealed as the gate would have."""
    return replace(table, rows=rows, seal=seal_of(table.name, rows, table.policy))


@cache
def policy() -> Policy:
    return load_policy(POLICY_FILE, "openbaar")


@cache
def make_findings(
    clusters: int = 7,
    *,
    persons: int = 6000,
    features: int = 24,
    language: str = "nl",
    drilldown: bool = True,
    seed: int = 4,
) -> Findings:
    dice = np.random.default_rng(seed)
    sizes = np.sort(dice.dirichlet(np.full(clusters, 6)))[::-1] * 0.97
    drawn = dice.choice(clusters + 1, size=persons, p=[*sizes, 1 - sizes.sum()])
    numbers = pd.Series((drawn + 1) % (clusters + 1))
    order = numbers[numbers > 0].value_counts().index
    rank = {old: new for new, old in enumerate(order, start=1)} | {0: 0}
    numbers = numbers.map(rank)
    dictionary = tuple(meaning(*each, clustered=True) for each in _FEATURES[:features])
    described = (meaning(*_ORIGIN, clustered=False),)
    profiles = release(
        count_profiles(make_answers(dictionary, numbers, seed), numbers), policy()
    )
    extra = release(
        count_profiles(
            make_answers(described, numbers, seed + 1), numbers, name="drilldown"
        ),
        policy(),
    )
    labels = {}
    for number in range(1, clusters + 1):
        traits = traits_of(profiles, str(number), [each.name for each in dictionary])
        name = NAMES[language][(number - 1) % 7]
        telling = [
            each
            for each in traits
            if each.difference > 0 and each.category not in {UNKNOWN, NOT_APPLICABLE}
        ]
        labels[str(number)] = Label(str(number), name, tuple(telling[:3]), traits)
    return Findings(
        title={"nl": "Internationals in beeld", "en": "A view of internationals"}[
            language
        ],
        place="Eindhoven",
        reference_date=REFERENCE_DATE,
        language=language,
        currency="€",
        population=Text(
            "Inwoners van 16 jaar en ouder die in het buitenland zijn geboren.",
            "Residents aged 16 and over who were born abroad.",
        ),
        funnel=release(_funnel(persons), policy()),
        funnel_steps={
            "read": Text("personen in de bestanden", "persons in the files"),
            "too_young": Text("jonger dan 16 jaar", "under 16"),
            "born_here": Text("in Nederland geboren", "born in the Netherlands"),
            "kept": Text("onderzochte personen", "persons studied"),
        },
        sizes=release(cluster_sizes(numbers), policy()),
        profiles=profiles,
        drilldown=extra if drilldown else None,
        labels=labels,
        dictionary=dictionary + (described if drilldown else ()),
        method=MethodFacts(
            method="latent_class",
            n_clusters=clusters,
            chosen_automatically=True,
            curve=tuple(
                (k, 400_000 + 60_000 / k + 900 * abs(k - clusters))
                for k in range(2, 13)
            ),
            weakest={clusters + 1: 41, clusters: 78},
            starts=20,
            times_best_found=17,
            min_probability=0.5,
            seed=20200101,
            evidence=make_evidence(clusters, dictionary),
        ),
        notices=(
            Text(
                "Het kenmerk vermogen ontbreekt, omdat de bestanden het niet bevatten.",
                "Wealth is left out, because the files do not hold it.",
            ),
        ),
        colophon=Colophon(
            run="3f9a1c20b7de",
            code_version="0.1.0",
            settings_digest="5d" * 32,
            inputs={"brp_2020.csv": "a1" * 32, "bag_2020.csv": "0c" * 32},
            versions={"pandas": "3.1.0", "scikit-learn": "1.8.0", "typst": "0.15.2"},
        ),
    )


def make_evidence(clusters: int, clustered: tuple[FeatureMeaning, ...]) -> Evidence:
    """Evidence for clusters that were all found again."""
    return Evidence(
        shuffles=20,
        samples=100,
        found_again={
            str(number): FoundAgain(
                95 if number < 3 else 80, "highly stable" if number < 3 else "stable"
            )
            for number in range(1, clusters + 1)
        },
        other_method="kmeans",
        agreement=71,
        tells={each.name: 60 - 2 * at for at, each in enumerate(clustered)},
        twins=((clustered[0].name, clustered[1].name),),
        fidelity=93,
        asked=3,
    )


def renamed(findings: Findings, name: str) -> Findings:
    """The same study with every cluster called ``name``, numbered."""
    return replace(
        findings,
        labels={
            number: replace(label, name=f"{name[: 80 - len(number) - 1]} {number}")
            for number, label in findings.labels.items()
        },
    )


def _funnel(kept: int) -> CountTable:
    rows = [
        ("read", 9 * kept),
        ("too_young", 2 * kept),
        ("born_here", 6 * kept),
        ("kept", kept),
    ]
    return CountTable(
        name="funnel",
        dimensions=("step",),
        counts=pd.DataFrame(rows, columns=["step", "persons"]),
        reference={"step": "read"},
    )
