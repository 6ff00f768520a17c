"""Incidents and claims as files, one format a file; written from values, without clock or network."""
