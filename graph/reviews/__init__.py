"""What reviewers decided about findings and alignments: read, kept, and held against the graphs.

A review holds for the statement that it was given for. Findings are numbered within their place, so
that rules that change may number them anew: a statement is known by its fingerprint.
"""
