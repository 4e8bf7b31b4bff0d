"""Team pools: what a team earns together, and who gets how much of it."""
