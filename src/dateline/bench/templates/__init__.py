"""MUC-4 templates out of the learned reader's signals: fills, what they have in common, templates, slots."""
