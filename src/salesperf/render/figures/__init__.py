"""Draw one chart: as SVG for a page, as PNG for mail, as lines for a terminal."""
