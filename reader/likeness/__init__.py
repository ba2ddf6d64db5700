"""The same claim elsewhere: which statements of a corpus are alike, and which contradict."""

from reader.likeness.contradictions import Contradiction as Contradiction
from reader.likeness.contradictions import find_contradictions as find_contradictions
from reader.likeness.index import Alike as Alike
from reader.likeness.index import Index as Index
from reader.likeness.telling import Telling as Telling
