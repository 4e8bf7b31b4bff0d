"""Customers over time: who came, stayed, came back and left, cohorts, and who is overdue to buy."""
