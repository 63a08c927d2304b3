"""Concepts and their terms, from files to something that can be looked up in."""
