"""The six types of internationals: their names, their rules, who has which."""
