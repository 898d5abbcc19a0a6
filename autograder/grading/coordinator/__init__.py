"""The one process that writes: from what was handed in to gradebook and feedback."""
