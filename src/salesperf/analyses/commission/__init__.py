"""Commission: plans as files, what everybody earned by them, and why."""
