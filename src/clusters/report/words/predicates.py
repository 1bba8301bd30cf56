"""What people with an answer do or have, as the end of a sentence. Dutch and English.

A fraction stands in front: "een derde woont alleen", "vier op de tien wonen alleen". In
square brackets stands the verb after one and after more; ``{answer}`` is the answer as
the tables word it. Nothing here judges or explains.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clusters.schema import NO, YES, Text

if TYPE_CHECKING:
    from clusters.schema import FeatureMeaning, Language

_VERB = re.compile(r"\[([^|\]]+)\|([^|\]]+)\]")

_ANY = {
    "age": Text("[is|zijn] {answer}", "[is|are] aged {answer}"),
    "minor_children": Text(
        "[heeft|hebben] {answer} minderjarige kinderen thuis",
        "[has|have] {answer} children under 18 at home",
    ),
    "household_minors": Text(
        "[heeft|hebben] {answer} andere minderjarigen in het huishouden",
        "[has|have] {answer} others under 18 at home",
    ),
    "youngest_child_age": Text(
        "[heeft|hebben] een jongste kind dat {answer} is",
        "[has|have] a youngest child aged {answer}",
    ),
    "household_size": Text(
        "[woont|wonen] in een huishouden van {answer}",
        "[lives|live] in a household of {answer}",
    ),
    "marital_status": Text("[is|zijn] {answer}", "[is|are] {answer}"),
    "years_in_country": Text(
        "[woont|wonen] {answer} in het land",
        "[has|have] lived in the country for {answer}",
    ),
    "age_at_arrival": Text(
        "[was|waren] bij vestiging {answer}", "[was|were] {answer} on arrival"
    ),
    "income_source": Text(
        "[heeft|hebben] {answer} als voornaamste inkomen",
        "[has|have] {answer} as main income",
    ),
    "sector": Text("[werkt|werken] in ‘{answer}’", "[works|work] in ‘{answer}’"),
    "weekly_hours": Text(
        "[werkt|werken] {answer} per week", "[works|work] {answer} a week"
    ),
    "wage": Text(
        "[verdient|verdienen] {answer} bruto per maand",
        "[earns|earn] {answer} gross a month",
    ),
    "personal_income": Text(
        "[heeft|hebben] een inkomen van {answer} per jaar",
        "[has|have] an income of {answer} a year",
    ),
    "household_income": Text(
        "[leeft|leven] van een huishoudensinkomen van {answer} per jaar",
        "[lives|live] on a household income of {answer} a year",
    ),
    "wealth": Text(
        "[heeft|hebben] met het huishouden een vermogen van {answer}",
        "[has|have] a household wealth of {answer}",
    ),
    "education": Text(
        "[heeft|hebben] een {answer} onderwijsniveau",
        "[has|have] a {answer} level of education",
    ),
    "benefit": Text("[krijgt|krijgen] {answer}", "[receives|receive] {answer}"),
    "dwelling_value": Text(
        "[woont|wonen] in een woning met een {feature} van {answer}",
        "[lives|live] in a dwelling assessed at {answer}",
    ),
    "floor_area_per_person": Text(
        "[heeft|hebben] thuis {answer} per persoon",
        "[has|have] {answer} a person at home",
    ),
    "years_at_address": Text(
        "[woont|wonen] {answer} op het adres",
        "[has|have] lived at the address for {answer}",
    ),
    "cars": Text(
        "[heeft|hebben] {answer} auto’s in het huishouden",
        "[has|have] {answer} cars in the household",
    ),
}

_AT_HOME = Text("[woont|wonen] {answer}", "[lives|live] {answer}")


def _home(nl: str, en: str) -> Text:
    return Text(_AT_HOME.nl.format(answer=nl), _AT_HOME.en.format(answer=en))


_SAID = {
    ("sex", "man"): Text("[is|zijn] man", "[is a man|are men]"),
    ("sex", "woman"): Text("[is|zijn] vrouw", "[is a woman|are women]"),
    ("household_position", "single"): _home("alleen", "alone"),
    ("household_position", "partner_without_children"): _home(
        "met een partner, zonder kinderen", "with a partner, without children"
    ),
    ("household_position", "partner_with_children"): _home(
        "met een partner en kinderen", "with a partner and children"
    ),
    ("household_position", "single_parent"): Text(
        "[is|zijn] alleenstaande ouder", "[is a single parent|are single parents]"
    ),
    ("household_position", "child"): _home(
        "bij een of beide ouders", "with one or both parents"
    ),
    ("household_position", "institution"): _home(
        "in een instelling", "in an institution"
    ),
    ("minor_children", "0"): Text(
        "[heeft|hebben] geen minderjarige kinderen thuis",
        "[has|have] no children under 18 at home",
    ),
    ("cars", "0"): Text(
        "[heeft|hebben] geen auto in het huishouden",
        "[has|have] no car in the household",
    ),
    ("minor_children", "1"): Text(
        "[heeft|hebben] één minderjarig kind thuis", "[has|have] one child under 18"
    ),
    ("household_minors", "0"): Text(
        "[heeft|hebben] geen andere minderjarigen in het huishouden",
        "[has|have] no others under 18 at home",
    ),
    ("household_minors", "1"): Text(
        "[heeft|hebben] één andere minderjarige in het huishouden",
        "[has|have] one other under 18 at home",
    ),
    ("household_size", "1"): _home("alleen", "alone"),
    ("marital_status", "married"): Text(
        "[is gehuwd of heeft|zijn gehuwd of hebben] een partnerschap",
        "[is|are] married or in a partnership",
    ),
    ("income_source", "self_employed"): Text(
        "[heeft|hebben] een eigen bedrijf als voornaamste inkomen",
        "[has|have] a business of their own as main income",
    ),
    ("income_source", "student"): Text(
        "[is|zijn] vooral scholier of student",
        "[is mainly a pupil or student|are mainly pupils or students]",
    ),
    ("income_source", "none"): Text(
        "[heeft|hebben] geen eigen inkomen", "[has|have] no income of their own"
    ),
    ("contract", "permanent"): Text(
        "[heeft|hebben] een vast contract", "[has|have] a permanent contract"
    ),
    ("contract", "temporary"): Text(
        "[heeft|hebben] een tijdelijk contract", "[has|have] a temporary contract"
    ),
    ("working_relation", "regular"): Text(
        "[heeft|hebben] een reguliere baan", "[has|have] a regular job"
    ),
    ("working_relation", "agency"): Text(
        "[werkt|werken] als uitzendkracht",
        "[works as an agency worker|work as agency workers]",
    ),
    ("working_relation", "on_call"): Text(
        "[werkt|werken] als oproepkracht",
        "[works as an on-call worker|work as on-call workers]",
    ),
    ("working_relation", "self_employed"): Text(
        "[werkt|werken] als zelfstandige", "[is|are] self-employed"
    ),
    ("in_education", YES): Text("[volgt|volgen] onderwijs", "[is|are] in education"),
    ("in_education", NO): Text(
        "[volgt|volgen] geen onderwijs", "[is|are] not in education"
    ),
    ("benefit", "unemployment"): Text(
        "[krijgt|krijgen] een werkloosheidsuitkering",
        "[receives|receive] unemployment benefit",
    ),
    ("benefit", "disability"): Text(
        "[krijgt|krijgen] een uitkering bij ziekte of arbeidsongeschiktheid",
        "[receives|receive] a sickness or disability benefit",
    ),
    ("benefit", "pension"): Text(
        "[krijgt|krijgen] {answer}", "[receives|receive] a pension"
    ),
    ("benefit", "other"): Text(
        "[krijgt|krijgen] een andere uitkering", "[receives|receive] another benefit"
    ),
    ("tenure", "owned"): _home("in een koopwoning", "in an owner-occupied home"),
    ("tenure", "social_rent"): _home("in een sociale huurwoning", "in social housing"),
    ("tenure", "private_rent"): _home(
        "in een particuliere huurwoning", "in a privately rented home"
    ),
    ("dwelling_type", "detached"): _home("vrijstaand", "in a detached house"),
    ("dwelling_type", "semi_detached"): _home(
        "in een twee-onder-een-kapwoning", "in a semi-detached house"
    ),
    ("dwelling_type", "terraced"): _home(
        "in een rijwoning of hoekwoning", "in a terraced house"
    ),
    ("dwelling_type", "apartment"): _home("in een appartement", "in an apartment"),
    ("dwelling_type", "other"): _home(
        "in een kamer of andere woning", "in a room or other dwelling"
    ),
    ("cars", "1"): Text(
        "[heeft|hebben] één auto in het huishouden", "[has|have] one car"
    ),
}

# For what has no words of its own.
_HAVING = Text(
    "[heeft|hebben] als {feature} ‘{answer}’", "[has|have] ‘{answer}’ as {feature}"
)
_QUESTION = Text(
    "[geeft|geven] op ‘{feature}’ het antwoord ‘{answer}’",
    "[answers|answer] ‘{feature}’ with ‘{answer}’",
)


def clause(
    feature: FeatureMeaning, category: str, answer: str, *, plural: bool,
    language: Language,
) -> str:  # fmt: skip
    """Return what is true of people with an answer, after one subject or more."""
    template = _SAID.get((feature.name, category)) or _ANY.get(feature.name)
    if template is None:
        codes = {each.code for each in feature.categories}
        template = _QUESTION if {YES, NO} <= codes else _HAVING
    noun = lower(feature.meaning.to(language))
    said = template.to(language).format(answer=answer, feature=noun)
    return _VERB.sub(r"\2" if plural else r"\1", said)


def lower(text: str) -> str:
    """Return text for the middle of a sentence; abbreviations keep their capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
