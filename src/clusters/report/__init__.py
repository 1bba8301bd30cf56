"""The report: sees released tables only. Content first, rendering last."""
