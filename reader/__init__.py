"""Comillas: a desktop reader for Spanish and English, its quotes, and their translations."""

__version__ = "0.1.0"
