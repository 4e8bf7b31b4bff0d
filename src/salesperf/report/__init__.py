"""A report as plain data: what is said, before anyone decides how it looks."""
