"""English."""

from __future__ import annotations

from quotetrace.languages import Language, words
from quotetrace.languages import _en_meaning as meaning

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
    reiterating conclude concludes concluded concluding reply replies replied replying respond responds responded
    responding answered commented remarked observe observes observed indicate indicates indicated indicating
    suggest suggests suggested suggesting mention mentions mentioned confirm confirms confirmed confirming write
    writes wrote writing tweet tweets tweeted tweeting quipped joked caution cautions cautioned predict predicts
    predicted admit admits admitted acknowledge acknowledges acknowledged concede concedes conceded reveal reveals
    revealed reported repeat repeats repeated urge urges urged allege alleges alleged contend contends contended exclaim
    exclaims exclaimed testify testifies testified complain complains complained vow vows vowed pledge pledges
    pledged clarify clarifies clarified specify specifies specified shout shouted shouts yell yelled yells
    whisper whispers whispered boast boasts boasted lament laments lamented demanded
    affirm affirms affirmed affirming attest attests attested avow avowed bragged brags chimed
    confess confesses confessed confide confides confided countered deadpanned disclose discloses disclosed
    disclosing divulge divulges divulged elaborated enthused gripes griped groused grumbled hypothesized
    interjected intoned joking mused mused muttered murmured mumbled opine opines opined posits posited
    proclaim proclaims proclaimed proclaiming protested quips recounts recounted rejoined retort retorts retorted
    screamed snapped stipulates stipulated swore theorizes theorized tweeted volunteered
