"""The Vietnamese language: encodings, orthography, folding for search, dates. Pure functions."""
