"""What things mean: the vocabulary, its shapes, the schemes and the registers. Knows no document."""
