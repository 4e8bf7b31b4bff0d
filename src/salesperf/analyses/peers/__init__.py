"""How a rep stands beside the others, of whom nobody is named."""
