"""Outside judges of what the writers make, one module each.

``validate(document)`` takes the bytes of a file and gives the faults found, in words; an empty list is a clean file.
A judge that is not installed raises ``MissingToolError``: no test passes because nobody looked.
"""
