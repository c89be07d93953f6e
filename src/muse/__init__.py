"""MUSE: a reproducible artifact of the multimodal conversational recommendation dataset (arXiv 2412.18416)."""
