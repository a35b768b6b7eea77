"""Nastavnik's solvers beside what a user would pick instead, on the same bytes in one run."""
