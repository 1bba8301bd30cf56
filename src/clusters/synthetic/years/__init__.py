"""Other years of the made-up city: one file per year in the person layout."""
