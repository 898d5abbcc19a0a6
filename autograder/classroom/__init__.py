"""A class over a term: its roster, its settings, and what is done with them."""
