"""Memory and speed of whole crawls on the practice department."""
