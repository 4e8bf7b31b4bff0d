"""What customers owe on a day, and how late they are."""
