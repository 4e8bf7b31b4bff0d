"""Statements: what one person is paid, and the book of the whole company."""
