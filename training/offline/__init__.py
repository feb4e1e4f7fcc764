"""Makes the offline bundle: all packages of the engine in one file, for a computer without a network."""
