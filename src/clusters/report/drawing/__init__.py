"""Figures, drawn of the rounded numbers that a block holds and of no others."""
