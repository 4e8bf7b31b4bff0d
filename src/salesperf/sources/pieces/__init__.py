"""Rows of one header worked out, checked and accounted for, and put together to the canonical tables."""
