"""The rules by which changes are named: one kind of change a module, over two texts that were set side by side."""
