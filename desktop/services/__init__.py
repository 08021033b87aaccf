"""What a user can do, one function each; sessions stay inside, frozen objects come out."""
