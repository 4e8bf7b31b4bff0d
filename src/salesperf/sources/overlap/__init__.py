"""What stands in several files or under several names: counted once, or told."""
