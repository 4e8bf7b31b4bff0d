"""What happens to a person's sum after the components: limits, guarantees, draws, holdbacks, balances."""
