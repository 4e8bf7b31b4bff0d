"""How long newcomers take until they sell as their peers do."""
