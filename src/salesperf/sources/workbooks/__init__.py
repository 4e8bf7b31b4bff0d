"""Workbooks: looked over before they are read, then one raw table a sheet."""
