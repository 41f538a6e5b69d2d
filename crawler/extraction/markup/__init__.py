"""The article's region, read with BeautifulSoup into pieces: text with its look, images, embedded viewers."""
