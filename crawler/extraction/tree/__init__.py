"""The whole page on the fast tree: its lines, its furniture by markup, the article's region."""
