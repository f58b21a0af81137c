"""English."""

from __future__ import annotations

from quotetrace.languages import Language, words

# -- sentences

ABBREVIATIONS = words("""
    mr mrs ms mx messrs mmes dr drs prof profs gen lt sgt capt cmdr cdr cpl pvt col maj brig adm gov lieut
    ens sen sens rep reps rev fr hon pres supt insp det dep asst assoc amb atty treas secy vs v e.g i.e eg
    ie cf viz approx ca circa incl excl esp resp aka a.k.a c/o w/o dept univ inst natl intl mfg mgr tel fax
    ext vol illus p.s ps
""")
ENDING_ABBREVIATIONS = words("""
    inc ltd co corp llc plc bros assn al jr sr esq ph.d phd m.d b.a m.a m.sc b.sc d.phil a.m p.m u.s u.k u.n
    e.u d.c st mt ft ave blvd rd dr apt bldg hwy pkwy govt tue tues thu thur thurs ala ariz ark calif colo
    conn del fla ga ill ind kan ky la mass md mich minn miss mo mont ore penn tenn tex vt va wash wis wyo
    ont que alta sask
""")
NUMBER_ABBREVIATIONS = words("""
    no nos nr num vol vols p pp pg art arts sec sect fig figs para paras ch chap chs cl pt pts col cols eq
    eqs ex ver op jan feb mar apr jun jul aug sep sept oct nov dec est ca b c d fl r ft lb lbs hr hrs min
""")
CAPITALISED_ABBREVIATIONS = words("""
    gen col rep reps rev fr hon pres det dep ens mar jun ark del ill ind la mass miss mo mont ore penn tex
    wash ga que st rd bros fl
""")
MONTH_NUMBERS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6,
    "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
MONTHS = frozenset(MONTH_NUMBERS)
SENTENCE_OPENERS = words("""
    the a an this that these those he she it they we i you my your his her its our their who what when where
    why how which whose there here one some many most several all both each every any another other others
    such no not none nobody nothing everyone everybody everything someone somebody something anyone anything
    few in on at by for from with as of to into under over after before during since until while about
    between among against despite through within without upon across according and but or so yet if because
    although though unless whether once than nor is are was were do does did have has had can could will
    would should may might let however meanwhile also then now still moreover furthermore nevertheless
    nonetheless therefore thus hence instead indeed finally additionally earlier later today yesterday
    tomorrow last next even only just perhaps maybe i'm i've i'll i'd it's he's she's they're we're we've
    you're you've that's there's what's here's let's don't didn't isn't wasn't can't yes well oh please
""")

# -- quotations

QUOTE_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"), ("'", "'"))  # fmt: skip
SAY_VERBS = words("""
    say says said saying add adds added adding stated stating stresses stressed stressing notes noted noting
    explain explains explained explaining emphasize emphasizes emphasized emphasizing emphasise emphasises
    emphasised emphasising underline underlines underlined underlining underscore underscores underscored recall
    recalls recalled recalling claim claims claimed claiming argue argues argued arguing warn warns warned
    warning insist insists insisted insisting announce announces announced announcing declare declares declared
    declaring assert asserts asserted asserting maintain maintains maintained reiterate reiterates reiterated
    reiterating conclude concludes concluded concluding replied respond responds responded answered commented
    remarked observe observes observed indicate indicates indicated indicating suggest suggests suggested
    suggesting mention mentions mentioned confirm confirms confirmed confirming write writes wrote tweeted
    quipped joked continue continues continued caution cautions cautioned predict predicts predicted admit
    admits admitted acknowledge acknowledges acknowledged concede concedes conceded reveal reveals revealed
    reported repeat repeats repeated urge urges urged allege alleges alleged contend contends contended exclaim
    exclaims exclaimed testify testifies testified complain complains complained vow vows vowed pledge pledges
    pledged clarify clarifies clarified specify specifies specified shout shouted shouts yell yelled yells
    whisper whispers whispered boast boasts boasted lament laments lamented demanded
""")
LISTENER_VERBS = words("tell tells told telling assure assures assured assuring inform informs informed informing")
DENYING_VERBS = words("deny denies denied denying")
RELATIVE_OPENERS = words("that which who whom what than how")
CONDITIONAL_OPENERS = words("if whether unless")
CONJUNCTIONS = words("and")
THAT_VERBS = words("""
    believe believes believed think thinks thought hope hopes hoped expect expects expected promise promises
    promised agree agrees agreed fear fears feared feel feels felt estimate estimates estimated demand demands
    demanded propose proposes proposed recommend recommends recommended ask asks asked wonder wonders wondered
    imply implies implied hint hints hinted accuse accuses accused call calls called describe describes
    described
""")
SAY_PHRASES = (
    "pointed out", "points out", "pointing out", "drew attention to", "draws attention to", "called for",
    "calls for", "called on", "calls on", "made it clear", "made clear", "makes clear", "went on to say", "summed up",
)  # fmt: skip
SOURCE_PHRASES = ("according to", "in the words of", "in the opinion of")
PASSIVE_PHRASES = (
    "stated by", "said by", "announced by", "made by", "reported by", "declared by", "expressed by", "voiced by",
)  # fmt: skip
BETWEEN_SUBJECT_AND_VERB = words("""
    also later then earlier has had have himself herself themselves just again recently further previously now
    once still even twice did does do
""")
QUESTION_LABELS = words("question q reporter journalist correspondent interviewer moderator")
COMPLEMENTIZERS = words("that")
PASSIVE_AUXILIARIES = words("is are was were be been being am")
PROGRESSIVE_ENDINGS = ("ing",)
INFINITIVE_MARKERS = words("to will would can cannot could may might shall should must")
COMPARATIVE_OPENERS = words("as")
CLAUSE_OPENERS = words("""
    and but or that which who whom whose as while if because when although though where so whether unless
""")
PHRASE_ENDERS = words("""
    on in at during with by from to through via upon following amid over about into under against today after
    before since until yesterday tomorrow tonight earlier later monday tuesday wednesday thursday friday
    saturday sunday
""")
SERVING = words("of for to with at in")
DEFINITE_DETERMINERS = words("the this that his her their its")
DETERMINERS = words("the a an this that his her their its one another")
PRONOUNS = words("he she they")
SOURCE_PRONOUNS = words("him her them")
PLURAL_PRONOUNS = words("they them")
GENDERS = dict.fromkeys(
    words("he him mr sir spokesman chairman congressman king prince pope businessman son father"), "masculine"
) | dict.fromkeys(
    words("she her mrs ms miss lady spokeswoman chairwoman congresswoman queen princess businesswoman"), "feminine"
)
FIRST_PERSON = words("i we")
ADVERB_ENDINGS = ("ly",)
POSSESSIVE_ENDINGS = ("'s", "’s", "s'", "s’")
NAME_PARTICLES = words("van von de der den del della di da du la le bin ibn al el ben")
OFFICE_NOUNS = words("""
    minister president diplomat spokesman spokeswoman spokesperson chancellor premier secretary ambassador envoy
    senator governor mayor chairman chairwoman chairperson chair chief head director leader commissioner judge
    prosecutor attorney lawyer general commander officer official officials politician lawmaker lawmakers
    congressman congresswoman representative candidate speaker deputy king queen prince pope bishop professor
    expert experts analyst analysts economist executive founder owner manager coach captain author activist
    aide adviser advisor strategist nominee ministry department agency government administration campaign
    police company office committee council source sources team group critics supporters aides advisers leaders
    ministers spokespeople prosecutors lawyers researchers scientists economists activists residents witnesses
    report study poll
""")

