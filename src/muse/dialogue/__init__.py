"""The agents that talk: user, recommender, and the manager that decides whose turn does what."""
