"""Where a number comes from: formula, parts, filters and the rows behind it."""
