"""English."""

from __future__ import annotations

from quotetrace.languages import Language, words

# -- sentences


ABBREVIATIONS = words("mr mrs ms dr prof gen col lt sgt capt cmdr maj adm gov sen rep rev hon st messrs vs")
ENDING_ABBREVIATIONS = words("inc ltd co corp etc jr sr a.m p.m u.s u.k u.n e.u d.c")
NUMBER_ABBREVIATIONS = words("no nos vol p pp art sec fig para")
MONTHS = words("january february march april may june july august september october november december")
SENTENCE_OPENERS = words(
    "the a an this that these those he she it they we i you in on at but and if when as there"
)

# -- quotations

QUOTE_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"))  # fmt: skip
SAY_VERBS = words("""
    say says said saying tell tells told telling add adds added adding state states stated stating
    stress stresses stressed stressing note notes noted noting
""")
CUE_PHRASES = ("according to",)
QUESTION_LABELS = words("question q reporter journalist correspondent")
COMPLEMENTIZERS = words("that")
PRONOUNS = words("he she they i we")
NAME_PARTICLES = words("van von de der den del della di da du la le bin ibn al el ben")
OFFICE_NOUNS = words("minister president diplomat spokesman spokeswoman spokesperson")
PERSONAL_TITLES = words("mr mrs ms dr sir lord lady")

# -- meaning

NEGATORS = words("not no never nothing nobody none neither nor cannot without")
NUMBER_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1_000,
    "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
FUNCTION_WORDS = words("""
    a an the and or but if of to in on at by for from with as is are was were be been being it its this that
    these those he she they them his her their we us our i you your will would can could may might shall should
    do does did has have had not no so than then there here which who whom whose what when where why how
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
