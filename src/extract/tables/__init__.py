"""The output tables: columns, files, and the way back into pandas."""
