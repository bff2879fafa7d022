"""House styles: tokens read from ``styles/<house>``, and their projections to CSS and to Word."""
