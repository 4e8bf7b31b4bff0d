"""Target sheets as people keep them, periods across or down, read into one row a scope, metric and period."""
