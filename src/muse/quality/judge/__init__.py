"""A model as judge of dialogues: five dimensions, one dialogue at a time or two side by side."""
