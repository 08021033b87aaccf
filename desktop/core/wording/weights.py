"""The weights of the loadedness of a sentence.

`python -m resources.lexicons.fit_loadedness` sets them; the card in
`resources/lexicons/loadedness/README.md` says from what, and what they reach.
"""

from __future__ import annotations

WORDING = 5.89
"""For each 1.0 of the weights of a sentence's wordings."""
LENGTH = 0.14
"""For the natural logarithm of one more than the words in small letters."""
ATTRIBUTION = -1.64
"""For each word that says where the news comes from."""
QUESTION = 1.92
"""For a question that the outlet asks."""
BASE = -2.74
"""Makes 0.5 of a sentence of ordinary length with 0.4 of weights."""
