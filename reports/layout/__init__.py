"""The drawing board of printed documents: text breaking, a pen and the flow over pages."""
