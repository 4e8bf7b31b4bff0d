"""What titles and names of sheets and files say: what the rows are of, and of which day, month or year."""
