"""A command that was called wrongly is told so in the language of its user."""

from __future__ import annotations

import sys

import typer
from typer.main import get_command

from clusters.cli.app import app
from clusters.cli.failing import language
from clusters.cli.words import in_dutch

_WRONG_CALL = 2

# By the kind of mistake, as the command line calls it; braces are filled with what it
# names. Whatever else is wrong gets the last.
_DUTCH = {
    "MissingParameter": "Er ontbreekt iets: {named}.",
    "NoSuchOption": "De optie {named} is er niet.",
    "BadParameter": "Dit past niet bij {named}.",
    "BadOptionUsage": "De optie {named} vraagt een waarde.",
}
_OTHERWISE = "Dit commando of argument is er niet."
_HELP = "Vraag hulp met: clusters --help"


def run() -> int:
    """Run the command that was asked for; return its exit code."""
    try:
        program = get_command(app)
        if language() == "nl":
            program = in_dutch(program)
        ended = program(standalone_mode=False)
    except typer.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:
        if not _is_wrong_call(error):
            raise
        return _told(error)
    return ended if isinstance(ended, int) else 0


def _is_wrong_call(error: Exception) -> bool:
    return any(kind.__name__ == "UsageError" for kind in type(error).__mro__)


def _told(error: Exception) -> int:
    kind = type(error).__name__
    if language() == "en" or kind == "NoArgsIsHelpError":
        error.show()  # type: ignore[attr-defined]
        return _WRONG_CALL
    named = getattr(error, "option_name", None) or _named(error)
    wording = _DUTCH.get(kind, _OTHERWISE) if named else _OTHERWISE
    typer.echo(f"{wording.format(named=named)}\n{_HELP}", file=sys.stderr)
    return _WRONG_CALL


def _named(error: Exception) -> str:
    asked = getattr(error, "param", None)
    if asked is None:
        return ""
    return str(asked.metavar or max(asked.opts, key=len))
