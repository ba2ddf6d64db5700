"""A small story told by three outlets, and another one, for the tests of likeness."""

from reader.likeness import Telling

_STORY = {
    "harbour/courier.txt": [
        ("Thirty-one fishermen drowned when the ferry Alda went down", "Dr Ines Obrecht"),
        ("the lifeboats on the port side were locked", "Ruta Selm"),
        ("the captain sent his first call for help at 4.10 in the morning", "the coastguard"),
        ("the company knew since spring that the bow door leaked", "a former engineer"),
        ("Schools in Vessin will stay closed until Thursday", "the town hall"),
    ],
    "harbour/state-wire.txt": [
        ("Fourteen fishermen drowned in the sinking of the ferry Alda", "Minister Hadrik"),
        ("every lifeboat was unlocked and in working order", "the Alda Line"),
        ("The first call for help was sent at 5.25", "the ministry"),
        ("nobody at the company had been told of any leak at the bow door", "the Alda Line"),
        ("Prices of herring rose by four per cent on the quay", "the fish market"),
    ],
    "harbour/evening.txt": [
        ("31 fishermen are dead after the Alda sank", "Ines Obrecht"),
        ("A funeral for the fishermen will be held on Sunday", "Bishop Marn"),
        ("the bow door had leaked for months and the company knew", "two dockers"),
        ("passengers pulled at lifeboats that were locked", "Ruta Selm"),
    ],
    "orchard/post.txt": [
        ("Frost has killed four trees in ten in the Linden valley", "the growers"),
        ("the growers will be paid 900 crowns a hectare", "the farm minister"),
    ],
}


def tellings() -> list[Telling]:
    """Make the tellings of both stories, those of one article after another."""
    return [
        Telling(
            article=article,
            story=article.partition("/")[0],
            text=text,
            passage=f"{text}, {origin} said.",
            origin=origin,
        )
        for article, told in _STORY.items()
        for text, origin in told
    ]
