"""The book: the only code that knows SQL."""
