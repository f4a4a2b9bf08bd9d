"""The sentences of the project in other languages than Dutch."""
