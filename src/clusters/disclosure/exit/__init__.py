"""The last look: every file of a report, read as somebody who wants more would."""

from clusters.disclosure.exit.page import digest_of
from clusters.disclosure.exit.registered import Registered, Wording, spellings
from clusters.disclosure.exit.scan import check_files

__all__ = ["Registered", "Wording", "check_files", "digest_of", "spellings"]
