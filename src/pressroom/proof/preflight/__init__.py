"""The preflight of a PDF for the printer: what it is, measured in its bytes, and what a press would stumble over.

There is no free judge of PDF/X-4 (ISO 15930-7), so this is our own: it reads the finished file and shares no code with what made
it. What is looked at is named by the clause of ISO 32000-1 that defines it.
"""
