"""Gates with a step taken out, to prove that an attack would have succeeded.

A weakened gate is a copy of ``clusters.disclosure`` under another name in which lines
are replaced; the rest of the package is shared. An edit that no longer fits the source
fails loudly, so a weakened gate cannot quietly become a sound one.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from functools import cache
from pathlib import Path
from types import ModuleType

import clusters.disclosure

_SOURCE = Path(clusters.disclosure.__file__).parent
_REAL = "clusters.disclosure"

# Tables are made by tests and not by a gate, so that all gates know one kind.
_SHARED = "\n\nfrom clusters.disclosure.design import LinkedTable  # noqa: E402, F811\n"
# What stands there, once in the whole gate, and what comes in its place.
Edit = tuple[str, str]

UNPROVEN: Edit = (
    "    if len(state.audit.failing):\n        raise DisclosureError(",
    "    if False:\n        raise DisclosureError(",
)
NO_REPAIR: Edit = ("    for step in policy.repair:", "    for step in ():")
NO_THRESHOLD: Edit = (
    "few: Flags = equations.counts[placed.rows] < policy.minimum_persons",
    "few: Flags = equations.counts[placed.rows] < 0",
)
NO_ROUNDING: Edit = (
    "    return (counts + base // 2) // base * base",
    "    return counts",
)
NO_DOMINANCE: Edit = (
    "    large = is_part & (persons > 0) & (sizes - persons < policy.minimum_persons)\n",
    "    large = is_part & False\n",
)
NOTHING_SENSITIVE: Edit = (
    "    tied: Flags = is_part & _sensitive(placed, policy) & (persons > 0)\n",
    "    tied: Flags = is_part & False\n",
)
NO_GROUP_AUDIT: Edit = (
    "    state, audit = _looked_at(state, system_of_groups, policy, deadline)\n",
    "    return state\n",
)
NOBODY_IN_BETWEEN: Edit = (
    "    if history is None or not history.nested:\n",
    "    if True:\n",
)
SHARES_OF_TRUTH: Edit = (
    "    rows = with_shares(rows, table, base, policy)\n    if table.mean_weight",
    "    rows = with_shares(rows.assign(persons=_true(counts, placed.rows, table)), "
    "table, _true(counts, placed.groups, table), policy).assign(persons=persons)\n"
    "    if table.mean_weight",
)
TRUE_COUNTS: Edit = (
    "def shown_rows(",
    "def _true(counts, places, table):\n"
    "    found = pd.Series(counts[places]).astype('Int64')\n"
    "    return found.set_axis(table.counts.index)\n\n\n"
    "def shown_rows(",
)


@cache
def gate(*edits: Edit) -> ModuleType:
    """Return a copy of the gate with the edits made; without any, a faithful one."""
    name = f"weakened_{len(_made)}"
    _made.append(name)
    folder = Path(tempfile.mkdtemp())
    texts = {
        path.relative_to(_SOURCE): path.read_text(encoding="utf-8")
        for path in sorted(_SOURCE.rglob("*.py"))
    }
    for old, new in edits:
        places = [path for path, text in texts.items() if old in text]
        if len(places) != 1 or texts[places[0]].count(old) != 1:
            raise LookupError(f"the gate does not have once: {old!r}")
        texts[places[0]] = texts[places[0]].replace(old, new)
    for path, text in texts.items():
        more = _SHARED if path.name == "design.py" else ""
        copy = folder / name / path
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text.replace(_REAL, name) + more, encoding="utf-8")
    sys.path.insert(0, str(folder))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))


_made: list[str] = []
# True counts, of which only the small ones are hidden.
UNROUNDED = gate(NO_ROUNDING, NO_REPAIR, UNPROVEN, NOBODY_IN_BETWEEN)
