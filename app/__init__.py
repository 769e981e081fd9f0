"""What Kebu does, without Qt and without SQL."""
