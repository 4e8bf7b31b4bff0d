"""Who the customers are: how recently, how often and for how much they bought, as scores and segments."""
