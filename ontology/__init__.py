"""What things mean: the vocabulary, its shapes, the schemes and registers. Knows no document."""
