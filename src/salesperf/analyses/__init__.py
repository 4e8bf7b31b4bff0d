"""Analyses: each answers one question with a report and knows no other."""
