"""Trace what a public figure said through the outlets that printed it."""

__version__ = "0.1.0"
