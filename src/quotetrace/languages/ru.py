"""Russian. Words are written with е where ё may stand too; both spellings are known."""

from __future__ import annotations

from itertools import product

from quotetrace.languages import Language, words
from quotetrace.languages import _ru_meaning as meaning
from quotetrace.languages import _ru_offices as offices

# -- sentences

ABBREVIATIONS = words("""
    им ул пл пр пер просп наб пос дер оз обл р-н тел напр т.е т.к т.н св гл ред сост авт изд соч проф акад доц
    канд докт чл чл.-корр ген полк подп майор лейт кап серж адм инж зам пом зав нач дир гр гр-н гр-ка тов
    преп диак архим еп архиеп митр о-в п-ов лат англ нем франц фр итал исп греч рус укр араб яп кит польск
    тур евр санскр древнегреч др.-греч мн ед муж жен букв устар разг анг ок около прибл ср cp см напр млн млрд трлн
    тыс корр спец гос ж.-д ж.д рис илл табл
""")
ENDING_ABBREVIATIONS = words("""
    г гг в вв н.э э д др п пр проч т.д т.п руб коп кв мин сек час ч чел экз шт кг км см мм м л га куб долл евро
    стр с т и.о б.м стб род ум тыс млн млрд
""")
NUMBER_ABBREVIATIONS = words("""
    ст гл п пп разд ч т с стр рис табл илл прим вып кн д корп кв оф подъезд стр № no лит янв февр фев мар апр
    июн июл авг сент сен окт нояб ноя дек пн вт ср чт сб вс см параграф
""")
CAPITALISED_ABBREVIATIONS = words("")
_MONTHS = (
    *(("январ", "ь я ю ем е"), ("феврал", "ь я ю ем е"), ("март", "- а у ом е"), ("апрел", "ь я ю ем е")),
    *(("ма", "й я ю ем е"), ("июн", "ь я ю ем е"), ("июл", "ь я ю ем е"), ("август", "- а у ом е")),
    *((stem, "ь я ю ем е") for stem in ("сентябр", "октябр", "ноябр", "декабр")),
)
MONTH_NUMBERS = {
    stem + ending.strip("-"): number for number, (stem, endings) in enumerate(_MONTHS, 1) for ending in endings.split()
}
MONTHS = frozenset(MONTH_NUMBERS)
SENTENCE_OPENERS = words("""
    а и но или да же ли бы если хотя чтобы пока когда где куда откуда как так так-то потому поэтому зато однако
    впрочем тогда там тут здесь туда сюда оттуда теперь сейчас потом затем после перед до для без под над при про
    через между из из-за из-под от у о об обо по с со в во на к ко за среди кроме вместо вместе благодаря согласно
    несмотря вследствие ввиду против около возле вокруг вдоль сквозь внутри вне мимо
    я ты он она оно мы вы они его ее её их им ему ей ею ими мне меня мной тебя тебе нас нам нами вас вам вами него
    нее неё них нему ней ним ними это эта этот эти этого этой этому этим этих то та тот те того той тому тем тех
    такой такая такое такие весь вся все всё всего всех всем всему сам сама само сами мой моя мое моё мои наш наша
    наше наши ваш ваша ваше ваши свой своя свое своё свои который которая которое которые кто что чего кого кому чем
    чей чья чье чьё какой какая какое какие почему зачем сколько никто ничто никогда нигде никак ничего никакой
    некоторые несколько многие много мало каждый каждая каждое любой любая другой другая другие иной иначе один одна
    одно одни первый первая первое первые второй вторая второе третий оба обе двое трое два две три четыре пять
    не нет ни нельзя можно надо нужно есть был была было были будет будут быть стал стала также тоже еще ещё уже
    лишь только даже именно ведь вот вон пусть давайте неужели разве может возможно вероятно конечно наверное
    кстати например наконец сначала вначале вскоре позже позднее ранее раньше недавно давно сегодня вчера завтра
    всегда иногда часто обычно вообще особенно почти примерно более менее больше меньше кроме помимо итак значит
    следовательно таким причем причём притом спустя
""")

# -- quotations


def _forms(stems: str, endings: str) -> frozenset[str]:
    """Join each stem with each ending; `-` is the bare stem."""
    return frozenset(stem + ending.strip("-") for stem in stems.split() for ending in endings.split())


