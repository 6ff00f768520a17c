"""Event mentions to incidents: which tell of one attack, and what they agree on."""
