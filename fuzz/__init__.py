"""Fuzzing: every reader on bytes that nobody wrote, then outlining; see `python -m fuzz.text -help=1`."""
