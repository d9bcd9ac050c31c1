"""English words for attribution: reporting verbs, nouns for people, titles, pronouns and the small words around them.

Verbs are listed by their base form, irregular pasts after a slash, doubled consonants with a capital ("admiT").
"""

from __future__ import annotations

from reader.core.given_names import FEMALE, MALE
from reader.core.quotes.conjugation import english_forms
from reader.core.quotes.lexicon import Lexicon, W, collect, words

SAY = """
say/said tell/told write/wrote/written add continue ask reply respond answer state explain tweet email text repeat
recall conclude comment remark recount mention read/read reiterate retort quip joke shout yell whisper murmur mutter
exclaim declare announce interject elaborate emphasize stress note observe testify shoot/shot rejoin blog post chant
sing/sang/sung scream cry begin/began proclaim inform insist retweet message opine
"""

ACT = """
argue warn claim call describe suggest acknowledge admiT promise predict pledge urge assert boast accuse criticize
lament concede complain deny blame praise denounce condemn caution assure vow predict demand allege advise agree
apologize appeal assail assess attack attest attribute aver bemoan blast brag brand challenge characterize charge
chide cite clarify compare confess confide confirm congratulate contend convey counter credit decry deem defend
deplore deride detail disagree disclose dismiss dispute dub echo encourage endorse enthuse estimate exhort express
fire follow fume gripe groan grouse grumble gush hail hint imply implore indicate instruct invite invoke issue joke
jest label lambaste laugh lecture liken list marvel mock muse name objecT offer order outline plead/pleaded/pled
point portray pray preach press proffer propose protest publish put/put question quote rail rant reason rebuke
recommend refer/referred reflect refuse reject release remember remind report request reveal riff ridicule rip scoff
scold signal slam snap speak/spoke speculate spell submiT sum/summed summarize surmise swear/swore talk taunt
teach/taught tease thank theorize threaten thunder title tout trumpet underscore update vent voice volunteer wonder
worry liken mouth deadpan profess rule sign bellow bark beg/begged cheer boom crow drawl gasp giggle grin growl hiss
holler howl moan plead prod sigh smile sneer snort sob stammer summon toast utter venture vouch wail weigh whine
wisecrack declaim intone chortle chuckle
"""

MIND = """
think/thought believe hope feel/felt know/knew want wish find/found show/showed/shown see/saw consider expect fear
learn understand/understood decide discover doubt dream envision foresee/foresaw guess hear/heard imagine intend
love hate mean/meant plan prefer realize regard regret seek/sought seem sound suspect treat use view vote introduce
present position make/made give/gave deliver send/sent launch run/ran hold/held support go/went use
"""

NOUNISH = """
claim claims report reports call calls note notes comment comments question questions promise promises charge
charges state states tweet tweets post posts answer answers demand demands request requests joke jokes appeal attack
attacks text list name names issue issues fire release point points order orders press rule rules sign signs fear
fears hope hopes plan plans view views vote votes use show shows cry remark remarks statement voice talk talks
thought thoughts mind estimate challenge offer title toast laugh smile need look love hate run dream call support
feeling saying meaning warning reading writing meeting finding hearing email emails message messages update updates
address counter cheer boom fire hail brand label rip press credit echo follow worry wonder doubt plead object
objects signal voice
"""

TELL = """
tell tells told telling ask asks asked asking urge urges urged accuse accuses accused warn warns warned thank thanks
thanked assure assures assured remind reminds reminded inform informs informed call calls called calling described
describe describes criticize criticized praise praised blame blamed attack attacked mock mocked call invite invited
advise advised encourage encouraged challenge challenged email emailed text texted tweeted write wrote address
addressed condemn condemned dismiss dismissed compare compared label labeled dub dubbed
"""

AUX = """
has have had is are was were be been being will would can could may might must should shall do does did has've
hasn't haven't hadn't isn't aren't wasn't weren't won't wouldn't can't couldn't don't doesn't didn't 's ’s 'd ’d 've
’ve 'll ’ll 're ’re
"""

VERB = """
is are was were has had have took takes came comes got gets became becomes won wins lost loses led leads left leaves
met meets turned turns stood stands kept keeps started starts tried tries needs need wanted appeared appears remains
remained held began grew brought bought built paid sat spent fell rose ran stepped returned declined played served
visited worked lived looked watched waited walked moved opened received voted raised helped happened joined died
worked supports
"""

PREP = """
of in on at by for with from to about into over after before under between through during against among without
within along across behind beyond since until near upon toward towards despite like via per amid alongside outside
inside around off onto besides beside above below
"""

CONJ = "and or but nor so yet while as because although though when if where whereas that than unless once whether"
REL = "who whom which whose that where"
ADV = """
also then later again still often once recently repeatedly never always even just now only ever already soon further
today yesterday tonight quickly simply publicly privately bluntly famously flatly proudly reportedly rhetorically
previously immediately frequently occasionally originally finally eventually clearly certainly probably allegedly
angrily calmly cheerfully quietly loudly jokingly sarcastically softly sharply carefully rightly wrongly dryly wryly
there here so too
"""

