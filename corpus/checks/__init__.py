"""What ``validate.py`` checks; standard library only."""
