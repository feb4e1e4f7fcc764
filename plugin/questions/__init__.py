"""Questions that need not be typed: asked before, shared by others, or about the sample."""
