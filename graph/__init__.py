"""From a file to an answer, one step a file: sources, structure, findings, triples, store, answers."""
