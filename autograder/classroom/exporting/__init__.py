"""Marks and feedback in the forms that platforms and spreadsheets take."""
