"""The article's region, read from the fast tree into pieces: text with its look, images, embedded viewers."""
