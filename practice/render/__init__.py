"""Pages of the practice portal, made from its articles. Each module makes one kind of page or of markup."""
