"""Readers of the corpora, one a module: files in, :class:`dateline_training.example.Example` out."""
