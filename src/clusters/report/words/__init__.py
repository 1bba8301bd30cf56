"""What the report says, in Dutch and English side by side."""
