"""The one way to a model: prompts in, validated answers out, over any OpenAI-compatible endpoint."""
