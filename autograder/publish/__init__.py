"""The site: a Sphinx extension and what it needs."""
