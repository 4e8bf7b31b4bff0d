"""The scoreboard: any metrics by any group and period, compared."""
