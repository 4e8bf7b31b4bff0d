"""The report as one page that needs nothing but itself: no script, no network, readable on paper and on a phone."""

from salesperf.render.html.page import draw

__all__ = ["draw"]
