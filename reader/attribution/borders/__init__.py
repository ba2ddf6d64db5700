"""Which links are statements at all, and where their source, cue and content begin and end."""
