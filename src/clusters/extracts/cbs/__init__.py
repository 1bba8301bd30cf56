"""The CBS microdata layout: see docs/cbs-layout.md for its tables."""

from clusters.extracts.cbs.extract import CbsExtract, open_cbs

__all__ = ["CbsExtract", "open_cbs"]
