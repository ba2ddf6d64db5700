"""Who is meant: the people and bodies of an article, and the words that stand for them."""
