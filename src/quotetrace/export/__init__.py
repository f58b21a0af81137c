"""Results as data: tables and documents, and one module for each form that they are written in."""
