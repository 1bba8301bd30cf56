"""The study as Prefect flows: the only files that know the scheduler."""

import os

# Before any of them imports Prefect, which reports home when it is loaded.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
