"""Which table a raw table is and which header is which column; what nothing understands, and what would help."""
