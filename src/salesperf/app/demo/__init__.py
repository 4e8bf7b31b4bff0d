"""Two small invented companies whose exports the project writes itself, the same bytes everywhere."""

from salesperf.app.demo.write import write_demo

__all__ = ["write_demo"]
