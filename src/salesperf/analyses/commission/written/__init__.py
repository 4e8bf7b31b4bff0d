"""The pieces of a plan file: choices, tiers, what every component is declared with."""
