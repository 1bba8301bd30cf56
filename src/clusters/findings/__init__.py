"""What the study found, as values: released tables, and what rules make of them."""
