"""A chapter as notebooks and as plain Markdown."""
