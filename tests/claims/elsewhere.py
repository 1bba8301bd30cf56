"""Templates that claim nothing of people themselves, each with the reason.

A template that is not here must have a rule in `claims.rules`.
"""

from __future__ import annotations

_COMPOSED = "its parts are sentences, numbers or table cells with a rule of their own"
_NAMES = "names a chapter, caption, column, area or file"
_SETTING = "tells of a rule or a setting of the study"
_CLAUSE = "the end of a sentence on a trait, which is checked as a whole"
_EDITION = "compares two editions; held against both by tests of last editions"
_PUBLISHED = "compares with figures of others; held against them by tests of views"
_TEST = "tells what a test of the clusters gave; the test of that is test_certainty"
_YEARS = "needs files of other years; held against them in test_breaks and test_stay"
_SAMPLE = "needs a sample with weights; held against pandas in test_weights"
_PAGE = "a control of the web page, filled in by its script"

_REASONS = {
    _COMPOSED: (
        "areas.DOMINANT_ALT", "areas.IN_SHORT", "areas.IN_WORDS",
        "areas.MOST_OF_ALL", "areas.QUOTIENT_ALT",
        "certainty.AGAINST", "certainty.APART_THEN", "certainty.IN_FAVOUR",
        "certainty.ALL_LEVEL", "certainty.BOTH_LEVEL",
        "certainty.CHAIN", "certainty.TWIN", "certainty.TWINS",
        "certainty.WITH_TWINS", "crossings.FLOW_ALT",
        "explanations.CURVE_ALT", "explanations.FUNNEL_ALT",
        "explanations.NO_PROFILE_HIDDEN", "chapters.populations._ALT",
        "prose.SHARE_AGAINST", "prose.TRAITS_ALT", "prose.STANDS_OUT",
        "prose.UNKNOWN_OF",
        "prose.VERSUS_UNKNOWN", "prose.VERSUS", "chapters.type_rules._LARGEST",
        "perspectives.ARRIVED_ALT", "perspectives.ORIGINS_ALT",
        "perspectives.PANEL_ALT",
        "perspectives.STAY_ALT", "perspectives.TYPES_ALT", "perspectives.YEARS_ALT",
        "sentences._AGAINST", "sentences._AGAINST_KNOWN", "areas.TIMES",
        "dpia.ORIGIN_GRADE", "dpia.HOW_MANY",
    ),
    _NAMES: (
        "areas.ANNEX", "areas.ANNEX_TABLE", "areas.APART_TABLE",
        "areas.DISTRICTS_TABLE", "areas.DOMINANT_CAPTION",
        "explanations.NAME_CHOSEN", "chapters.national._CAPTION",
        "parts.notices._DROPPED",
        "chapters.national._NOTE", "prose.READING[3][0]", "terms.CLUSTER_OF",
        "terms.MARKER",
        "terms.ON_DATE_SHORT", "perspectives.AFTER", "perspectives.ARRIVED_IN",
        "perspectives.MOVES_TABLE", "perspectives.OR", "perspectives.SOURCE",
        "perspectives.STAY_TABLE", "missing.NO_COLUMNS",
        "dpia.ASK", "dpia.BASIS", "dpia.CLUSTERED",
        "dpia.DESCRIBED", "dpia.DRAFT", "dpia.FILES",
        "dpia.PROCESSING", "dpia.TITLE", "dpia.WHO",
    ),
    _SETTING: (
        "areas.APART_LEAD", "areas.COLLAPSED",
        "areas.DOMINANT_NOTE", "certainty.TELLS_ALT",
        "certainty.TELLS_NOTE", "certainty.REPEATED", "crossings.NOTE",
        "dpia.KEEP_DAYS", "dpia.ORIGIN_RULE",
        "explanations.CHOSEN[hdbscan]", "explanations.CHOSEN[kmeans]",
        "explanations.CHOSEN[latent_class]", "explanations.CHOSEN[ward]",
        "explanations.GIVEN", "explanations.LOOSER", "explanations.METHOD_OTHER",
        "explanations.ON_DATE", "explanations.PRIVACY_RULES[0]",
        "explanations.PRIVACY_RULES[2]", "explanations.PRIVACY_RULES[3]",
        "explanations.PRIVACY_RULES[4]", "explanations.ROUNDED",
        "explanations.ROUNDED_BOTH", "areas.ANNEX_LEAD",
        "prose.ANNEX_LEAD", "prose.COMPARE_NOTE",
        "prose.HIDDEN_NOTE", "prose.NO_PORTRAIT_WHY",
        "chapters.type_rules._BELOW_LIMIT", "chapters.type_rules._FROM_LIMIT",
        "chapters.type_rules._LIMIT", "chapters.type_rules._WITH_INCOME",
        "perspectives.ARRIVED_LEAD", "chapters.populations._ABOUT_HIDDEN",
        "breaks.PART_OF_YEAR", "perspectives.WITHOUT_YEAR_HIDDEN[earlier]",
    ),
    _TEST: (
        *(f"certainty.CAME_BACK[{grade}]"
          for grade in ("highly stable", "stable", "pattern", "withheld")),
        *(
            f"certainty.{name}"
            for name in (
                "BLURRED", "BLURRED_ONE", "BLURRED_SOME", "FEW_TELL", "HALVES_HOLD",
                "HALVES_LACK", "HALVES_LACK_ONE", "METHODS_AGREE", "METHODS_DIFFER",
                "MORE_THAN_NOISE", "NO_MORE_THAN_NOISE",
                "NO_NUMBER_HOLDS", "NUMBER_BY_MEASURE", "NUMBER_BY_METHOD",
                "NUMBER_FOUND", "NUMBER_GIVEN", "SOME_LEFT", "STARTS_AGREE",
                "STARTS_DISAGREE", "WITHHELD_WHY",
            )
        ),
    ),
    _YEARS: (
        "breaks.LACKING_YEAR", "breaks.UNDETERMINED_ONLY",
        "breaks.NO_LINE", "breaks.OTHER_SOURCE",
        "breaks.UNDETERMINED_YEAR", "perspectives.MUNICIPALITY",
        "perspectives.STAY_PANEL", "perspectives.TYPES_WINDOW",
    ),
    _SAMPLE: (
        "chapters.sample._CLUSTER", "chapters.sample._LONG",
        "chapters.sample._SHORT",
    ),
    _CLAUSE: (
        "predicates._AT_HOME", "predicates._HAVING", "predicates._QUESTION",
        "predicates._SAID[('benefit', 'pension')]",
        *(
            f"predicates._ANY[{name}]"
            for name in (
                "age", "age_at_arrival", "benefit", "cars", "dwelling_value",
                "education", "floor_area_per_person", "household_income",
                "household_minors",
                "household_size", "income_source", "marital_status", "minor_children",
                "personal_income", "sector", "wage", "wealth", "weekly_hours",
                "years_at_address", "years_in_country", "youngest_child_age",
            )
        ),
    ),
    _EDITION: (
        *(
            f"changes.{name}"
            for name in (
                "ARE_MERGED", "ARE_NEW", "ARE_SPLIT", "CALLED", "FORMER", "GREW",
                "KEPT", "KEPT_ALL", "KEPT_NONE", "KEPT_ONE", "MATCHED_BY_LOOKS",
                "MERGED", "MERGED_ONE", "NEW", "SIZE_THEN", "SPLIT", "STAYED",
                "VANISHED",
            )
        ),
    ),
    _PUBLISHED: (
        "chapters.published_map._PUBLISHED_LEAD", "perspectives.LARGEST",
        "perspectives.LESS",
        "perspectives.MORE", "perspectives.POINTS", "perspectives.POINTS_LESS",
        "perspectives.POINTS_MORE",
    ),
    _PAGE: (
        *(
            f"page.SCRIPT[{name}]"
            for name in (
                "chosen", "cluster", "compare", "cross", "found", "more", "percent",
                "saved", "sorted",
            )
        ),
    ),
}  # fmt: skip

ELSEWHERE = {key: reason for reason, keys in _REASONS.items() for key in keys}
