"""Site definitions, discovery, extraction, items, spiders, middlewares and extensions."""
