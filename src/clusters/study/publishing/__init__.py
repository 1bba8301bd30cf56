"""From clusters to a report: counted, released, named, and kept."""
