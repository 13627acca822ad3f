"""What can be put right in a draft without judgement: numbers with the references to them, quotation marks, blanks."""
