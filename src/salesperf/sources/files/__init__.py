"""From the words of a command to files, and from files to raw tables."""
