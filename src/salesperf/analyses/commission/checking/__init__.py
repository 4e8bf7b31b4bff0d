"""Whether what was worked out holds together: named checks over plans, credits, lines and balances."""
