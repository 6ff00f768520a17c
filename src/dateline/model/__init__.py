"""The values that flow through Dateline: frozen, standard library only, no input or output."""
