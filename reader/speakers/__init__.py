"""Who is who: a reviewer's own corrections of speakers' names, kept as YAML made for git.

An alias is a name that stands for a speaker, everywhere or within a story. A SpeakersFile is a
value; `apply` gives the file with a change, and the Undo that takes it back, bytes and all.
"""

from reader.speakers.aliases import EVERYWHERE, Alias, Aliases, covers, speakers_of
from reader.speakers.edits import SetAliases, Undo, apply
from reader.speakers.format import SpeakersFile, empty, parse
from reader.speakers.store import SpeakersStore, is_speakers_file, speakers_name, speakers_store

__all__ = [
    "EVERYWHERE",
    "Alias",
    "Aliases",
    "SetAliases",
    "SpeakersFile",
    "SpeakersStore",
    "Undo",
    "apply",
    "covers",
    "empty",
    "is_speakers_file",
    "parse",
    "speakers_name",
    "speakers_of",
    "speakers_store",
]
