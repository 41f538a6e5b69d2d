"""Which rules decide nothing: each one is taken away in turn, and the pages are read without it."""
