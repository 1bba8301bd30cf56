"""The files: paper, page, workbook, tables and papers."""
