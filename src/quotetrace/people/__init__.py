"""Whom an article names, and whom its names, offices and pronouns mean."""
