"""The parts of a page of HTML: markup that cannot be broken into, the page around it, tables."""
