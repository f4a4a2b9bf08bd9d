"""The sheets of the workbook that holds a summary."""
