"""The parts of the population: who lives in them and how they work.

The published table gives share, stay, incomes and tenure per cluster, and a label.
Everything in this module is our choice, made so that each label is true of its
cluster: 1 employees who rent, 2 the young without children, 3 agency and on-call
workers, 4 women with a partner, 5 the settled, 6 people on social assistance, 7
pupils, students and the self-employed. The last is two parts in one cluster.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Life:
    """How the people of one planted part are made up.

    ``age`` is lowest, mean, highest and tightness (see `draws.on_scale`); ``stay`` the
    tightness of the stay, whose mean is published. ``children`` is the share of the
    couples, ``lone_parents`` of the others, with children under 16.
    """

    cluster: int
    share: float
    women: float
    age: tuple[float, float, float, float]
    stay: float
    coupled: float
    children: float = 0.0
    lone_parents: float = 0.0
    at_home: float = 0.0
    sharing: float = 0.0
    motives: dict[str, float] = field(default_factory=dict)


LIVES = {
    "employees": Life(
        1, 1, 0.31, (20, 31.5, 62, 12), 6.0, 0.06, children=0.10, lone_parents=0.01,
        sharing=0.03, motives={"labour": 0.86, "family": 0.08, "study": 0.06},
    ),
    "young": Life(
        2, 1, 0.44, (17, 22.5, 36, 12), 4.0, 0.03, sharing=0.06,
        motives={"study": 0.62, "labour": 0.16, "asylum": 0.06, "other": 0.16},
    ),
    "flexible": Life(
        3, 1, 0.38, (19, 35.0, 63, 8), 6.0, 0.07, children=0.20, lone_parents=0.02,
        sharing=0.06, motives={"labour": 0.66, "family": 0.20, "asylum": 0.14},
    ),
    "partners": Life(
        4, 1, 0.96, (20, 33.5, 62, 12), 6.0, 0.985, children=0.93, lone_parents=0.3,
        motives={"family": 0.82, "labour": 0.10, "asylum": 0.05, "study": 0.03},
    ),
    "settled": Life(
        5, 1, 0.38, (25, 40.0, 66, 11), 10.0, 0.95, children=0.93, lone_parents=0.06,
        motives={"labour": 0.74, "family": 0.18, "study": 0.08},
    ),
    "assisted": Life(
        6, 1, 0.50, (20, 41.0, 65, 7), 7.0, 0.10, children=0.40, lone_parents=0.10,
        motives={"asylum": 0.66, "family": 0.28, "other": 0.06},
    ),
    "pupils": Life(
        7, 0.72, 0.49, (16, 18.6, 25, 4), 10.0, 0.0, at_home=0.95,
        motives={"family": 0.82, "asylum": 0.12, "study": 0.06},
    ),
    "owners": Life(
        7, 0.28, 0.36, (18.5, 28.0, 62, 5), 10.0, 0.25, children=0.50, at_home=0.60,
        motives={"labour": 0.56, "family": 0.34, "other": 0.10},
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Work:
    """How the people of one part make a living.

    ``education`` holds the shares of the five levels from low to high; ``hours`` mean
    and spread of an employee's week; ``income`` the median year of an employee before
    the part is set to its published median, ``spread`` its standard deviation on a log
    scale.
    """

    sources: dict[str, float]
    education: tuple[float, float, float, float, float]
    relations: dict[str, float] = field(default_factory=lambda: {"regular": 1.0})
    permanent: float = 0.0
    sectors: str = "any"
    hours: tuple[float, float] = (36.0, 4.0)
    income: float = 30_000.0
    spread: float = 0.3
    studying: float = 0.0
    side_jobs: float = 0.42


WORK = {
    "employees": Work(
        {"employee": 0.985, "unemployment": 0.015},
        (0.02, 0.03, 0.12, 0.28, 0.55),
        {"regular": 0.95, "agency": 0.05},
        0.34, "technology", (38, 2.5), 39_750, 0.24, 0.02,
    ),
    "young": Work(
        {"student": 0.76, "employee": 0.06, "none": 0.18},
        (0.02, 0.06, 0.52, 0.33, 0.07),
        {"regular": 0.5, "on_call": 0.28, "agency": 0.22},
        0.05, "side_jobs", (19, 9), 7_500, 0.6, 0.72, 0.18,
    ),
    "flexible": Work(
        {"employee": 0.98, "unemployment": 0.02},
        (0.16, 0.30, 0.38, 0.12, 0.04),
        {"agency": 0.78, "on_call": 0.18, "regular": 0.04},
        0.06, "business", (32, 6), 22_400, 0.24, 0.04,
    ),
    "partners": Work(
        {"none": 0.77, "employee": 0.15, "self_employed": 0.03, "student": 0.03,
         "unemployment": 0.02},
        (0.08, 0.14, 0.26, 0.28, 0.24),
        {"regular": 0.86, "on_call": 0.10, "agency": 0.04},
        0.50, "care", (23, 7), 17_000, 0.45, 0.06,
    ),
    "settled": Work(
        {"employee": 0.97, "self_employed": 0.02, "unemployment": 0.01},
        (0.02, 0.05, 0.20, 0.29, 0.44),
        {"regular": 0.99, "agency": 0.01},
        0.94, "technology", (37, 4), 43_500, 0.30, 0.01,
    ),
    "assisted": Work(
        {"social_assistance": 0.95, "disability": 0.04, "none": 0.01},
        (0.44, 0.35, 0.15, 0.04, 0.02), studying=0.06,
    ),
    "pupils": Work(
        {"student": 0.94, "employee": 0.06},
        (0.22, 0.46, 0.30, 0.02, 0.0),
        {"on_call": 0.7, "regular": 0.3},
        0.05, "side_jobs", (9, 4), 5_000, 0.6, 0.97, 0.15,
    ),
    "owners": Work(
        {"self_employed": 0.96, "none": 0.04},
        (0.08, 0.18, 0.40, 0.20, 0.14), sectors="own_business", studying=0.02,
    ),
    "children": Work({"none": 1.0}, (1.0, 0.0, 0.0, 0.0, 0.0), studying=0.0),
    "schooling": Work(
        {"student": 0.72, "employee": 0.24, "none": 0.04},
        (0.10, 0.42, 0.40, 0.08, 0.0),
        {"on_call": 0.5, "regular": 0.5},
        0.2, "side_jobs", (14, 8), 6_000, 0.6, 0.78,
    ),
    "natives": Work(
        {"employee": 0.74, "self_employed": 0.10, "none": 0.05,
         "social_assistance": 0.03, "disability": 0.05, "unemployment": 0.03},
        (0.05, 0.18, 0.40, 0.25, 0.12),
        {"regular": 0.88, "agency": 0.05, "on_call": 0.07},
        0.72, "any", (32, 8), 36_000, 0.42, 0.02,
    ),
    "earlier": Work(
        {"employee": 0.57, "self_employed": 0.09, "none": 0.11,
         "social_assistance": 0.11, "disability": 0.08, "unemployment": 0.04},
        (0.20, 0.30, 0.30, 0.13, 0.07),
        {"regular": 0.78, "agency": 0.14, "on_call": 0.08},
        0.66, "any", (32, 8), 27_000, 0.42, 0.02,
    ),
    "elderly": Work(
        {"pension": 0.96, "employee": 0.02, "self_employed": 0.02},
        (0.20, 0.35, 0.28, 0.13, 0.04), hours=(16, 6), income=15_000,
    ),
}  # fmt: skip

# SBI 2008 codes and how often they occur, per kind of work.
SECTORS: dict[str, dict[str, float]] = {
    "technology": {
        "2611": 6, "2651": 3, "2829": 30, "6201": 16, "6202": 8, "7112": 12,
        "72192": 8, "8542": 10, "86102": 3, "7022": 3, "4652": 2, "56101": 2, "2910": 2,
    },
    "side_jobs": {
        "56101": 26, "56102": 14, "4711": 20, "78201": 14, "53202": 6, "8121": 6,
        "8542": 6, "52109": 4, "8891": 4,
    },
    "business": {
        "78201": 58, "78202": 8, "78203": 5, "8121": 13, "8010": 3, "52109": 4,
        "4941": 3, "56101": 3, "2829": 3,
    },
    "care": {
        "8710": 14, "8891": 9, "86102": 9, "8520": 8, "8542": 6, "4711": 9, "8121": 12,
        "56101": 8, "6201": 7, "2829": 6, "96021": 4, "78201": 4, "7022": 4,
    },
    "own_business": {
        "56101": 18, "4120": 12, "4334": 8, "4941": 5, "96021": 8, "7022": 10,
        "6202": 11, "8121": 8, "47": 8, "4791": 4, "9003": 3, "53202": 5,
    },
    "any": {
        "2829": 9, "25": 4, "4120": 5, "4711": 8, "46": 7, "4941": 4, "56101": 5,
        "6201": 6, "64": 2, "7022": 5, "7112": 5, "78201": 4, "8121": 3, "8411": 5,
        "8520": 6, "8542": 4, "86102": 7, "8710": 7, "8891": 3, "96021": 2,
    },
}  # fmt: skip
