"""Whether targets can be worked with: specific, measurable, achievable, relevant and time-bound."""
