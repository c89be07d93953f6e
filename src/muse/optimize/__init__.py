"""A second model rewrites, checks and reviews what the first one wrote."""
