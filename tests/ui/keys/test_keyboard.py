"""What a terminal sends within a paste; how keys are read is tested in a real terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.keys.keyboard import Pastes

START, END = "\x1b[200~", "\x1b[201~"


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("", ""),
        ("\x1bs\x1b[A", "\x1bs\x1b[A"),
        (f"{START}one{END}", f"{START}one{END}"),
        (f"s{START}\x1bs\x1b[31m{END}\x1bu", f"s{START}␛s␛[31m{END}\x1bu"),
        (f"{START}{START}{END}\x1b", f"{START}␛[200~{END}\x1b"),
        (f"{START}a{END}{START}\x1b[201{END}", f"{START}a{END}{START}␛[201{END}"),
    ],
)
def test_escape_stays_where_it_is_typed_and_is_shown_where_it_is_pasted(
    sent: str, read: str
) -> None:
    assert Pastes().cleaned(sent) == read


PIECES = st.lists(st.sampled_from([START, END, "\x1b", "[", "2", "0", "1", "~", "s", "港\r"]))


@given(PIECES, st.data())
def test_it_does_not_matter_where_what_is_sent_is_cut(
    pieces: list[str], data: st.DataObject
) -> None:
    sent = "".join(pieces) + END
    cuts = sorted(data.draw(st.sets(st.integers(0, len(sent)))))
    cut = Pastes()
    ends = [*cuts, len(sent)]
    read = [cut.cleaned(sent[a:b]) for a, b in zip([0, *ends], ends, strict=False)]
    assert "".join(read) == Pastes().cleaned(sent)


@given(PIECES)
def test_what_is_typed_is_never_kept(pieces: list[str]) -> None:
    keyboard = Pastes()
    typed = "".join(pieces).replace(START, "")
    assert "".join(map(keyboard.cleaned, typed)).startswith(typed.partition(START)[0])
