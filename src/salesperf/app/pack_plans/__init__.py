"""How report packs are declared: the settings of each kind of section, and of the pack that lists them."""
