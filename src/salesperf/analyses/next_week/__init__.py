"""What a rep has to do next week, each with its why."""
