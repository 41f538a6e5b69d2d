"""What wraps a crawl: locks, runs, reports, exit status."""
