"""Words and numbers that every stage shares; standard library only."""
