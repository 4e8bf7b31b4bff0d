"""Text files and web pages become raw tables."""
