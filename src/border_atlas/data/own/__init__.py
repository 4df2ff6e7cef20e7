"""Reading of users' own files: sniffed, capped, and read in a worker process that can be killed."""
