"""A briefing as one HTML document that needs nothing else: the file to take along and the presenter's page."""
