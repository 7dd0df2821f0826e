"""What things mean: the vocabulary, its shapes, the schemes and registers. Knows no document."""

from ontology.character_sets import remember_sets

remember_sets()  # before any pattern is compiled
