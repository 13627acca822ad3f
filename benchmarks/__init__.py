"""Benchmarks: what plandiff is measured by, each one command."""
