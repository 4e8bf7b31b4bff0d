"""What a meeting has to decide, each by a rule and its number."""
