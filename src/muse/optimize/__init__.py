"""What happens to a finished conversation: rewriter, checker, reviewer, context check."""
