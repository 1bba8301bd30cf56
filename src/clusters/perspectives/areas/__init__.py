"""Where people live: their areas, the outlines of those, and how evenly they spread."""
