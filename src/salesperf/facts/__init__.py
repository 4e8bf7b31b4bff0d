"""Business events at a stated grain: what counts as revenue, when, and whose."""
