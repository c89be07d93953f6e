"""Looking at a picture: the garment set apart from its background, its colours, its pattern, its shape. Pixels only."""

from muse.offline.vision.eye import remember, see

__all__ = ["remember", "see"]
