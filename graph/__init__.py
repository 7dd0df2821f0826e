"""From a file to an answer, one step a file: source, structure, findings, triples, answers."""
