"""Answers and graphs as files that stand alone."""
