"""A window for every test that wants one."""

from tests.helpers.fixtures import program, reading

__all__ = ["program", "reading"]
