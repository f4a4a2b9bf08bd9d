"""The page on which people download a blank workbook and have one checked; nothing of it is kept."""
