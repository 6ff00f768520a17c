"""Trains the reader's encoder; torch lives here and nowhere else."""
