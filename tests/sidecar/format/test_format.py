from __future__ import annotations

import subprocess
import sys
import textwrap
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.judgement import Anchor, Judgement, Verdict
from reader.sidecar import SidecarError, parse

HEADER = "reader: 1\narticle: gazette.txt\nreviewer: alice\n"
ENTRY = "\nthe-quay-was-closed-1234567:\n  verdict: sourced\n  quote: the quay was closed\n"


def _refusal(text: str | bytes, **expected: str) -> str:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    with pytest.raises(SidecarError) as caught:
        parse(raw, "FILE", **expected)
    return str(caught.value)


def test_every_field_is_read() -> None:
    text = textwrap.dedent(
        """\
        reader: 1
        article: northport-gazette.txt
        reviewer: alice

        the-cranes-were-checked-in-may-7ea05f1:
          verdict: unsourced
          disagreement: [disputed]
          speaker: a port official
          quote: >-
            "The cranes were checked in May, and nobody was told to stop work until
            the inspectors had left,"
          source: a port official
          copy: [1, 2]
          note: Only one unnamed voice; the ministry says April.
          evidence:
          - "https://example.org/report"
          - p. 12
          before: quay was closed on Tuesday.
          after: a port official said. The
        """
    )
    sidecar = parse(text.encode(), "FILE", reviewer="alice", article="in/northport-gazette.txt")
    assert list(sidecar.judgements.values()) == [
        Judgement(
            key="the-cranes-were-checked-in-may-7ea05f1",
            anchor=Anchor(
                '"The cranes were checked in May, and nobody was told to stop work until'
                ' the inspectors had left,"',
                "a port official",
                "quay was closed on Tuesday.",
                "a port official said. The",
                (1, 2),
            ),
            verdict=Verdict.UNSOURCED,
            speaker="a port official",
            note="Only one unnamed voice; the ministry says April.",
            evidence=("https://example.org/report", "p. 12"),
            disagreement=(Verdict.DISPUTED,),
        )
    ]
    assert (sidecar.article, sidecar.reviewer) == ("northport-gazette.txt", "alice")
    assert (sidecar.unknown, sidecar.notice) == ("", "")


def test_an_entry_may_hold_a_note_alone() -> None:
    sidecar = parse((HEADER + "\nk-1234567:\n  quote: q\n  note: no\n").encode(), "FILE")
    judgement = sidecar.judgements["k-1234567"]
    assert (judgement.verdict, judgement.note) == (None, "no")


def test_unknown_fields_are_kept_and_named_once() -> None:
    entry = ENTRY + "  weight: {a: [1]}\n"
    sidecar = parse((HEADER + entry).encode(), "FILE")
    line = (HEADER + entry).splitlines().index("  weight: {a: [1]}") + 1
    told = f"FILE:{line}: 'weight' is no field of this version"
    assert sidecar.unknown == f"{told} and is kept as it stands"
    both = parse((HEADER + "colour: red\n" + entry).encode(), "FILE")
    assert both.unknown.startswith("FILE:4: 'colour' is no field of this version (and 1 more)")


def test_a_misspelt_field_is_told_with_what_was_meant() -> None:
    sidecar = parse((HEADER + ENTRY.replace("verdict:", "verdit:")).encode(), "FILE")
    assert sidecar.unknown.endswith("; did you mean 'verdict'?")


def test_a_differing_article_is_told() -> None:
    sidecar = parse((HEADER + ENTRY).encode(), "FILE", article="herald.txt")
    assert sidecar.article == "herald.txt"
    assert sidecar.notice.startswith("FILE:2: the file says it belongs to gazette.txt")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        pytest.param("", 1, "the file is empty", id="an empty file"),
        pytest.param("- a\n", 1, "fields", id="a list"),
        pytest.param("title: x\n", 1, "not a sidecar", id="another YAML file"),
        pytest.param("reader: 2\nreviewer: a\n", 1, "newer version", id="a newer version"),
        pytest.param("reader: one\n", 1, "version must be 1", id="no version"),
        pytest.param(f"reader: {'9' * 5000}\n", 1, "version must be 1", id="beyond numbers"),
        pytest.param("reader: 1\narticle: a\n", 1, "reviewer: is missing", id="no reviewer"),
        pytest.param("  reader: 1\n", 1, "start of their lines", id="an indented file"),
        pytest.param("{reader: 1}\n", 1, "start of their lines", id="all on one line"),
        pytest.param(HEADER + ENTRY + ENTRY, 9, "there twice", id="a key twice"),
        pytest.param(HEADER + ENTRY + "  note: a\n  note: b\n", 9, "twice", id="a field twice"),
        pytest.param(
            HEADER + "k:\n  verdict: sourcd\n  quote: q\n",
            5,
            "did you mean 'sourced'",
            id="a misspelling",
        ),
        pytest.param(HEADER + "k:\n  verdict: sourced\n", 4, "no quote", id="no quote"),
        pytest.param(HEADER + "k:\n  quote: q\n  copy: [2, 1]\n", 6, "two numbers", id="copy"),
        pytest.param(HEADER + "k:\n  quote: [a]\n", 5, "must be text", id="a list for a text"),
        pytest.param(HEADER + "k:\n  quote: !!str a\n", 5, "tag", id="a tag"),
        pytest.param(HEADER + "k: &a\n  quote: a\n", 4, "anchor", id="an anchor"),
        pytest.param(HEADER + "k:\n  quote: a\n bad\n", 6, "", id="a broken indentation"),
        pytest.param(HEADER + "---\nreader: 1\n", 4, "second document", id="two documents"),
        pytest.param("reader: 1\r\n\r\nb: \x07\n", 3, "U+0007", id="a control character"),
        pytest.param(b"reader: 1\narticle: \xff\n", 2, "UTF-8", id="another encoding"),
        pytest.param(HEADER.encode("utf-16"), 1, "UTF-8", id="UTF-16"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str | bytes, line: int, said: str) -> None:
    refusal = _refusal(text)
    assert refusal.startswith(f"FILE:{line}: ")
    assert said in refusal


