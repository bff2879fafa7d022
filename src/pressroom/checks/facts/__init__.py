"""Facts that a text states (numbers, dates, times, amounts, addresses), read from each language and held together."""
