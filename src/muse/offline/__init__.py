"""The offline model: a scripted multimodal "LLM" behind the OpenAI protocol. No key, no weights, no network.

It reads only what a real model would: the prompt's text and the images' pixels. Whatever it writes is labelled.
"""
