"""Raw tables of one header become one canonical frame; rows that cannot be loaded are kept to be corrected."""
