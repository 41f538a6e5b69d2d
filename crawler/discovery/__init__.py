"""Which addresses a page offers: listings, pagination, feeds, sitemaps, canonical addresses."""
