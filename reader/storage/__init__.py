"""Files that a reviewer's work is kept in, saved atomically and off the key's path.

A FileStore reads and saves one file, whatever its format; a Saver has stores save without keeping
anybody waiting.
"""

from reader.storage.errors import NotSavedError, RefusedError, SidecarError
from reader.storage.file_store import Document, FileStore, Saved, write_atomically
from reader.storage.saver import AnyStore, Failed, Saver, Written

__all__ = [
    "AnyStore",
    "Document",
    "Failed",
    "FileStore",
    "NotSavedError",
    "RefusedError",
    "Saved",
    "Saver",
    "SidecarError",
    "Written",
    "write_atomically",
]
