"""The customers who bring most, and those who are going quiet."""
