"""What is handed over: digests, the archive, the time that each part takes, the reviewer's list of claims."""
