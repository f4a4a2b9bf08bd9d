"""Marks in a person's own workbook: its parts are patched in place, so that the rest stays as it was."""
