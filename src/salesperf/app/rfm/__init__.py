"""`rfm`: settings, maps and files in, tiers of customers out."""