_PAST = "л ла ло ли"
_PRESENT = "ет ют"
QUOTE_PAIRS = (("«", "»"), ("„", "“"), ("“", "”"), ('"', '"'), ("‘", "’"))
# Reporting verbs: the past of both genders and numbers, the present, and participles such as "добавив".
SAY_VERBS = (
    _forms(
        """
        сказа говори заяви заявля отмети отмеча подчеркну подчеркива добави добавля сообщи сообща объясни объясня
        поясни поясня рассказа рассказыва уточни уточня напомни напомина призна признава утвержда ответи отвеча
        подтверди подтвержда предупреди предупрежда констатирова резюмирова заключи указа указыва посетова написа
        писа объяви объявля замети замеча настаива повтори повторя возрази возража воскликну пошути спрогнозирова
        предположи полага посчита счита дума заверя завери высказа продолжи спроси проинформирова доложи
        назва обрати суммирова процитирова обвини сформулирова предрек передава переда прокомментирова
        подытожи пообеща обеща потребова предложи предлага призва призыва рекомендова порекомендова
        """,
        _PAST,
    )
    | _forms(
        """
        заявля отмеча подчеркива добавля сообща объясня поясня рассказыва уточня напомина призна утвержда отвеча
        подтвержда предупрежда констатиру указыва настаива повторя возража полага счита дума обеща замеча переда
        предлага призыва требу рекоменду
        """,
        _PRESENT,
    )
    | _forms("признал пожаловал поделил согласил поинтересовал возмутил", "ся ась ись")
    | _forms("заяви отмети подчеркну добави поясни уточни напомни призна сообщи сказа замети ответи", "в")
    | _forms("заявля отмеча подчеркива добавля поясня утвержда напомина", "я")
    | words("""
        называет называют говорит говорят пишет пишут надеется надеются надеялся надеялась надеялись уверен уверена
        уверены убежден убеждена убеждены говорится отмечается сообщается подчеркивается сказано
    """)
)
DENYING_VERBS = _forms("опроверг отверг", "- ла ли") | _forms("отрица опроверга отверга", "л ла ли ет ют")
LISTENER_VERBS = frozenset[str]()
# Those that can do without "что", before what is promised or asked for.
BARE_VERBS = _forms("пообеща обеща потребова предложи предлага призва призыва рекомендова порекомендова", _PAST)
RELAYING_VERBS = words("сообщает сообщают передает передают пишет пишут сообщило передало сообщили передали")
SAY_PHRASES = tuple(
    f"{verb} {rest}"
    for verb, rest in product(_forms("обрати обраща", _PAST) | words("обращает обращают"), ["внимание"])
) + tuple(
    f"{verb} {rest}"
    for verb, rest in product(_forms("да", _PAST) | words("дает"), ["понять"])
)  # fmt: skip
_SOURCES = """
    словам мнению данным информации оценке оценкам утверждению версии сведениям сообщению подсчетам прогнозам
    убеждению
"""
_POSSESSIVES = words("его ее её их")
SOURCE_PHRASES = (
    *(f"по {noun}" for noun in words(_SOURCES)),
    *(f"по {owner} {noun}" for owner, noun in product(_POSSESSIVES, words(_SOURCES))),
    *(f"с {owner} слов" for owner in _POSSESSIVES), "со слов", "со ссылкой на", "с точки зрения",
)  # fmt: skip
PASSIVE_PHRASES = tuple(
    f"{about} {verb}"
    for about, verb in product(
        ("об этом", "о том"),
        _forms("заяви сообщи рассказа объяви написа говори", _PAST)
        | words("сообщает сообщают заявляет рассказывает пишет пишут говорится"),
    )
)
BETWEEN_SUBJECT_AND_VERB = words("""
    также ранее затем потом тоже уже еще ещё снова вновь позже позднее накануне сегодня вчера при этом же лишь
    только дважды неоднократно прямо отдельно особо особенно даже все всё недавно однако между тем
""")
QUESTION_LABELS = words("вопрос журналист корреспондент ведущий ведущая модератор репортер репортёр из зала в")
COMPLEMENTIZERS = words("что чтобы будто якобы")
COMPARATIVE_OPENERS = words("как")
RELATIVE_OPENERS = words("""
    который которая которое которые которого которой которых которому которым которую котором кто чем
""")
PERSON_RELATIVES = words("который которая которые")
CONDITIONAL_OPENERS = words("если ли бы")
CONJUNCTIONS = words("и")
JOINERS = words("и а но однако хотя")
CLAUSE_OPENERS = RELATIVE_OPENERS | words("""
    и а но или что чтобы как если когда где хотя поскольку пока однако ведь будто либо куда откуда почему
""")
PHRASE_ENDERS = words("""
    в во на с со из у к ко от до после перед во через при за под над о об обо для без между из-за про среди
    сегодня вчера завтра накануне ранее позже позднее утром вечером днем днём журналистам журналисту репортерам
    корреспонденту агентству газете телеканалу изданию порталу
    понедельник вторник среду четверг пятницу субботу воскресенье
""")
PLACE_OPENERS = words("в во на из с со у от до под над за при через около вокруг для о об к ко")
SERVING = words("по при")
DEFINITE_DETERMINERS = words("этот эта эти тот та те этого этой")
DETERMINERS = DEFINITE_DETERMINERS | words("один одна некий некая одного одной")
PRONOUNS = words("он она они")
CLAUSE_PRONOUNS = words("я мы он она оно они это вы")
SOURCE_PRONOUNS = words("его ее её их него нее неё них")
PLURAL_PRONOUNS = words("они их них ими им")
FIRST_PERSON = words("я мы")
NAME_PARTICLES = words("фон де ван дер ибн бен оглы кызы аль эль ла ди да")
NAME_ENDINGS = (
    "а", "у", "ом", "ым", "е", "ой", "ою", "ы", "и", "ий", "ый", "ого", "его", "ому", "ему", "им", "ая", "ую", "ей",
    "ею", "я", "ю", "ем", "ём", "й", "ь", "ьем", "ия", "ию", "ием",
)  # fmt: skip
PATRONYMIC_ENDINGS = (
    "вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "ьич", "ьича", "ьичу", "ьичем",
    "ична", "ичны", "ичне", "ичну", "ичной",
)  # fmt: skip
GENDERED_PRONOUNS = words("он его него ему нему ним она ее её нее неё ей ней ею")
GENDERS = dict.fromkeys(words("он его него ему нему ним господин"), "masculine") | dict.fromkeys(
    words("она ее её нее неё ей ней ею госпожа представительница чиновница начальница сотрудница заведующая"),
    "feminine",
)

