"""Honours and prizes: who was best in a period, and what that pays."""
