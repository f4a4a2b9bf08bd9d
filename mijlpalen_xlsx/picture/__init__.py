"""The plan as a picture: SVG for screen, paper and print, a page of HTML around it, PNG when asked."""

from __future__ import annotations

from mijlpalen_xlsx.picture.draw import gantt_pages, gantt_svg
from mijlpalen_xlsx.picture.html import gantt_html
from mijlpalen_xlsx.picture.png import CannotDraw, to_png

__all__ = ["CannotDraw", "gantt_html", "gantt_pages", "gantt_svg", "to_png"]
