"""A plan in words, and its pay as a curve."""
