"""Trusted: runs checks and references, and believes nothing that a child says."""
