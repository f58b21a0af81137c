"""Where sentences may end: blocks of text, datelines, full stops."""
