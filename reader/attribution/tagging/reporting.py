"""Verbs and nouns of reporting, believing and wanting, in all their forms.

Written by hand: it reaches the rare verbs that no count has seen.
"""

from __future__ import annotations

SPEECH, SHOWING, HOLDING, NOUN = 1, 2, 3, 4

_SPEECH = """
accuse acknowledge add address admit admonish advise advocate affirm agree allege announce answer
apologize argue articulate ask assail assert assure attack attest aver avow back backtrack bark
beg berate blame blast blog boast brag brand broadcast call caution cast castigate challenge
characterize charge chide cite claim clarify comment communicate complain concede conclude condemn
confess confide confirm congratulate contend continue contradict convey correct counter cover crack
credit criticize crow cry dare declare decline decree decry defend demand denounce deny depict
deride describe detail dictate disagree disavow disclose discourage discuss dismiss dispute dub
echo elaborate email emphasize endorse enthuse enumerate exclaim exhort explain expound express
fault fire forecast frame fume grumble gripe hail hammer highlight hint howl implore imply indicate
inform inquire insinuate insist instruct interject intone invite invoke joke jeer knock label
lambaste lament lash laud laugh lecture lie list maintain marvel mention mock moan muse mutter name
narrate note object observe offer opine order outline paint paraphrase phrase plead pledge point
portray post posit praise predict preach press proclaim profess promise pronounce propose protest
publish question quip quote rail rant read reaffirm reason reassure rebuff rebuke rebut recall
recite recommend recount refer refute reiterate reject relate relay remark remind reminisce repeat
reply report repudiate request respond restate retort retract retweet reveal ridicule rip sang say
scoff scold scream shout sigh slam snap sneer speculate speak spell state stipulate stress submit
suggest sum summarize swear talk taunt tease tell testify text thank threaten thunder tout trumpet
tweet underline underscore unveil urge utter vent voice volunteer vow warn wave weigh whisper worry
write yell joke concur allude recant reprimand slam shoot lobby petition telegraph bemoan bellow
blurt bluster brief caption chant chime chronicle clamor coin counsel dissent divulge drawl foretell
gloat groan grouse gush hector heckle jest lampoon nominate prophesy prod quibble quiz rave regale
rejoin riff scorn snarl snark stammer sputter spout tattle trash upbraid vilify vouch wail warble
wonder plug pitch tip endorse lobby decry
"""
_SHOWING = """
show find reveal demonstrate prove illustrate document record reflect signal establish display
determine estimate project calculate rank rate poll measure signify denote read uncover expose
contain state exhibit see identify discover forecast
"""
_HOLDING = """
accept admire aim anticipate appear appreciate approve aspire assume await believe bet blame care
condone consider contemplate covet crave decide deem deserve desire despise detest disapprove
disbelieve dislike distrust doubt dream embrace envision envisage expect fancy favor fear feel
figure foresee forget grasp guess hate hope identify imagine infer intend interpret judge know learn
like loathe long look love mean mind mull need oppose opt ought perceive plan plot ponder prefer
presume pretend realize reckon recognize refuse regard regret relish remember resent resist resolve
respect reject seek seem sense strive support suppose surmise suspect think tire trust try
understand value view want wish worry wonder yearn struggle mistake deliberate determine debate
disdain enjoy fret gauge hesitate hinge mourn begrudge abhor brace count dread
"""
_NOUNS = """
accusation account admission affirmation allegation analysis announcement answer argument article
assertion assessment assurance attack belief blog boast book broadcast call caution charge claim
comment complaint concern conclusion condemnation confession contention conviction criticism
declaration decree defense demand denial denunciation description desire disclosure documents
doubt editorial email endorsement estimate expectation explanation fear feeling filing finding
forecast hint hope idea indication insistence insult intention interview joke letter line memo
mention message narrative note notion objection opinion opposition order outline petition plan plea
pledge poll portrayal post praise prediction prescription proclamation promise proposal prognosis
question reaction reason rebuke recommendation refusal rejection remark reminder reply report
request resolution response revelation rhetoric rumor sense signal speech statement story
study suggestion support survey suspicion talk tale testimony theory threat tweet understanding
verdict view vision vow warning wish word worry
"""
_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling",
    "write": "writes wrote written writing",
    "speak": "speaks spoke spoken speaking", "think": "thinks thought thinking",
    "know": "knows knew known knowing", "see": "sees saw seen seeing",
    "feel": "feels felt feeling", "find": "finds found finding", "mean": "means meant meaning",
    "understand": "understands understood understanding", "foresee": "foresees foresaw foreseen",
    "foretell": "foretells foretold", "swear": "swears swore sworn swearing",
    "seek": "seeks sought seeking", "read": "reads reading", "shoot": "shoots shot shooting",
    "bet": "bets betting", "cast": "casts casting", "broadcast": "broadcasts broadcasting",
    "forget": "forgets forgot forgotten forgetting", "show": "shows showed shown showing",
    "quit": "quits quitting", "lie": "lies lied lying", "plan": "plans planned planning",
    "admit": "admits admitted admitting", "refer": "refers referred referring",
    "rebut": "rebuts rebutted rebutting", "retract": "retracts retracted retracting",
    "submit": "submits submitted submitting", "slam": "slams slammed slamming",
    "rip": "rips ripped ripping", "quip": "quips quipped quipping", "dub": "dubs dubbed dubbing",
    "brag": "brags bragged bragging", "snap": "snaps snapped snapping",
    "confer": "confers conferred", "infer": "infers inferred inferring",
    "prefer": "prefers preferred preferring", "beg": "begs begged begging",
    "blog": "blogs blogged blogging", "plot": "plots plotted plotting", "opt": "opts opted opting",
    "regret": "regrets regretted regretting", "sum": "sums summed summing",
    "strive": "strives strove striving", "concur": "concurs concurred concurring",
    "plug": "plugs plugged plugging", "tip": "tips tipped tipping", "spell": "spells spelled spelt",
    "learn": "learns learned learnt learning", "mistake": "mistakes mistook mistaken",
}  # fmt: skip


def _forms(verb: str) -> set[str]:
    if verb in _IRREGULAR:
        return {verb, *_IRREGULAR[verb].split()}
    if verb.endswith("e"):
        return {verb, verb + "s", verb + "d", verb[:-1] + "ing"}
    if verb.endswith("y") and verb[-2] not in "aeou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    sibilant = verb.endswith(("s", "sh", "ch", "x", "z"))
    return {verb, verb + ("es" if sibilant else "s"), verb + "ed", verb + "ing"}


def reporting_words() -> dict[str, int]:
    """Class by word form, lower case; the first list that has a form decides."""
    listed: dict[str, int] = {}
    for group, kind in ((_SPEECH, SPEECH), (_SHOWING, SHOWING), (_HOLDING, HOLDING)):
        for verb in group.split():
            for form in _forms(verb):
                listed.setdefault(form, kind)
    for noun in _NOUNS.split():
        listed.setdefault(noun, NOUN)
        listed.setdefault(noun[:-1] + "ies" if noun.endswith("y") else noun + "s", NOUN)
    return listed
