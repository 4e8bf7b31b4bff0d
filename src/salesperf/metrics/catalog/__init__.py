"""Every metric, one value each, by family."""
