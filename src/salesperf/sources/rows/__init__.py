"""Rows as a file holds them: records of delimited text, odd rows, and the raw table they make."""
