"""What an article presents as somebody's words: quotation marks, reporting clauses, layout."""
