"""Reading foreign bytes: every parser runs in a child process with limits (`sandbox`)."""
