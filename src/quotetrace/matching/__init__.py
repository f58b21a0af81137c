"""Which passages report the same words: candidates, their similarity, and the remarks they make."""
