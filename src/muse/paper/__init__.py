"""Figures, tables, claims and the PDF, from files in results/ alone."""
