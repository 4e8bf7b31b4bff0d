"""Which characters bytes are: the evidence of each encoding, and the choice between them."""
