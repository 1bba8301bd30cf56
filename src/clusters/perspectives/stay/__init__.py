"""Who comes, moves, stays and leaves."""
