"""Page to article: pure functions, without Scrapy and without storage."""
