"""Patterns only: what numbers, dates, titles, numerals and responsibilities look like."""