# -- meaning

NEGATORS = words("not no never nothing nobody none neither cannot without") | DENYING_VERBS
NEGATING_ENDINGS = ("n't",)
AMBIGUOUS_NUMBER_WORDS = words("one")
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

# -- occasions

PAST_PHRASES = (
    "last week", "last month", "last year", "last spring", "last summer", "last autumn", "last fall", "last winter",
    "a week ago", "weeks ago", "a month ago", "months ago", "a year ago", "years ago", "earlier this month",
    "earlier this year", "the previous week", "the previous month", "the previous year", "in the past",
    "on a previous occasion", "on an earlier occasion",
)  # fmt: skip
DATE_OPENERS = words("in on since of during until back")

LANGUAGE = Language(
    code="en",
    stemmer="english",
    abbreviations=ABBREVIATIONS,
    ending_abbreviations=ENDING_ABBREVIATIONS,
    number_abbreviations=NUMBER_ABBREVIATIONS,
    capitalised_abbreviations=CAPITALISED_ABBREVIATIONS,
    months=MONTHS,
    sentence_openers=SENTENCE_OPENERS,
    quote_pairs=QUOTE_PAIRS,
    say_verbs=SAY_VERBS,
    that_verbs=THAT_VERBS | LISTENER_VERBS | DENYING_VERBS,
    listener_verbs=LISTENER_VERBS,
    denying_verbs=DENYING_VERBS,
    relative_openers=RELATIVE_OPENERS,
    conditional_openers=CONDITIONAL_OPENERS,
    conjunctions=CONJUNCTIONS,
    say_phrases=SAY_PHRASES,
    source_phrases=SOURCE_PHRASES,
    passive_phrases=PASSIVE_PHRASES,
    between_subject_and_verb=BETWEEN_SUBJECT_AND_VERB,
    question_labels=QUESTION_LABELS,
    complementizers=COMPLEMENTIZERS,
    passive_auxiliaries=PASSIVE_AUXILIARIES,
    progressive_endings=PROGRESSIVE_ENDINGS,
    infinitive_markers=INFINITIVE_MARKERS,
    comparative_openers=COMPARATIVE_OPENERS,
    clause_openers=CLAUSE_OPENERS,
    phrase_enders=PHRASE_ENDERS,
    serving=SERVING,
    determiners=DETERMINERS,
    definite_determiners=DEFINITE_DETERMINERS,
    pronouns=PRONOUNS,
    source_pronouns=SOURCE_PRONOUNS,
    plural_pronouns=PLURAL_PRONOUNS,
    genders=GENDERS,
    first_person=FIRST_PERSON,
    adverb_endings=ADVERB_ENDINGS,
    possessive_endings=POSSESSIVE_ENDINGS,
    name_particles=NAME_PARTICLES,
    office_nouns=OFFICE_NOUNS,
    negators=NEGATORS,
    negating_endings=NEGATING_ENDINGS,
    ambiguous_number_words=AMBIGUOUS_NUMBER_WORDS,
    number_words=NUMBER_WORDS,
    function_words=FUNCTION_WORDS,
    past_phrases=PAST_PHRASES,
    date_openers=DATE_OPENERS,
    month_numbers=MONTH_NUMBERS,
)
