"""The tests, which mirror the tree of the program; some of them are commands too: `python -m tests.hostile`."""
