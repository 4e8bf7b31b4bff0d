"""Metrics: what a number means, how it aggregates, and its evaluation at any grain."""
