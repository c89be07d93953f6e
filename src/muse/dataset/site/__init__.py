"""Static pages to look at the dataset: opened from disk, nothing fetched from outside."""