def test_another_reviewers_file_is_left_alone() -> None:
    assert _refusal(HEADER + ENTRY, reviewer="bob").startswith(
        "FILE:3: these are the judgements of alice, not of bob; they are left alone"
    )


@pytest.mark.parametrize(
    ("middle", "said"),
    [
        pytest.param(
            "<<<<<<< HEAD\n  verdict: sourced\n=======\n  verdict: disputed\n>>>>>>> desk\n",
            "FILE:6: git left a conflict: lines 7 to 7 are ours (HEAD),"
            " lines 9 to 9 are theirs (desk)",
            id="two sides",
        ),
        pytest.param(
            "<<<<<<< HEAD\n||||||| 12ab\n  verdict: sourced\n=======\n  note: x\n>>>>>>> desk\n",
            "FILE:6: git left a conflict: no lines are ours (HEAD), lines 10 to 10 are theirs",
            id="with the base, one side empty",
        ),
        pytest.param(
            "  verdict: sourced\n=======\n",
            "FILE:7: a conflict marker was left here (=======)",
            id="half resolved",
        ),
        pytest.param(">>>>>>> desk\n", "FILE:6: a conflict marker was left", id="an end alone"),
    ],
)
def test_conflict_markers_are_named_with_both_sides(middle: str, said: str) -> None:
    text = HEADER + "\nk-1234567:\n" + middle + "  quote: q\n"
    assert _refusal(text).startswith(said)


def test_words_that_look_like_a_marker_inside_a_note_are_none() -> None:
    text = HEADER + ENTRY + "  note: |-\n    <<<<<<< HEAD\n    =======\n    >>>>>>> x\n"
    note = parse(text.encode(), "FILE").judgements["the-quay-was-closed-1234567"].note
    assert note == "<<<<<<< HEAD\n=======\n>>>>>>> x"


@settings(deadline=None)
@given(st.one_of(st.binary(max_size=200), st.text(max_size=200).map(lambda one: one.encode())))
def test_any_bytes_load_or_raise_the_one_error(raw: bytes) -> None:
    for whole in (raw, HEADER.encode() + raw, (HEADER + ENTRY).encode() + b"  note: " + raw):
        with suppress(SidecarError):
            assert parse(whole, "FILE").raw == whole


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"x: " + b"[" * 50_000, id="50,000 brackets"),
        pytest.param(b"{a: " * 50_000, id="50,000 braces"),
        pytest.param(b"- " * 50_000, id="50,000 dashes"),
        pytest.param(
            b"a: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (i, i) for i in range(40)),
            id="a billion laughs",
        ),
        pytest.param(b"".join(b"k%d: v\n" % i for i in range(900_000)), id="10 MB of keys"),
        pytest.param(b"".join(b"k%d: v\n" % i for i in range(600_000)), id="7 MB of keys"),
        pytest.param(b"<<<<<<< a\n" * 700_000, id="700,000 conflict markers"),
        pytest.param(b"k:\n" + b" \n" * 2_000_000, id="2,000,000 blank lines"),
        pytest.param(b"k: |" + b"\n  x" * 1_900_000, id="a text of 1,900,000 lines"),
        pytest.param(b'k: "' + b'\\"' * 3_900_000 + b'"', id="3,900,000 escapes"),
        pytest.param(b"!!python/object/apply:os.abort []", id="a tag that would run code"),
        pytest.param(bytes(range(256)) * 4000, id="every byte"),
    ],
)
def test_hostile_files_take_little_time_and_memory(raw: bytes) -> None:
    program = textwrap.dedent(
        """
        import resource, sys
        resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
        from reader.sidecar import SidecarError, parse
        raw = sys.stdin.buffer.read()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for whole in (raw, b"reader: 1\\narticle: a.txt\\nreviewer: alice\\n" + raw):
            try:
                parse(whole, "FILE")
            except SidecarError:
                pass
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=raw, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()[-500:]
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 200 * 1024 * 1024


def test_reading_starts_without_yaml() -> None:
    program = "import reader.sidecar, sys; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_mark_of_byte_order_is_kept() -> None:
    raw = b"\xef\xbb\xbf" + (HEADER + ENTRY).encode()
    sidecar = parse(raw, "FILE")
    assert sidecar.raw == raw
    assert len(sidecar.judgements) == 1
