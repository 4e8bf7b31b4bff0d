"""What a line is worth: discounts, tax, freight, refunds and costs, of the line or of its order."""
