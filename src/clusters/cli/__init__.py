"""The command ``clusters``: thin, one function per command."""

import sys

__all__ = ["main"]

STOPPED = 130


def main() -> None:
    """Run the command; whoever stops it sees no traceback, not even while it starts."""
    try:
        # Not before: importing takes seconds, in which somebody may stop it.
        from clusters.cli.usage import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.exit(STOPPED)
