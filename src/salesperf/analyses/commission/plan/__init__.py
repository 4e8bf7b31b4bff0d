"""Plan files: what a company has promised to pay, with every choice written down."""
