"""One draft, or a draft against its previous version: what a drafting team wants to see before a commit lands."""
