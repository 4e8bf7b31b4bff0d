"""Targets: where everybody stands against them, how they are broken down, and whether they can be worked with."""
