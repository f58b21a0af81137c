"""English: words that carry the meaning, and words that shade it."""

from __future__ import annotations

from quotetrace.languages import words

NEGATORS = words("not no never nothing nobody none neither cannot without")
NEGATING_ENDINGS = ("n't",)
AMBIGUOUS_NUMBER_WORDS = words("one first second")
NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1_000,
    "million": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000, "trillion": 1_000_000_000_000,
    "dozen": 12,
}  # fmt: skip
ORDINAL_WORDS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    "hundredth": 100, "thousandth": 1_000,
}  # fmt: skip
FRACTION_WORDS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "eighth": 8, "eighths": 8, "tenth": 10, "tenths": 10,
}  # fmt: skip
MULTIPLIERS = words("dozen")
CONDITION_OPENERS = words("if unless except provided until till")
WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
NEGATING_PHRASES = frozenset({
    "fail to", "fails to", "failed to", "failing to", "failure to", "refuse to", "refuses to", "refused to",
    "refusal to", "unable to", "far from", "anything but", "hardly", "scarcely", "barely", "rarely", "seldom",
    "lack of", "lacks", "lacked", "absence of", "nowhere", "non",
})  # fmt: skip
HARMLESS_NEGATIONS = frozenset({
    "no doubt", "without doubt", "without a doubt", "there is no doubt", "not only", "not just", "not merely",
    "not simply", "not least", "no later than", "no sooner than", "no matter", "nothing but", "cannot but",
    "can't but", "none other than", "not to mention", "whether or not", "or not", "if not", "no wonder", "no less than",
    "no fewer than", "no more than", "without fail", "never mind", "not long after", "not to say",
})  # fmt: skip
NEGATING_PREFIXES = ("un", "in", "im", "ir", "il", "non", "non-", "dis")
OPPOSITE_AFFIXES = (
    ("in-", "de-"), ("in-", "ex-"), ("im-", "ex-"), ("in-", "out-"), ("pro-", "anti-"), ("pre-", "post-"),
    ("over-", "under-"), ("up-", "down-"), ("sub-", "super-"), ("en-", "dis-"), ("en-", "de-"),
    ("ap-", "disap-"), ("-ful", "-less"),
)  # fmt: skip
# Opposites of direction and measure: Cruse, Lexical Semantics (1986), 9-11 (directional opposites, gradable measures),
# and Quirk et al. (1985), 9.15-9.32 (prepositions of place and time).
_SCALES = {
    "amount": ("more", "less fewer"),
    "extreme": ("most maximum maximal", "least fewest minimum minimal"),
    "size": ("big bigger biggest large larger largest", "small smaller smallest"),
    "height": ("high higher highest", "low lower lowest"),
    "length": ("long longer longest", "short shorter shortest"),
    "strength": ("strong stronger strongest strengthen strengthened", "weak weaker weakest weaken weakened"),
    "order": ("after", "before"),
    "age": ("late later latest", "early earlier earliest"),
    "line": ("above over", "below under"),
    "way": ("up upward upwards", "down downward downwards"),
    "place": ("inside within", "outside"),
    "course": (
        "increase increases increased increasing rise rises rose risen rising grow grows grew grown growing",
        "decrease decreases decreased decreasing fall falls fell fallen falling decline declines declined declining",
    ),
    "phase": ("begin begins began begun start starts started", "end ends ended stop stops stopped finish finished"),
    "company": ("with", "without"),
    "side": ("for", "against"),
    "rank": ("first", "last"),
    "speed": ("fast faster fastest quick quickly", "slow slower slowest slowly"),
    "gain": ("win wins won gain gains gained", "lose loses lost"),
}
POLES = {
    form: f"{sign}{scale}"
    for scale, ends in _SCALES.items()
    for sign, forms in zip("+-", ends, strict=True)
    for form in forms.split()
}
TENSES = (
    dict.fromkeys(words("am is are has have does do"), "present")
    | dict.fromkeys(words("was were had did"), "past")
    | dict.fromkeys(words("will shall 'll"), "future")
)
# Modal verbs and their near equals: Quirk et al., A Comprehensive Grammar of the English Language (1985), ch. 4. Then
# catenative verbs of phase, attempt and wish (3.49; Huddleston & Pullum, The Cambridge Grammar, 2002, ch. 14, 5),
# and their nouns and adjectives: what is begun, tried or wished is not yet done.
MODALITY = {
    "possible": ("can", "could", "may", "might", "able to", "cannot", "can't", "couldn't"),
    "advisable": ("should", "ought to", "shouldn't"),
    "necessary": (
        "must", "have to", "has to", "had to", "having to", "need to", "needs to", "needed to", "obliged to",
        "required to", "mustn't",
    ),
    "intended": ("will", "shall", "would", "going to", "won't", "wouldn't", "plan to", "plans to", "intends to"),
    "begun": (
        "begin to", "begins to", "began to", "begun to", "beginning to", "start to", "starts to", "started to",
        "starting to", "the beginning of", "beginning of", "the start of", "start of",
    ),
    "tried": (
        "try to", "tries to", "tried to", "trying to", "attempt to", "attempts to", "attempted to", "attempting to",
        "seek to", "seeks to", "sought to", "seeking to", "aim to", "aims to", "aimed to", "aiming to", "strive to",
    ),
    "wished": (
        "want to", "wants to", "wanted to", "wish to", "wishes to", "hope to", "hopes to", "hoped to", "hoping to",
        "would like to", "'d like to", "prefer to", "prefers to", "preferred to",
    ),
    "willing": ("ready to", "willing to", "prepared to"),
}  # fmt: skip
# Hyland, Metadiscourse (2005), appendix: hedges; with the adverbs of hearsay that Chafe (1986) lists as evidential.
HEDGES = {
    "unsure": (
        "perhaps", "maybe", "possibly", "probably", "likely", "presumably", "apparently", "seemingly", "supposedly",
        "conceivably", "plausibly", "arguably", "unlikely", "in my opinion", "in my view", "in our view",
        "in our opinion", "most likely", "very likely", "quite likely", "more than likely", "most probably",
        "very probably",
        "quite possibly", "it is possible that", "it is likely that", "it is probable that",
        "i think", "we think", "i believe", "we believe", "i guess", "i suppose", "i suspect",
        "it seems", "seem", "seems", "seemed", "seem to", "seems to", "appear to", "appears to", "appeared to",
        "tend to", "tends to", "to my knowledge", "as far as i know",
    ),
    "hearsay": ("reportedly", "allegedly", "so-called", "rumoured", "rumored", "purportedly", "ostensibly"),
    "partial": (
        "mostly", "mainly", "generally", "largely", "partly", "partially", "usually", "often", "sometimes",
        "occasionally", "somewhat", "to some extent", "in general", "in most cases", "relatively",
    ),
}  # fmt: skip
# Boosters of Hyland (2005) and amplifiers and emphasizers of Quirk et al. (1985), 8.104-8.111; and the degrees
# of comparison.
STRENGTH = {
    "boosted": (
        "absolutely", "actually", "always", "certainly", "clearly", "completely", "decidedly", "deeply", "definitely",
        "deliberately", "entirely", "especially", "evidently", "extremely", "firmly", "fully", "greatly", "highly",
        "indeed", "in fact", "indisputably", "never ever", "obviously", "of course", "particularly", "perfectly",
        "really", "solemnly", "strongly", "surely", "thoroughly", "totally", "truly", "undeniably",
        "undoubtedly", "utterly", "very", "without doubt", "without a doubt", "no doubt", "beyond doubt",
        "without fail", "by all means", "in no way", "categorically", "outright", "strictly", "severely", "heavily",
        "seriously", "sharply",
    ),
    "comparative": ("more", "bigger", "greater", "higher", "stronger", "larger"),
    "lower": ("less", "fewer", "smaller", "lower", "weaker"),
    "superlative": ("most", "biggest", "greatest", "highest", "strongest", "largest"),
    "lowest": ("least", "fewest", "smallest", "lowest", "weakest"),
}  # fmt: skip
# Quirk et al. (1985), 5.10-5.25: predeterminers, determiners and quantifiers; 8.116: focusing subjuncts.
QUANTIFIERS = {
    "all": ("all", "every", "each", "everyone", "everybody", "everything", "entire", "whole", "all of"),
    "most": ("most of", "the majority of", "a majority of", "most"),
    "many": ("many", "numerous", "a lot of", "lots of", "dozens of", "hundreds of", "thousands of", "plenty of"),
    "some": ("some", "several", "a number of", "a few", "some of"),
    "few": ("few",),
    "only": ("only", "solely", "exclusively", "merely", "nothing but"),
    "": ("each other", "at all", "first of all", "above all", "after all", "not only", "not all", "all over"),
}  # fmt: skip
# What stands before a number and says which way it is meant.
NUMBER_BOUNDS = {
    "about": ("hedge", "approximate"), "around": ("hedge", "approximate"), "approximately": ("hedge", "approximate"),
    "roughly": ("hedge", "approximate"), "some": ("hedge", "approximate"), "nearly": ("hedge", "under"),
    "almost": ("hedge", "under"), "close to": ("hedge", "under"), "at most": ("strength", "up to"),
    "up to": ("strength", "up to"), "no more than": ("strength", "up to"), "not more than": ("strength", "up to"),
    "at least": ("strength", "from"), "no less than": ("strength", "from"), "not less than": ("strength", "from"),
    "no fewer than": ("strength", "from"), "over": ("strength", "over"), "more than": ("strength", "over"),
    "less than": ("strength", "under"), "fewer than": ("strength", "under"), "under": ("strength", "under"),
}  # fmt: skip
DAYS = {name: (name,) for name in ("today", "yesterday", "tomorrow", "tonight")} | {
    f"{which} {unit}": (f"{which} {unit}",)
    for which in ("last", "next", "this")
    for unit in (
        "week",
        "month",
        "year",
        "night",
        "morning",
        "summer",
        "winter",
        "spring",
        "autumn",
        "decade",
        "century",
    )
}
SHADES = {
    phrase: (kind, degree)
    for kind, degrees in (
        ("strength", STRENGTH),
        ("hedge", HEDGES),
        ("quantifier", QUANTIFIERS),
        ("modality", MODALITY),
        ("date", DAYS),
    )
    for degree, phrases in degrees.items()
    for phrase in phrases
}

# -- occasions

PAST_PHRASES = (
    "last week", "last month", "last year", "last spring", "last summer", "last autumn", "last fall", "last winter",
    "a week ago", "weeks ago", "a month ago", "months ago", "a year ago", "years ago", "earlier this month",
    "earlier this year", "the previous week", "the previous month", "the previous year", "in the past",
    "on a previous occasion", "on an earlier occasion",
)  # fmt: skip
DATE_OPENERS = words("in on of during back")
