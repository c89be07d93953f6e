"""Scores that people (or simulated raters) gave: reading, agreement, means, comparisons."""
