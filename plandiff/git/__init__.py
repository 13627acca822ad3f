"""What plandiff asks of git: a file as it was, and what it was called then. Only `configure` changes anything."""
