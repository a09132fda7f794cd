"""A folder of releases: what is new, in parallel, safe against crashes."""
