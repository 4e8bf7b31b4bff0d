"""`customer`: settings and files in, everything about one customer out."""
