"""Dateline: who said what happened, where and when, in dated news reports."""

__version__ = "0.1.0"
