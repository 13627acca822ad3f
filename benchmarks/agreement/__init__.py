"""One agreement in every format that plandiff reads, and how much of it comes back."""
