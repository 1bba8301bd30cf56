"""What other choices would give, and what became of clusters between two runs."""
