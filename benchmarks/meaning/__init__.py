"""What plandiff says that a change means, measured against labels.

    python -m benchmarks.meaning [--class facts] [--language uk] [-v]

`DEFINITION.md` says what counts; the labels in `cases/` and `issues.toml` follow it, not a program.
"""
