"""What a user can set, in one frozen value."""
