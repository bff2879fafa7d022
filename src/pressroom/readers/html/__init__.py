"""Web pages, and what Word saves as one, to a draft: nothing is fetched, nothing is run."""
