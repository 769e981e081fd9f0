"""The parts that read spreadsheets; ``child`` and what it imports run in a process of their own."""
