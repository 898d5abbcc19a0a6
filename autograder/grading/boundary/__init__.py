"""Loaded on both sides of the socket: every byte that crosses goes through here."""
