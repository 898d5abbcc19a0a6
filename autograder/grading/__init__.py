"""From handed-in notebooks to marks."""
