"""How two mentions compare, one feature a file; each gives a level and its weight."""