STOP = (
    """
the a an this that these those it its he she they we i you his her their our my your in on at by for with from to of
about into over after before under between through during against among without within along as if when while since
until because although though but and or nor so yet not no yes what who whom whose which where why how there here now
then still even also just only once again perhaps maybe however meanwhile moreover furthermore instead indeed likewise
nevertheless nonetheless thus therefore hence otherwise besides despite unlike like both either neither each every all
any some many most much more few several such one two three four five six seven eight nine ten another other others
today yesterday tomorrow tonight last next first second third finally later earlier recently soon asked speaking
according citing calling noting adding saying referring responding pressed given yet is are was were will would can
could should has have had do does did let let's don't didn't that's there's
 well oh ok okay hey look listen sure thanks thank please never always ever nobody nothing everyone everything
something someone anyone people men women sources officials critics supporters experts others read watch see photo image
video advertisement related share follow updated editor's none half part asked because whether than too very really
"""
    + " a.m. p.m. ad abstract full text"
)

CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
october november december jan feb aug sept oct nov dec mondays tuesdays wednesdays thursdays fridays saturdays
sundays
"""

TITLE = """
miss mr mrs ms dr sir sen rep gov president senator governor minister secretary congressman congresswoman representative
mayor judge justice general gen lt col capt captain sgt professor prof king queen prince princess pope chairman
chairwoman chancellor ambassador attorney reverend rev father sister brother chief director commissioner
superintendent lady lord dame detective officer coach sheriff speaker councilman councilwoman pastor bishop cardinal
archbishop rabbi imam sheikh vice deputy former ex then-secretary spokesman spokeswoman spokesperson
"""

FEMALE_NOUNS = """
woman girl mother wife daughter sister aunt grandmother niece widow girlfriend actress queen princess spokeswoman
congresswoman chairwoman councilwoman businesswoman policewoman saleswoman lady mom mum mrs ms ma'am waitress
hostess duchess heiress nun first-lady housekeeper landlady maid housemaid witch countess baroness lass
"""

MALE_NOUNS = """
man boy father husband son brother uncle grandfather nephew widower boyfriend actor king prince spokesman
congressman chairman councilman businessman policeman salesman gentleman dad mr sir priest monk duke lord pope
bishop cardinal fisherman clergyman butler lad
"""

ROLES = """
president senator governor minister secretary representative mayor judge justice general captain professor pope
chancellor ambassador attorney reverend chief director commissioner superintendent detective officer coach sheriff
speaker pastor bishop cardinal rabbi imam spokesperson aide adviser advisor analyst expert strategist consultant
lawyer prosecutor lawmaker legislator candidate nominee frontrunner front-runner rival opponent supporter critic
activist advocate organizer leader head manager executive ceo founder co-founder owner boss partner colleague friend
neighbor resident voter delegate member official source reporter journalist writer author editor columnist
correspondent host anchor moderator interviewer blogger photographer historian scientist researcher scholar
economist psychologist sociologist doctor physician nurse surgeon patient teacher student principal dean pollster
fellow engineer mechanic driver farmer rancher worker employee laborer miner trader investor banker broker developer
builder designer architect artist painter musician singer rapper composer director producer filmmaker comedian
player athlete runner champion veteran soldier marine commander colonel lieutenant sergeant cop trooper agent
investigator inspector witness victim survivor suspect defendant plaintiff juror inmate prisoner immigrant refugee
migrant child kid teenager teen baby parent grandparent cousin relative citizen customer client shopper passenger
tourist visitor guest fan viewer reader user person individual mogul billionaire tycoon magnate businessperson
entrepreneur republican democrat conservative liberal socialist libertarian incumbent newcomer outsider insider
veteran protester demonstrator negotiator diplomat envoy delegate premier monarch ruler dictator insurgent rebel
glaciologist geologist biologist botanist zoologist meteorologist climatologist ecologist chemist physicist astronomer
mathematician statistician geographer anthropologist archaeologist linguist philosopher translator interpreter librarian
bookseller plumber electrician welder tailor hairdresser florist
sailor skipper pilot astronaut firefighter paramedic midwife pharmacist dentist vet veterinarian therapist
counselor tutor lecturer schoolteacher headteacher headmaster headmistress curator conservator sculptor illustrator
playwright poet novelist dramatist biographer essayist chef waiter bartender landlord tenant trustee treasurer
accountant auditor magistrate solicitor barrister notary farmhand beekeeper winemaker
fighter terrorist jihadist militant cleric preacher priest monk contender hopeful staffer operative surrogate ally
foe co-author coordinator chair vice-president spokespeople star celebrity model icon legend hero attendee
participant respondent observer operator guard stranger apprentice clergyman housekeeper landlady maid housemaid
butler porter innkeeper barman bartender clerk cook gardener blacksmith shepherd sentry youngster watchmaker waitress
"""

GROUPS = """
campaign committee company corporation firm agency department ministry office bureau board council commission court
government administration party union group organization association foundation institute university school college
team club church police army military navy embassy parliament congress senate house legislature white-house
newspaper magazine network station channel outlet website site publication press paper journal family couple crowd
coalition caucus delegation panel jury staff public city state country nation kremlin pentagon fbi cia nsa un eu
nato
"""

GROUP_PLURALS = """
officials sources critics supporters experts analysts researchers scientists economists lawyers attorneys
prosecutors lawmakers republicans democrats conservatives liberals activists advocates aides advisers organizers
leaders voters residents neighbors friends colleagues people men women parents students teachers workers protesters
demonstrators police authorities reporters journalists historians scholars doctors investigators witnesses observers
insiders strategists operatives fans some many others several both few most all none everyone nobody anyone someone
somebody everybody those
"""

DOCS = """
statement letter email e-mail message memo tweet post release report study survey poll article story column
editorial op-ed book memoir essay document transcript filing lawsuit complaint suit brief ruling opinion order law
bill resolution platform website page headline caption sign banner poster placard slogan ad advertisement video clip
song lyric inscription plaque note card invitation petition press-release text bulletin notice label title review
blog commercial narrator ballot
"""

ADJECTIVES = """
former ex current then late veteran senior junior top lead leading chief vice deputy young old older younger elderly
middle-aged longtime self-described self-proclaimed prominent local federal national presidential republican
democratic conservative liberal american british french german russian mexican spanish chinese israeli new first
second another other same unnamed anonymous fellow own white black latino hispanic muslim jewish christian catholic
evangelical retired famous wealthy outspoken one-time onetime would-be unidentified
"""


DEMONYMS = """
american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian
swedish norwegian danish finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian
ukrainian serbian croatian albanian estonian latvian lithuanian european canadian mexican cuban colombian venezuelan
ecuadorian peruvian bolivian chilean argentine argentinian uruguayan paraguayan brazilian guatemalan honduran
salvadoran nicaraguan panamanian haitian dominican jamaican chinese japanese korean vietnamese thai indonesian
malaysian filipino indian pakistani bangladeshi afghan iranian iraqi syrian lebanese jordanian israeli palestinian
egyptian libyan tunisian moroccan algerian sudanese ethiopian kenyan nigerian ghanaian australian african asian
arabic arab hebrew latin catalan basque galician persian hindi urdu swahili mandarin cantonese saudi emirati
"""


def _verbs(listed: str) -> tuple[list[str], list[str]]:
    """Return the finite forms and the -ing forms of the verbs listed."""
    finite: list[str] = []
    ing: list[str] = []
    for verb in listed.split():
        base, _, past = verb.partition("/")
        forms, gerunds = english_forms(f"{base}/{past}" if past else base)
        finite += forms
        ing += gerunds
    return finite, ing


def build() -> Lexicon:
    """Build the English lexicon."""
    say, saying = _verbs(SAY)
    act, acting = _verbs(ACT)
    mind, minding = _verbs(MIND)
    titles = words(TITLE)
    classes = collect(
        (say, W.SAY),
        (saying, W.SAY | W.GERUND),
        (act, W.ACT),
        (acting, W.ACT | W.GERUND),
        (mind, W.MIND),
        (minding, W.MIND | W.GERUND),
        (words(NOUNISH), W.NOUNISH),
        (words(TELL), W.TELL),
        (words(AUX), W.AUX),
        (words(VERB), W.VERB),
        (words("he him"), W.MASC),
        (words("she"), W.FEM),
        (words("he she they it who"), W.PRONOUN),
        (words("i we you"), W.PRONOUN | W.FIRST),
        (words("they them we us"), W.PLURAL),
        (words("him me us them you"), W.OBJECT),
        (words("her"), W.OBJECT | W.DET | W.FEM),
        (words("the this that these those his its their our my your"), W.DET),
        (words("a an another some many several one two three both most all few any each every"), W.DET | W.INDEF),
        (words(PREP), W.PREP),
        (words(CONJ), W.CONJ),
        (words(REL), W.REL),
        (words(ADV), W.ADV),
        (words(STOP), W.STOP),
        (words(CALENDAR), W.CALENDAR),
        (titles, W.TITLE),
        (words("mr mrs ms dr sen rep gov gen lt col capt sgt prof rev st jr sr vs inc co corp u.s no dept"), W.ABBREV),
        (words(ROLES), W.ROLE),
        (words(FEMALE_NOUNS), W.ROLE | W.FEM),
        (words(MALE_NOUNS), W.ROLE | W.MASC),
        (words(GROUPS), W.GROUP),
        (words(GROUP_PLURALS), W.ROLE | W.PLURAL),
        ([noun + "s" for noun in words(ROLES)], W.ROLE | W.PLURAL),
        ([noun + "s" for noun in words(GROUPS)], W.GROUP | W.PLURAL),
        (words(DOCS), W.DOC),
        (["according"], W.SOURCE | W.PREP),
        (["words", "per"], W.SOURCE),
        (words(ADJECTIVES), W.ADJ),
        (words(DEMONYMS), W.DEMONYM),
        (words("of the for and de van von der den del la al bin ibn el du da di y"), W.LINK),
    )
    return Lexicon("en", classes, FEMALE, MALE)