""")
SUREST_VERBS = words("say says said saying")
LISTENER_VERBS = words("""tell tells told telling assure assures assured assuring inform informs informed informing
    notify notifies notified notifying remind reminds reminded reminding""")
DENYING_VERBS = words("deny denies denied denying")
RELATIVE_OPENERS = words("that which who whom what than how")
CONDITIONAL_OPENERS = words("if whether unless")
CONJUNCTIONS = words("and")
THAT_VERBS = words("""
    believe believes believed think thinks thought hope hopes hoped expect expects expected promise promises
    promised agree agrees agreed fear fears feared feel feels felt estimate estimates estimated demand demands
    demanded propose proposes proposed recommend recommends recommended ask asks asked wonder wonders wondered
    imply implies implied hint hints hinted accuse accuses accused call calls called describe describes
    described continue continues continued report reports
    advise advises advised comment comments forecast forecasts guarantee guarantees guaranteed instruct
    instructs instructed joke jokes object objects objected prophesied reason reasons reasoned remark remarks
    speculate speculates speculated submit submits submitted surmise surmises surmised swear swears worry worries
    worried
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
    once still even twice did does do often always long first all both each
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
JOINERS = words("and but or though although while whereas yet")
GERUND_OPENERS = words("by while before after when")
PERSON_RELATIVES = words("who")
TIME_WORDS = words("""
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight earlier later recently
""")
SERVING = words("of for to with at in")
DEFINITE_DETERMINERS = words("the this that his her their its")
DETERMINERS = words("the a an this that his her their its one another")
PRONOUNS = words("he she they")
CLAUSE_PRONOUNS = words("i we he she it they there you")
SOURCE_PRONOUNS = words("him her them")
PLURAL_PRONOUNS = words("they them")
GENDERS = dict.fromkeys(
    words("he him his himself mr sir spokesman chairman congressman king prince pope businessman son father"),
    "masculine",
) | dict.fromkeys(
    words("she her hers herself mrs ms miss lady spokeswoman chairwoman congresswoman queen princess businesswoman"),
    "feminine",
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
    businessman businesswoman billionaire mogul tycoon magnate entrepreneur doctor physician surgeon justice magistrate
    legislator contender counsel solicitor scholar colonel sergeant lieutenant superintendent detective inspector
    reverend sheriff undersecretary councilman councilwoman
""")
GENDERED_PRONOUNS = words("he him his himself she her hers herself")
POSSESSIVE_DETERMINERS = words("his her their its our my your")
PLACE_OPENERS = words("in at on near across during throughout outside inside since until")
OFFICE_ABBREVIATIONS = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "prof": "professor",
    "amb": "ambassador", "col": "colonel", "sgt": "sergeant", "capt": "captain", "lt": "lieutenant",
    "pres": "president", "supt": "superintendent", "det": "detective", "insp": "inspector", "dr": "doctor",
    "rev": "reverend", "sec": "secretary",
}  # fmt: skip
OFFICE_CLASSES = (
    words("representative congressman congresswoman lawmaker legislator"),
    words("senator lawmaker legislator"),
    words("spokesman spokeswoman spokesperson"),
    words("chairman chairwoman chairperson chair"),
    words("candidate nominee contender hopeful"),
    words("lawyer attorney counsel solicitor"),
    words("doctor physician surgeon"),
    words("ambassador envoy diplomat"),
    words("judge justice magistrate"),
    words("professor academic scholar"),
    words("adviser advisor aide strategist"),
    words("businessman businesswoman entrepreneur billionaire magnate mogul tycoon"),
)
LEADING_NOUNS = words("head chief leader director minister secretary commissioner boss")
BODY_NOUNS = words("""
    ministry department agency government administration campaign police company office committee council group team
    report study poll source sources party union university institute foundation association court bank board
    commission congress senate parliament house court center centre corporation organization convention party
""")
DEMONYMS = words("""
    swede dane finn pole turk serb croat scot briton greek czech thai swiss slovak kurd uzbek tajik kazakh spaniard
    filipino iraqi israeli pakistani saudi yemeni kuwaiti omani qatari emirati bangladeshi afghan argentine texan
""")
NAME_SUFFIXES = words("jr sr esq phd md ii iii")
RANK_WORDS = words("deputy vice former ex acting assistant associate late onetime future")

# -- meaning

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
    capitalised_abbreviations=CAPITALISED_ABBREVIATIONS,
    months=MONTHS,
    sentence_openers=SENTENCE_OPENERS,
    quote_pairs=QUOTE_PAIRS,
    say_verbs=SAY_VERBS,
    surest_verbs=SUREST_VERBS,
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
    time_words=TIME_WORDS,
    joiners=JOINERS,
    gerund_openers=GERUND_OPENERS,
    person_relatives=PERSON_RELATIVES,
    serving=SERVING,
    determiners=DETERMINERS,
    definite_determiners=DEFINITE_DETERMINERS,
    pronouns=PRONOUNS,
    clause_pronouns=CLAUSE_PRONOUNS,
    source_pronouns=SOURCE_PRONOUNS,
    plural_pronouns=PLURAL_PRONOUNS,
    genders=GENDERS,
    first_person=FIRST_PERSON,
    adverb_endings=ADVERB_ENDINGS,
    possessive_endings=POSSESSIVE_ENDINGS,
    name_particles=NAME_PARTICLES,
    office_nouns=OFFICE_NOUNS,
    negators=meaning.NEGATORS | DENYING_VERBS,
    negating_endings=meaning.NEGATING_ENDINGS,
    ambiguous_number_words=meaning.AMBIGUOUS_NUMBER_WORDS,
    number_words=meaning.NUMBER_WORDS,
    function_words=FUNCTION_WORDS,
    negating_phrases=meaning.NEGATING_PHRASES,
    harmless_negations=meaning.HARMLESS_NEGATIONS,
    negating_prefixes=meaning.NEGATING_PREFIXES,
    poles=meaning.POLES,
    impersonal_pronouns=words("one you people"),
    indefinite_pronouns=words("others another someone somebody something anyone anybody anything"),
    negating_determiners=words("no"),
    indefinite_determiners=words("a an any"),
    negated_participles=(("un", "ed"),),
    unnegated_beginnings=("under", "uni"),
    vague_letters="aeiouyhj",
    opposite_affixes=meaning.OPPOSITE_AFFIXES,
    ordinal_words=meaning.ORDINAL_WORDS,
    fraction_words=meaning.FRACTION_WORDS,
    fraction_joiners=words("and"),
    fraction_links=words("of a an"),
    number_letters={"k": "thousand", "m": "million", "mn": "million", "b": "billion", "tn": "trillion"},
    multipliers=meaning.MULTIPLIERS,
    condition_openers=meaning.CONDITION_OPENERS,
    reason_openers=words("because although though since whereas despite"),
    weekdays=meaning.WEEKDAYS,
    past_endings=("ed",),
    future_in_the_past=frozenset({"would", "'d"}),
    tenses=meaning.TENSES,
    shades=meaning.SHADES,
    number_bounds=meaning.NUMBER_BOUNDS,
    gendered_pronouns=GENDERED_PRONOUNS,
    possessive_determiners=POSSESSIVE_DETERMINERS,
    place_openers=PLACE_OPENERS,
    office_abbreviations=OFFICE_ABBREVIATIONS,
    office_classes=OFFICE_CLASSES,
    leading_nouns=LEADING_NOUNS,
    body_nouns=BODY_NOUNS,
    has_articles=True,
    demonyms=DEMONYMS,
    demonym_endings=("ian", "ean", "ican", "rman", "chman", "shman", "woman", "ese", "ish", "ander"),
    age_words=words("year-old"),
    name_suffixes=NAME_SUFFIXES,
    rank_words=RANK_WORDS,
    past_phrases=meaning.PAST_PHRASES,
    date_openers=meaning.DATE_OPENERS,
    month_numbers=MONTH_NUMBERS,
)
