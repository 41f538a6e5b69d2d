"""How well and how fast date slots are read, beside dateparser and htmldate."""
