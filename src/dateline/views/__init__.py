"""Documented values for people and programs to read: pages, tables and JSON are renderings of them."""
