"""From text and statements to rows of coloured cells."""
