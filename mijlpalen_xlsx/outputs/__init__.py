"""One file per output; each takes a finished result and gives text or data, and prints nothing."""
