"""One file a step, in the order in which an item passes them."""
