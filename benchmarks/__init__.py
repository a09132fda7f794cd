"""Measurements beside other tools: ``python -m benchmarks`` runs all of them and prints their tables."""
