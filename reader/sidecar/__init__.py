"""Sidecars: the judgements of one reviewer on one article, as YAML made for git.

A Sidecar is a value. An edit (SetVerdict, SetNote, …) says what one command wants of one entry;
`apply` gives the sidecar with that edit and the Undo that takes it back, bytes and all. A Store
reads and saves one, by `reader.storage`. YAML is imported when first needed.
"""

from reader.sidecar.changes import (
    AddLink,
    Confirm,
    Edit,
    Remove,
    RemoveLink,
    SetEvidence,
    SetLinkNote,
    SetNote,
    SetVerdict,
    Subject,
    Undo,
    apply,
)
from reader.sidecar.format import Sidecar, empty, parse
from reader.sidecar.names import (
    article_of,
    is_of,
    is_sidecar,
    others,
    sidecar_name,
    sidecar_path,
)
from reader.sidecar.renaming import rename_new
from reader.sidecar.store import Store, store_for
from reader.storage import NotSavedError, RefusedError, SidecarError

__all__ = [
    "AddLink",
    "Confirm",
    "Edit",
    "NotSavedError",
    "RefusedError",
    "Remove",
    "RemoveLink",
    "SetEvidence",
    "SetLinkNote",
    "SetNote",
    "SetVerdict",
    "Sidecar",
    "SidecarError",
    "Store",
    "Subject",
    "Undo",
    "apply",
    "article_of",
    "empty",
    "is_of",
    "is_sidecar",
    "others",
    "parse",
    "rename_new",
    "sidecar_name",
    "sidecar_path",
    "store_for",
]
