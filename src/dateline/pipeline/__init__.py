"""Puts the stages together; the only package that knows them all."""
