"""What several chapters say, and the papers beside them: each in one place."""
