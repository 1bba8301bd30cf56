"""The chapters: each makes blocks of the findings, and knows no format."""
