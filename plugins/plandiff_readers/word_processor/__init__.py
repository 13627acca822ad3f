"""What Word and OpenDocument texts have in common: drafts of blocks, nesting lists, numerals."""
