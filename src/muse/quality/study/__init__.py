"""Collecting human ratings: who rates what, the forms that raters fill in, and reading them back."""
