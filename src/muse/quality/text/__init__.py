"""Statistics of the words alone: diversity, repetition, length, readability."""
