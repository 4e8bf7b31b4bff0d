"""Commission that somebody worked out in a workbook, held against what the plan pays."""
