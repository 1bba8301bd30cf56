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
        "neighbourhoods.DOMINANT_ALT", "where_they_live.IN_SHORT",
        "where_they_live.IN_WORDS",
        "where_they_live.MOST_OF_ALL", "where_they_live.QUOTIENT_ALT",
        "certainty.AGAINST", "distinguishing.DIFFER_THEN", "certainty.IN_FAVOUR",
        "distinguishing.ALL_LEVEL", "distinguishing.BOTH_LEVEL",
        "distinguishing.CHAIN", "distinguishing.TWIN", "distinguishing.TWINS",
        "distinguishing.WITH_TWINS", "crossings.FLOW_ALT",
        "method.CURVE_ALT", "population.FUNNEL_ALT",
        "method.NO_PROFILE_HIDDEN", "groups.ALT",
        "portrait.SHARE_AGAINST", "portrait.TRAITS_ALT", "portrait.STANDS_OUT",
        "portrait.UNKNOWN_OF",
        "strongest.VERSUS_UNKNOWN", "strongest.VERSUS", "types.LARGEST_REASON",
        "arrivals.ALT", "origins.ALT",
        "years.PANEL_ALT",
        "stay.ALT", "types.ALT", "years.ALT",
        "sentences._AGAINST", "sentences._AGAINST_KNOWN", "where_they_live.TIMES",
        "dpia.ORIGIN_GRADE", "dpia.HOW_MANY",
    ),
    _NAMES: (
        "area_annex.TITLE", "area_annex.TABLE", "neighbourhoods.SEGREGATION_TABLE",
        "neighbourhoods.DISTRICTS_TABLE", "neighbourhoods.DOMINANT_CAPTION",
        "notices.DROPPED", "method.NAME_CHOSEN", "national.CAPTION",
        "national.NOTE", "summary.READING[3][0]", "portrait.CLUSTER_OF",
        "terms.MARKER",
        "terms.ON_DATE_SHORT", "stay.AFTER", "stay.ARRIVED_IN",
        "stay.MOVES_TABLE", "published.SOURCE",
        "stay.TABLE", "missing.NO_COLUMNS",
        "dpia.ASK", "dpia.BASIS", "dpia.CLUSTERED",
        "dpia.DESCRIBED", "dpia.DRAFT", "dpia.FILES",
        "dpia.PROCESSING", "dpia.TITLE", "dpia.WHO",
    ),
    _SETTING: (
        "neighbourhoods.SEGREGATION_LEAD", "neighbourhoods.COLLAPSED",
        "neighbourhoods.DOMINANT_NOTE", "distinguishing.ALT",
        "distinguishing.NOTE", "method.REPEATED", "crossings.NOTE",
        "dpia.KEEP_DAYS", "dpia.ORIGIN_RULE",
        "method.CHOSEN[hdbscan]", "method.CHOSEN[kmeans]",
        "method.CHOSEN[latent_class]", "method.CHOSEN[ward]",
        "method.GIVEN", "limits.LOOSER", "method.METHOD_OTHER",
        "population.ON_DATE", "privacy.RULES[0]",
        "privacy.RULES[2]", "privacy.RULES[3]",
        "privacy.RULES[4]", "privacy.ROUNDED",
        "privacy.ROUNDED_BOTH", "area_annex.LEAD",
        "all_shares.LEAD", "side_by_side.NOTE",
        "terms.HIDDEN_NOTE", "portrait.NO_PORTRAIT_WHY",
        "types.BELOW_LIMIT", "types.FROM_LIMIT",
        "types.LIMIT", "types.WITH_INCOME",
        "arrivals.LEAD", "groups.ABOUT_HIDDEN",
        "years.PART_OF_YEAR", "arrivals.WITHOUT_YEAR_HIDDEN[earlier]",
    ),
    _TEST: (
        "distinguishing.FEW_TELL",
        *(f"certainty.CAME_BACK[{grade}]"
          for grade in ("highly stable", "stable", "pattern", "withheld")),
        *(
            f"certainty.{name}"
            for name in (
                "BLURRED", "BLURRED_ONE", "BLURRED_SOME", "HALVES_HOLD",
                "HALVES_LACK", "HALVES_LACK_ONE", "METHODS_AGREE", "METHODS_DIFFER",
                "MORE_THAN_NOISE", "NO_MORE_THAN_NOISE",
                "NO_NUMBER_HOLDS", "NUMBER_BY_MEASURE", "NUMBER_BY_METHOD",
                "NUMBER_FOUND", "NUMBER_GIVEN", "SOME_LEFT", "STARTS_AGREE",
                "STARTS_DISAGREE", "WITHHELD_WHY",
            )
        ),
    ),
    _YEARS: (
        "years.LACKING_YEAR", "years.UNDETERMINED_ONLY",
        "years.NO_LINE", "years.OTHER_SOURCE",
        "years.UNDETERMINED_YEAR", "origins.MUNICIPALITY",
        "stay.PANEL_ALT", "types.WINDOW",
    ),
    _SAMPLE: (
        "sample.SMALLEST_CLUSTER", "sample.LONG",
        "sample.SHORT", "summary.ANSWER_ESTIMATED",
        "summary.ANSWER_NONE_ESTIMATED", "summary.ANSWER_ONE_ESTIMATED",
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
            f"previous_edition.{name}"
            for name in (
                "ARE_MERGED", "ARE_NEW", "ARE_SPLIT", "CALLED", "FORMER", "GREW",
                "KEPT", "KEPT_ALL", "KEPT_NONE", "KEPT_ONE", "MATCHED_BY_LOOKS",
                "MERGED", "MERGED_ONE", "NEW", "SIZE_THEN", "SPLIT", "STAYED",
                "VANISHED",
            )
        ),
    ),
    _PUBLISHED: (
        "published_map.LEAD", "origins.LARGEST",
        "published.LESS",
        "published.MORE", "published_clusters.POINTS", "published_clusters.POINTS_LESS",
        "published_clusters.POINTS_MORE",
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
