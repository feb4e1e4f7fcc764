"""What the engine needs of other people's packages: which, for which computer, and from where."""
