"""The pages that bring old sheets into the book."""
