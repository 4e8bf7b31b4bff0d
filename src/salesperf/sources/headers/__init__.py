"""Where tables and their headers lie, and the names that one or two rows give to the columns."""
