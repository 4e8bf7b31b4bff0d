"""Tables with one thing across their columns, put one below the other."""
