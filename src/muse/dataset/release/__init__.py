"""The release: Parquet with images, card, datasheet, licences, Croissant description, JSON Schema."""
