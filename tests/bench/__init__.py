"""What `make bench` measures: quality on benchmark sets, promises, speed, readers and scale."""
