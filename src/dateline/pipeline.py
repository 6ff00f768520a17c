"""Puts the stages together; the only module that knows them all."""
