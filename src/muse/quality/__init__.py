"""Is it any good: text statistics, LLM judge, human ratings, agreement, tests."""
