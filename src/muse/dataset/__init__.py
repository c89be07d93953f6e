"""The dataset: splits, statistics, release, importers, pages to look at."""
