"""How many Word redlines are the new text when accepted and the old one when rejected, by two judges."""
