"""The record format of the paper's authors, out and in, field for field."""
