"""Proposals by numbers learned from annotated news: tokens, cues, spans around them."""
