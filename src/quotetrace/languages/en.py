"""English."""

from __future__ import annotations

from quotetrace.languages import Language

# -- sentences


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ABBREVIATIONS = _words("mr mrs ms dr prof gen col lt sgt capt cmdr maj adm gov sen rep rev hon st messrs vs")
ENDING_ABBREVIATIONS = _words("inc ltd co corp etc jr sr a.m p.m u.s u.k u.n e.u d.c")
NUMBER_ABBREVIATIONS = _words("no nos vol p pp art sec fig para")
MONTHS = tuple(
    "january february march april may june july august september october november december".split()
)
SENTENCE_OPENERS = _words(
    "the a an this that these those he she it they we i you in on at but and if when as there"
)

# -- quotations

QUOTE_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"))  # fmt: skip
SAY_VERBS = _words("""
    say says said saying tell tells told telling add adds added adding state states stated stating
    stress stresses stressed stressing note notes noted noting
""")
CUE_PHRASES = ("according to",)
QUESTION_LABELS = _words("question q reporter journalist correspondent")
COMPLEMENTIZERS = _words("that")
PRONOUNS = _words("he she they i we")
NAME_PARTICLES = _words("van von de der den del della di da du la le bin ibn al el ben")
OFFICE_NOUNS = _words("minister president diplomat spokesman spokeswoman spokesperson")
PERSONAL_TITLES = _words("mr mrs ms dr sir lord lady")

# -- meaning

NEGATORS = _words("not no never nothing nobody none neither nor cannot without")
NUMBER_WORDS = {
    word: float(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
FUNCTION_WORDS = _words("""
    a an the and or but if of to in on at by for from with as is are was were be been being it its this that these
    those he she they them his her their we us our i you your will would can could may might shall should do does
    did has have had not no so than then there here which who whom whose what when where why how
""")

LANGUAGE = Language(
    code="en",
    stemmer="english",
    abbreviations=ABBREVIATIONS,
    ending_abbreviations=ENDING_ABBREVIATIONS,
    number_abbreviations=NUMBER_ABBREVIATIONS,
    months=MONTHS,
    sentence_openers=SENTENCE_OPENERS,
    quote_pairs=QUOTE_PAIRS,
    say_verbs=SAY_VERBS,
    cue_phrases=CUE_PHRASES,
    question_labels=QUESTION_LABELS,
    complementizers=COMPLEMENTIZERS,
    pronouns=PRONOUNS,
    name_particles=NAME_PARTICLES,
    office_nouns=OFFICE_NOUNS,
    personal_titles=PERSONAL_TITLES,
    negators=NEGATORS,
    number_words=NUMBER_WORDS,
    function_words=FUNCTION_WORDS,
)
