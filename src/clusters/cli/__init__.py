"""The command ``clusters``: thin, one function per command."""

from clusters.cli.app import app as main

__all__ = ["main"]
