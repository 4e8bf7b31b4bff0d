"""Customers or products by what they bring: classes A, B and C, and how much a few of them carry."""
