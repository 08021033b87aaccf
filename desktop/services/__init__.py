"""A function for every action of the user; sessions stay inside, frozen objects come out."""
