"""Malformed notebooks, tables, archives and settings, given to what reads them."""
