"""One engine for several programs of a user: the shell, and Processing."""
