"""Reports: one file or folder for each format, all walking the same `Comparison`."""
