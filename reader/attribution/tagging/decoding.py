"""The best source and content for a cue: the best path through eight states."""

from __future__ import annotations

NOTHING, CONTENT_SEEN, SOURCE_SEEN, BOTH_SEEN, SOURCE, SOURCE_AFTER, CONTENT, CONTENT_AFTER = range(
    8
)
STATES = 8
"""Outside (four: whether a content and whether a source was seen), in the source (two: whether a
content was seen), in the content (two: whether the source was seen)."""

SOURCE_STARTS, SOURCE_ENDS, CONTENT_STARTS, CONTENT_ENDS, CONTENT_RESUMES = range(5)
BORDER_COLUMNS = 5
_NO = -1

TRANSITIONS = (
    (NOTHING, NOTHING, _NO, _NO),
    (NOTHING, SOURCE, _NO, SOURCE_STARTS),
    (NOTHING, CONTENT, _NO, CONTENT_STARTS),
    (CONTENT_SEEN, CONTENT_SEEN, _NO, _NO),
    (CONTENT_SEEN, SOURCE_AFTER, _NO, SOURCE_STARTS),
    (CONTENT_SEEN, CONTENT, _NO, CONTENT_RESUMES),
    (SOURCE_SEEN, SOURCE_SEEN, _NO, _NO),
    (SOURCE_SEEN, CONTENT_AFTER, _NO, CONTENT_STARTS),
    (BOTH_SEEN, BOTH_SEEN, _NO, _NO),
    (BOTH_SEEN, CONTENT_AFTER, _NO, CONTENT_RESUMES),
    (SOURCE, SOURCE, _NO, _NO),
    (SOURCE, SOURCE_SEEN, SOURCE_ENDS, _NO),
    (SOURCE, CONTENT_AFTER, SOURCE_ENDS, CONTENT_STARTS),
    (SOURCE_AFTER, SOURCE_AFTER, _NO, _NO),
    (SOURCE_AFTER, BOTH_SEEN, SOURCE_ENDS, _NO),
    (SOURCE_AFTER, CONTENT_AFTER, SOURCE_ENDS, CONTENT_RESUMES),
    (CONTENT, CONTENT, _NO, _NO),
    (CONTENT, CONTENT_SEEN, CONTENT_ENDS, _NO),
    (CONTENT, SOURCE_AFTER, CONTENT_ENDS, SOURCE_STARTS),
    (CONTENT_AFTER, CONTENT_AFTER, _NO, _NO),
    (CONTENT_AFTER, BOTH_SEEN, CONTENT_ENDS, _NO),
)
"""From, to, the column of the ending and of the starting event; a transition not here never is."""
