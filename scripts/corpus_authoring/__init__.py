"""From a story as people write it (YAML, spans by their words) to the corpus's JSON objects (spans by offsets)."""
