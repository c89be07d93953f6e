"""The ground floor: records, settings, seeds, files, errors, escapers. Imports nothing else of muse."""
