"""Where people come from, in groups, and what type of municipality that makes."""
