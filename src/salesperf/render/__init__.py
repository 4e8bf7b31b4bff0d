"""Draw: a report becomes bytes, one module a format; renderers do not know each other."""

from salesperf.render.formats import FORMATS, DrawOptions, Format, draw, find_format, format_of

__all__ = ["FORMATS", "DrawOptions", "Format", "draw", "find_format", "format_of"]
