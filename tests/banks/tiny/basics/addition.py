"""Add two numbers."""

print(2 + 3)
