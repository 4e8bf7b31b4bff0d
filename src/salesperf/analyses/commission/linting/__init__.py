"""What speaks against a plan: jumps of its pay, and what in it is never reached."""
