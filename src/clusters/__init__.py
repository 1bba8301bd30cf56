"""Profiles of a city's international residents, from extract to report."""
