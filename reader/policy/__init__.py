"""What a newsroom has agreed on for one corpus: who reviews, who decides, what is checked.

It is `reader.yaml`, kept as YAML made for git. A PolicyFile is a value; without a file everything
has its default.
"""

from reader.policy.balance import balanced, loads
from reader.policy.edits import Assign, assign, is_writable
from reader.policy.format import FIELDS, PolicyFile, parse
from reader.policy.policy import Level, Policy, Rule, Setting
from reader.policy.store import PolicyStore, policy_store

__all__ = [
    "FIELDS",
    "Assign",
    "Level",
    "Policy",
    "PolicyFile",
    "PolicyStore",
    "Rule",
    "Setting",
    "assign",
    "balanced",
    "is_writable",
    "loads",
    "parse",
    "policy_store",
]
