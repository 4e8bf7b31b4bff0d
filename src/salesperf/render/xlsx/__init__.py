"""Reports as workbooks that people read, forward and go on working with."""

from salesperf.render.xlsx.limits import Limits
from salesperf.render.xlsx.workbook import draw

__all__ = ["Limits", "draw"]
