"""A first study file for files that nobody has described yet.

Looks at delivered files, guesses what is what and writes a study file with comments:
what is sure, what is guessed and what is left to say. What cannot be told is left out
and never guessed in silence; nothing of a person leaves this package but the names of
columns, and codes that are few and frequent.
"""

from clusters.intake.answers import Answers
from clusters.intake.draft import Draft, draft_study
from clusters.intake.guessed import Guess, Verdict

__all__ = ["Answers", "Draft", "Guess", "Verdict", "draft_study"]
