"""The join: settings and a request become a report, and bytes on disk."""
