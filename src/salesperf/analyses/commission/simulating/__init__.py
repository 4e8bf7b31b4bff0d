"""The same events under several plans, and with everybody selling more or less."""
