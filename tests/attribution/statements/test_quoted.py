"""What of a content stands in quotation marks, whatever the marks."""

from __future__ import annotations

import pytest

from reader.attribution import attribute
from reader.statement import Mode


@pytest.mark.parametrize(
    ("text", "mode", "stretches"),
    [
        ("“The quay is shut,” said Ilse Brandt.", Mode.DIRECT, ["“The quay is shut,”"]),
        ("‘The quay is shut,’ said Ilse Brandt.", Mode.DIRECT, ["‘The quay is shut,’"]),
        ("„The quay is shut“, said Ilse Brandt.", Mode.DIRECT, ["„The quay is shut“"]),
        ("«The quay is shut», said Ilse Brandt.", Mode.DIRECT, ["«The quay is shut»"]),
        ("``The quay is shut,'' said Ilse Brandt.", Mode.DIRECT, ["``The quay is shut,''"]),
        ("Ilse Brandt said that the quay was ‘a wreck’.", Mode.MIXED, ["‘a wreck’"]),
        ("Ilse Brandt said that the quay was «a wreck».", Mode.MIXED, ["«a wreck»"]),
        ("Ilse Brandt said that the harbour's quay was shut.", Mode.INDIRECT, []),
    ],
)
def test_the_stretches_in_marks_are_told(text: str, mode: Mode, stretches: list[str]) -> None:
    (statement,) = attribute(text)
    assert statement.mode is mode
    assert [text[start:end] for start, end in statement.quoted] == stretches
