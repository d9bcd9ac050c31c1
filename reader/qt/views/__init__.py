"""Widgets, one to a module."""
