"""Results for people at a terminal; the only part of the program that knows rich."""
