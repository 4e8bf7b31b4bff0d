"""Reading: files become canonical tables and issues; nothing here knows a metric."""
