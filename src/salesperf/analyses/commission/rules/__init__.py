"""Rule kinds, each in a module of its own: what a plan file writes, and what it pays."""
