"""Deals that go on: the largest, and those in which nothing moves."""