# -- occasions

PAST_PHRASES = (
    "на прошлой неделе", "в прошлом месяце", "в прошлом году", "прошлой весной", "прошлым летом", "прошлой осенью",
    "прошлой зимой", "неделю назад", "недели назад", "недель назад", "месяц назад", "месяца назад", "месяцев назад",
    "год назад", "года назад", "лет назад", "ранее в этом месяце", "ранее в этом году", "в прошлый раз",
)  # fmt: skip
DATE_OPENERS = words("в во")

LANGUAGE = Language(
    code="ru",
    stemmer="russian",
    script="Cyrillic",
    abbreviations=ABBREVIATIONS,
    ending_abbreviations=ENDING_ABBREVIATIONS,
    number_abbreviations=NUMBER_ABBREVIATIONS,
    capitalised_abbreviations=CAPITALISED_ABBREVIATIONS,
    months=MONTHS,
    sentence_openers=SENTENCE_OPENERS,
    quote_pairs=QUOTE_PAIRS,
    say_verbs=SAY_VERBS,
    that_verbs=(SAY_VERBS - BARE_VERBS) | DENYING_VERBS,
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
    comparative_openers=COMPARATIVE_OPENERS,
    clause_openers=CLAUSE_OPENERS,
    phrase_enders=PHRASE_ENDERS,
    place_openers=PLACE_OPENERS,
    free_order=True,
    comma_before_that=True,
    progressive_endings=("в", "я"),
    relaying_verbs=RELAYING_VERBS,
    joiners=JOINERS,
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
    name_particles=NAME_PARTICLES,
    office_nouns=offices.NOUNS,
    office_forms=offices.FORMS,
    body_nouns=offices.BODIES,
    leading_nouns=offices.LEADING,
    rank_words=offices.RANKS,
    head_first=True,
    name_endings=NAME_ENDINGS,
    patronymic_endings=PATRONYMIC_ENDINGS,
    gendered_endings={"л": "masculine", "лся": "masculine", "ла": "feminine", "лась": "feminine"},
    gendered_pronouns=GENDERED_PRONOUNS,
    vague_letters="аеиоуыэюяйьъ",
    negators=meaning.NEGATORS | DENYING_VERBS,
    negating_phrases=meaning.NEGATING_PHRASES,
    harmless_negations=meaning.HARMLESS_NEGATIONS,
    negating_prefixes=("не", "без", "бес"),
    negating_determiners=words("нет никакой никакого никаких никакую никакая никакое никакие никаким никакими"),
    indefinite_determiners=words("никакого никакой никаких никакую"),
    indefinite_pronouns=words("кто-то кого-то кому-то что-то чего-то кто-нибудь что-нибудь кто-либо что-либо"),
    poles=meaning.POLES,
    condition_openers=meaning.CONDITION_OPENERS,
    reason_openers=words("потому поскольку хотя ибо несмотря"),
    weekdays=meaning.WEEKDAYS,
    lower_case_dates=True,
    past_phrases=PAST_PHRASES,
    date_openers=DATE_OPENERS,
    month_numbers=MONTH_NUMBERS,
    possessive_determiners=words("его ее её их мой моя моего моей наш наша нашего нашей ваш ваша свой своя своей"),
    tenses=meaning.TENSES,
    shades=meaning.SHADES,
    number_bounds=meaning.NUMBER_BOUNDS,
    decimal_comma=True,
    ordinal_words=meaning.ORDINAL_WORDS,
    fraction_words=meaning.FRACTION_WORDS,
    fraction_joiners=words("с"),
    multipliers=meaning.MULTIPLIERS,
    ambiguous_number_words=meaning.AMBIGUOUS_NUMBER_WORDS,
    number_words=meaning.NUMBER_WORDS,
    function_words=meaning.FUNCTION_WORDS,
)
