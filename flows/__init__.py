"""The study as Prefect flows: the only files that know the scheduler."""
