"""A user with a reason to buy and an assistant who has seen the pictures, led by a policy."""
