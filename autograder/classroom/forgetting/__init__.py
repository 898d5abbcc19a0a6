"""Take one student out of a class folder, out of every place that may hold something of theirs."""
