"""Renderers: a report becomes bytes in one format each."""
