"""Classifiers: one module for each kind of meaning."""
