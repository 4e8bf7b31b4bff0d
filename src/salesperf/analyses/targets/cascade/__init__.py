"""How a company target is broken down: to teams and people by declared weights, then to periods."""
