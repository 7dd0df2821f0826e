"""Typed answers, told by the store alone: one file for each kind of question.

Every answer is a frozen dataclass that says where it is stated, in which words, by which rule and
how far it has been reviewed (:class:`graph.answers.stated.Stated`).
"""
