"""What a command, an undo and somebody else's edit do to a sidecar's lines, and to no others."""

from reader.sidecar.changes.edits import (
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
)
from reader.sidecar.changes.undo import Undo, apply

__all__ = [
    "AddLink",
    "Confirm",
    "Edit",
    "Remove",
    "RemoveLink",
    "SetEvidence",
    "SetLinkNote",
    "SetNote",
    "SetVerdict",
    "Subject",
    "Undo",
    "apply",
]
