"""Every rule of the gate changed, one at a time: A38."""

from __future__ import annotations

import inspect

import pytest

from attacks.killers import KILLERS
from attacks.weakened import NO_GROUP_AUDIT, NOBODY_IN_BETWEEN, gate

# Where a rule stands twice, both are changed.
TWICE = {
    "SDC-06 small groups": (
        ("counts[placed.groups] >= policy.minimum_share_base",
         "counts[placed.groups] >= policy.minimum_share_base - 1"),
        ("sizes >= policy.minimum_share_base, placed.groups",
         "sizes >= policy.minimum_share_base - 1, placed.groups"),
    ),
}  # fmt: skip
# By rule: what stands in the gate, and what comes in its place.
MUTANTS = {
    "SDC-01 removed": ("few: Flags = equations.counts[placed.rows] < policy.minimum_persons",
                       "few: Flags = equations.counts[placed.rows] < 0"),
    "SDC-01 one less": ("few: Flags = equations.counts[placed.rows] < policy.minimum_persons",
                        "few: Flags = equations.counts[placed.rows] < policy.minimum_persons - 1"),
    "SDC-01 one more": ("few: Flags = equations.counts[placed.rows] < policy.minimum_persons",
                        "few: Flags = equations.counts[placed.rows] <= policy.minimum_persons"),
    "SDC-01 no complement": ("large = is_part &", "large = is_part & False &"),
    "SDC-01 complement one less": ("(sizes - persons < policy.minimum_persons)",
                                   "(sizes - persons < policy.minimum_persons - 1)"),
    "SDC-02 removed": ("(units < least)", "(units < 0)"),
    "SDC-02 one less": ("(units < least)", "(units < least - 1)"),
    "SDC-02 wrong unit": ("(ADDRESSES, policy.minimum_addresses)",
                          "(HOUSEHOLDS, policy.minimum_addresses)"),
    "SDC-02 other size": ("(persons < policy.few_persons)",
                          "(persons < policy.few_persons - 1)"),
    "SDC-03 zero shown": ("few: Flags = equations.counts[placed.rows] < policy.minimum_persons",
                          "few: Flags = (equations.counts[placed.rows] > 0) & (equations.counts[placed.rows] < policy.minimum_persons)"),
    "SDC-04 removed": ("return (counts + base // 2) // base * base",
                       "return counts"),
    "SDC-04 half down": ("(counts + base // 2)", "(counts + (base - 1) // 2 - 1)"),
    "SDC-04 population": ("people < policy.small_population", "False"),
    "SDC-04 population one more": ("people < policy.small_population",
                                   "people <= policy.small_population"),
    "SDC-04 three variables": ("len(variables) >= policy.crossed_variables",
                               "len(variables) > policy.crossed_variables"),
    "SDC-04 areas": ("not asked.union(variables).isdisjoint(policy.coarse_variables)",
                     "False"),
    "SDC-05 removed": ("tied: Flags = is_part & _sensitive(placed, policy)",
                       "tied: Flags = is_part & False & _sensitive(placed, policy)"),
    "SDC-05 only above": ("100 * persons >= policy.dominant_percent * sizes",
                          "100 * persons > policy.dominant_percent * sizes"),
    "SDC-05 wrong axis": ('.groupby(same).transform("any").to_numpy()', ".to_numpy()"),
    "SDC-05 nothing sensitive": ("found |= np.asarray(", "found &= np.asarray("),
    "SDC-05 by subtraction": NO_GROUP_AUDIT,
    "SDC-05 told too early": ("100 * equations.counts[row] > policy.dominant_percent * size",
                              "100 * equations.counts[row] >= policy.dominant_percent * size"),
    "SDC-06 large groups only": ("counts[placed.groups] >= policy.minimum_share_base",
                                 "counts[placed.groups] > policy.minimum_share_base"),
    "SDC-06 no steps of five": ("base.fillna(0) < policy.coarse_share_below, 5, 1",
                                "base.fillna(0) < policy.coarse_share_below, 1, 1"),
    "SDC-06 few who answered": ("lambda n: n >= policy.minimum_share_base",
                                "lambda n: n >= 0"),
    "SDC-06 one more answer": ("lambda n: n >= policy.minimum_share_base",
                               "lambda n: n > policy.minimum_share_base"),
    "SDC-06 of everybody": ("known = (wide[\"size\"] - missing)",
                            "known = (wide[\"size\"] - 0 * missing)"),
    "SDC-06 doubtful shares": ("is_clear = (off <= TOLERATED)", "is_clear = (off <= 100)"),
    "SDC-07 persons": ("safe = len(known) >= policy.minimum_persons and",
                       "safe = len(known) >= policy.minimum_persons - 1 and"),
    "SDC-07 mean of fewer": ("safe = persons >= max(", "safe = persons + 1 >= max("),
    "SDC-07 largest": ("100 * sizes[0] > policy.largest_percent * total", "False"),
    "SDC-07 two largest": ("100 * two > policy.two_largest_percent * total", "False"),
    "SDC-07 p percent": ("100 * (total - two) < policy.p_percent * sizes[0]", "False"),
    "SDC-07 all alike": (" or np.ptp(known) == 0", ""),
    "SDC-07 true count": ("/ _rounded(persons, policy.round_base)", "/ persons"),
    "SDC-08 removed": ("if thin < policy.minimum_tail or", "if"),
    "SDC-08 one more": ("if thin < policy.minimum_tail or",
                        "if thin <= policy.minimum_tail or"),
    "SDC-08 thick side": ("min(at, 1 - at)", "max(at, 1 - at)"),
    "SDC-08 one value": ("near = known[first : first + around]",
                         "near = known[-1:]"),
    "SDC-21 not asked": ("return enough & reached", "return enough | True"),
    "SDC-21 fewer values": ("possible >= policy.possible_integers",
                            "possible >= policy.possible_integers - 2"),
    "SDC-21 no lumps": ("| is_lump)", ")"),
    "SDC-22 not refused": ("    if len(state.audit.failing):\n        raise",
                           "    if False:\n        raise"),
    "SDC-22 no repair": ("for step in policy.repair:", "for step in ():"),
    "SDC-25 nothing kept": ("if told is None or difference >= policy.release_difference:",
                            "if told is None or difference >= 0:"),
    "SDC-25 one less": ("difference >= policy.release_difference:",
                        "difference >= policy.release_difference - 1:"),
    "SDC-25 one more": ("difference >= policy.release_difference:",
                        "difference > policy.release_difference:"),
    "SDC-25 nobody in between": NOBODY_IN_BETWEEN,
    "SDC-28 others are not heard": ("    if not fitting:\n", "    if True:\n"),
    "SDC-28 any figure counts": ("    return difference < (1 if is_few else policy.release_difference)",
                                 "    return True"),
    "SDC-20 answers apart": ("    sums |= from_answers\n", ""),
    "SDC-20 alike one by one": ("            sums |= {(total, keys) for keys in others}\n",
                                "            sums |= {(total, keys) for keys in others if len(keys) > 1}\n"),
    "SDC-20 alike only one by one": ("            if len(first) > 1:\n", "            if len(others[0]) > 1:\n                continue\n            if len(first) > 1:\n"),
    "SDC-25 slivers": ("between < policy.release_difference:", "between < 0:"),
    "SDC-25 slivers one less": ("between < policy.release_difference:",
                                "between < policy.release_difference - 1:"),
    "SDC-25 slivers one more": ("between < policy.release_difference:",
                                "between <= policy.release_difference:"),
    "CL-01 removed": ('transform("sum") >= policy.minimum_cluster', 'transform("sum") >= 0'),
    "CL-01 one more": ('transform("sum") >= policy.minimum_cluster',
                       'transform("sum") > policy.minimum_cluster'),
    "CL-01 one less": ('transform("sum") >= policy.minimum_cluster',
                       'transform("sum") >= policy.minimum_cluster - 1'),
    "CL-06 removed": ("has_all.sum() >= policy.conjunction_persons",
                      "has_all.sum() >= 0"),
    "CL-06 one less": ("has_all.sum() >= policy.conjunction_persons",
                       "has_all.sum() >= policy.conjunction_persons - 1"),
    "CL-06 one more": ("has_all.sum() >= policy.conjunction_persons",
                       "has_all.sum() > policy.conjunction_persons"),
    "CL-06 everywhere only": ("if inside is not None:", "if False:"),
    "CL-06 four traits": ("len(traits) > policy.conjunction_traits",
                          "len(traits) > policy.conjunction_traits + 1"),
    "CL-06 two traits": ("len(traits) > policy.conjunction_traits",
                         "len(traits) >= policy.conjunction_traits"),
    "SDC-24 not tied by the catalogue": (
        "same = (*relations.same, *identical_cells(attacked, catalogue))",
        "same = relations.same"),
    "catalogue not asked": ("        refuse_undeclared(table, catalogue)\n", ""),
    "catalogue of other people": ("if population_of(table) != spec.population.key:", "if False:"),
    "catalogue of other counts": ("if not set(table.counts) <=", "if False and set(table.counts) <="),
    "catalogue of other groups": (
        "if (table.within, table.reference) != (named(spec.within), spec.reference):",
        "if False:"),
    "type of counts": ("not pd.api.types.is_integer_dtype(counts) or", ""),
    "counts below zero": ("or (counts < 0).any()", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", [*MUTANTS, *TWICE])
def test_a38_fails_to_change_a_rule_unnoticed(name, tmp_path):
    changed = gate(*(TWICE[name] if name in TWICE else (MUTANTS[name],)))

    assert killed_by(changed, tmp_path, name.split()[0]), f"{name}: nobody noticed"


def test_a38_bites_only_what_was_changed(tmp_path):
    """The gate as it is passes all that a changed one fails."""
    found = killed_by(gate(), tmp_path, all_of_them=True)

    assert found == [], "\n".join(found)


def killed_by(changed, folder, rule="", *, all_of_them=False):
    """The first test that notices; or all, with what they say."""
    found = []
    ordered = sorted(KILLERS, key=lambda each: rule not in each[0])
    for place, (_, check) in enumerate(ordered):
        room = folder / str(place)
        room.mkdir()
        takes = inspect.signature(check).parameters
        try:
            check(changed, *([room] if "folder" in takes else []))
        except Exception as error:  # noqa: BLE001 - whatever goes wrong is noticed
            found.append(f"{check.__name__}: {type(error).__name__} {error}"[:300])
            if not all_of_them:
                return found
    return found
