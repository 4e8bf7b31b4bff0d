"""The canonical tables: names, columns and types that every export is brought to."""
