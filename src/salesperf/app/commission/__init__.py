"""Questions about commission: settings, plan files and exports in, payouts out."""
