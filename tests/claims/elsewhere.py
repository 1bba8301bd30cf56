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
        "area_words.DOMINANT_ALT", "area_words.IN_SHORT", "area_words.IN_WORDS",
        "area_words.MOST_OF_ALL", "area_words.QUOTIENT_ALT",
        "certain_words.AGAINST", "certain_words.APART_THEN", "certain_words.IN_FAVOUR",
        "certain_words.ALL_LEVEL", "certain_words.BOTH_LEVEL",
        "certain_words.CHAIN", "certain_words.TWIN", "certain_words.TWINS",
        "certain_words.WITH_TWINS", "crossing_words.FLOW_ALT",
        "explanations.CURVE_ALT", "explanations.FUNNEL_ALT",
        "explanations.NO_PROFILE_HIDDEN", "populations._ALT",
        "prose.SHARE_AGAINST", "prose.TRAITS_ALT", "prose.UNKNOWN_OF",
        "prose.VERSUS_UNKNOWN", "prose.VERSUS", "type_rules_told._LARGEST",
        "view_words.ARRIVED_ALT", "view_words.ORIGINS_ALT", "view_words.PANEL_ALT",
        "view_words.STAY_ALT", "view_words.TYPES_ALT", "view_words.YEARS_ALT",
        "words._AGAINST", "words._AGAINST_KNOWN", "area_words.TIMES",
        "dpia_words.ORIGIN_GRADE", "dpia_words.HOW_MANY",
    ),
    _NAMES: (
        "area_words.ANNEX", "area_words.ANNEX_TABLE", "area_words.APART_TABLE",
        "area_words.DISTRICTS_TABLE", "area_words.DOMINANT_CAPTION",
        "certain_words.PATTERN", "explanations.NAME_CHOSEN", "national._CAPTION",
        "national._NOTE", "prose.READING[3][0]", "terms.CLUSTER_OF", "terms.MARKER",
        "terms.ON_DATE_SHORT", "view_words.AFTER", "view_words.ARRIVED_IN",
        "view_words.MOVES_TABLE", "view_words.OR", "view_words.SOURCE",
        "view_words.STAY_TABLE", "view_missing.NO_COLUMNS",
        "dpia_words.ASK", "dpia_words.BASIS", "dpia_words.CLUSTERED",
        "dpia_words.DESCRIBED", "dpia_words.DRAFT", "dpia_words.FILES",
        "dpia_words.PROCESSING", "dpia_words.TITLE", "dpia_words.WHO",
    ),
    _SETTING: (
        "area_words.APART_LEAD", "area_words.COLLAPSED",
        "area_words.DOMINANT_NOTE", "certain_words.TELLS_ALT",
        "certain_words.TELLS_NOTE", "certain_words.REPEATED", "crossing_words.NOTE",
        "dpia_words.KEEP_DAYS", "dpia_words.ORIGIN_RULE",
        "explanations.CHOSEN[hdbscan]", "explanations.CHOSEN[kmeans]",
        "explanations.CHOSEN[latent_class]", "explanations.CHOSEN[ward]",
        "explanations.GIVEN", "explanations.LOOSER", "explanations.METHOD_OTHER",
        "explanations.ON_DATE", "explanations.PRIVACY_RULES[0]",
        "explanations.PRIVACY_RULES[2]", "explanations.PRIVACY_RULES[3]",
        "explanations.PRIVACY_RULES[4]", "explanations.ROUNDED",
        "explanations.ROUNDED_BOTH", "area_words.ANNEX_LEAD",
        "prose.ANNEX_LEAD", "prose.COMPARE_NOTE",
        "prose.HIDDEN_NOTE", "prose.NO_PORTRAIT_WHY",
        "type_rules_told._BELOW_LIMIT", "type_rules_told._FROM_LIMIT",
        "type_rules_told._LIMIT", "type_rules_told._WITH_INCOME",
        "view_words.ARRIVED_LEAD", "populations._ABOUT_HIDDEN",
        "break_words.PART_OF_YEAR",
    ),
    _TEST: (
        *(f"certain_words.CAME_BACK[{grade}]"
          for grade in ("highly stable", "stable", "pattern", "withheld")),
        *(
            f"certain_words.{name}"
            for name in (
                "BLURRED", "BLURRED_ONE", "BLURRED_SOME", "FEW_TELL", "HALVES_HOLD",
                "HALVES_LACK", "HALVES_LACK_ONE", "METHODS_AGREE", "METHODS_DIFFER",
                "MORE_THAN_NOISE", "NO_MORE_THAN_NOISE",
                "NO_NUMBER_HOLDS", "NUMBER_BY_MEASURE", "NUMBER_BY_METHOD",
                "NUMBER_FOUND", "NUMBER_GIVEN", "SAME", "SOME_LEFT", "STARTS_AGREE",
                "STARTS_DISAGREE", "WITHHELD_WHY",
            )
        ),
    ),
    _YEARS: (
        "break_words.LACKING_YEAR", "break_words.UNDETERMINED_ONLY",
        "break_words.NO_LINE", "break_words.OTHER_SOURCE",
        "break_words.UNDETERMINED_YEAR", "view_words.MUNICIPALITY",
        "view_words.STAY_PANEL", "view_words.TYPES_WINDOW",
    ),
    _SAMPLE: ("sample._CLUSTER", "sample._LONG", "sample._SHORT"),
    _CLAUSE: (
        "sentences._AT_HOME", "sentences._HAVING", "sentences._QUESTION",
        "sentences._SAID[('benefit', 'pension')]",
        *(
            f"sentences._ANY[{name}]"
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
            f"change_words.{name}"
            for name in (
                "ARE_MERGED", "ARE_NEW", "ARE_SPLIT", "CALLED", "FORMER", "GREW",
                "KEPT", "KEPT_ALL", "KEPT_NONE", "KEPT_ONE", "MATCHED_BY_LOOKS",
                "MERGED", "MERGED_ONE", "NEW", "SIZE_THEN", "SPLIT", "STAYED",
                "VANISHED",
            )
        ),
    ),
    _PUBLISHED: (
        "published_map._PUBLISHED_LEAD", "view_words.LARGEST", "view_words.LESS",
        "view_words.MORE", "view_words.POINTS", "view_words.POINTS_LESS",
        "view_words.POINTS_MORE",
    ),
    _PAGE: (
        *(
            f"page_words.SCRIPT[{name}]"
            for name in (
                "chosen", "cluster", "compare", "cross", "found", "more", "percent",
                "saved", "sorted",
            )
        ),
    ),
}  # fmt: skip

ELSEWHERE = {key: reason for reason, keys in _REASONS.items() for key in keys}
