"""Spanish words for attribution: reporting verbs, nouns for people, titles, pronouns and the small words around them.

Verbs are listed by their infinitive, with the vowel that changes under stress ("contar:o>ue"); forms that no rule
gives are listed after them. Compound tenses ("ha señalado", "habría dicho") are an auxiliary and the participle.
"""

from __future__ import annotations

from reader.core.given_names import FEMALE, MALE
from reader.core.quotes.conjugation import spanish_forms
from reader.core.quotes.lexicon import Lexicon, W, collect, words
from reader.core.quotes.nouns_es import ADJECTIVES, DOCS, GROUPS, NATIVES, THINGS, paired, plural, roles

SAY = """
señalar afirmar asegurar explicar añadir agregar declarar manifestar:e>ie indicar apuntar comentar contar:o>ue
responder contestar preguntar escribir subrayar recalcar remarcar precisar matizar puntualizar expresar mencionar
concluir insistir reiterar recordar:o>ue informar anunciar advertir:e>ie sostener aclarar admitir reconocer
confesar:e>ie relatar narrar exclamar replicar apostillar tuitear publicar aseverar destacar resaltar continuar
proseguir:e>i repetir:e>i aducir argumentar argüir acotar espetar bromear ironizar sentenciar zanjar rematar revelar
detallar ahondar abundar enfatizar externar refrendar acentuar susurrar murmurar gritar musitar balbucear
tartamudear vociferar interrumpir interrogar inquirir prorrumpir objetar balbucir terciar remachar finalizar resumir
deslizar redactar
observar adelantar avanzar avisar desvelar recapitular corroborar trinar postear retuitear apuntillar conceder
garantizar determinar abrirse lamentarse sincerarse confesarse desahogarse reafirmarse transmitir trasladar
"""

ACT = """
acusar alertar criticar denunciar lamentar exigir pedir:e>i reclamar solicitar rogar:o>ue ordenar prometer jurar
negar:e>ie desmentir:e>ie confirmar ratificar rechazar condenar reprochar recriminar censurar cuestionar
defender:e>ie justificar argumentar razonar alegar pronosticar predecir vaticinar augurar proponer plantear
sugerir:e>ie recomendar:e>ie aconsejar instar urgir apelar llamar calificar tachar tildar describir definir
denominar bautizar catalogar considerar valorar celebrar felicitar agradecer elogiar alabar ensalzar aplaudir
aprobar:o>ue respaldar apoyar avalar resolver:o>ue fallar dictaminar recoger relatar reflexionar opinar juzgar
estimar creer pensar:e>ie sentir:e>ie entender:e>ie ver explicitar presumir alardear ufanarse jactarse quejarse
disculparse excusarse sincerarse pronunciarse referirse:e>ie dirigirse expresarse definirse presentarse
despedirse:e>i preguntarse cuestionarse hablar conversar dialogar charlar discutir debatir comunicar notificar
exponer difundir divulgar compartir firmar suscribir citar evocar rememorar lanzar clamar implorar suplicar invocar
protestar increpar regañar amenazar arremeter cargar atacar burlarse mofarse reírse sonreír:e>i suspirar sollozar
gemir:e>i gruñir chillar aullar bramar rugir farfullar mascullar canturrear cantar recitar rezar leer entonar corear
dictar enseñar ilustrar ejemplificar especificar desgranar diferenciar comparar equiparar coincidir convenir
discrepar disentir:e>ie diagnosticar analizar evaluar concretar esclarecer abogar animar invitar convocar proclamar
pregonar profetizar profesar testificar testimoniar declararse mostrarse manifestarse:e>ie reprender corregir:e>i
enmendar:e>ie saludar brindar despachar explayarse extenderse:e>ie atribuir achacar imputar culpar responsabilizar
asentir:e>ie admirar asumir atajar contraatacar contraponer rebatir refutar arengar reivindicar vislumbrar constatar
comprobar:o>ue verificar apreciar apostar:o>ue apurar intervenir abrir cerrar:e>ie preguntar ofrecer
exhortar conminar prevenir mantener:e>ie aventurar anticipar deplorar repudiar reprobar desaprobar dolerse
congratularse felicitarse alegrarse vanagloriarse enorgullecerse resignarse justificarse exculparse defenderse:e>ie
comprometerse indignarse sorprenderse extrañarse ratificarse afear interpelar emplazar retar desafiar descalificar
desdeñar menospreciar minimizar tranquilizar caracterizar retratar motejar apodar etiquetar teorizar filosofar
pontificar divagar perorar cuchichear colegir conjeturar vindicar postular acordar:o>ue decretar disponer establecer
estipular secundar consolar alentar:e>ie lamentarse confiarse encararse rebelarse revolverse:o>ue escudarse ampararse
parafrasear desautorizar desacreditar ridiculizar tronar:o>ue refunfuñar rezongar porfiar perjurar aseverar reseñar
glosar resaltar cifrar
"""

MIND = """
esperar temer soñar:o>ue imaginar desear querer:e>ie saber conocer decidir descubrir notar observar percibir intuir
sospechar dudar confiar anhelar pretender intentar buscar mostrar:o>ue demostrar:o>ue evidenciar reflejar presentar
exhibir figurar rezar titular indicar tener:e>ie estar encontrar:o>ue ubicar basar utilizar usar emplear aludir
suponer proyectar prever planear aspirar incidir escuchar oír inscribir dejar marcar apelar dedicar expandir
trasladar
"""

# Forms of irregular verbs.
SAY_FORMS = """
pregunté respondí contesté añadí grité expliqué susurré murmuré exclamé repliqué insistí repetí
dice dicen dijo dijeron decía decían dirá dirán diría dirían dijera dijese digo dije decimos dijimos dicho diga
digan dijiste dices sostiene sostienen sostuvo sostuvieron sostendrá sostendría reconoce reconozco adujo adujeron
concluye concluyen concluyó arguye arguyen arguyó prosiguió inquirió prorrumpe balbuceó refiere refirió agregó
espeta
"""
SAY_NON_FINITE = "diciendo decir sosteniendo contradiciendo"
ACT_FORMS = """
predijo predijeron predice desdijo contradijo contradice contradicen contradijeron bendijo maldijo maldice propuso
propusieron propondrá propuesto expuso expusieron expuesto impuso supuso supone pidiera descrito
descrita escrito resuelto visto ve ven veía vio vieron cree creen creyó creía sonríe sonrió ríe rió rio leyó lee
leía atribuye atribuyó intervino interviene convino conviene repuso repone repuesto hizo hace hacen hecho desmiente
dio da dan abierto
mantuvo mantuvieron mantendrá mantendría dispuso dispusieron dispuesto establece establecen tradujo traducen traduce
"""
MIND_FORMS = """
quiso quisieron sabe sabía supo tuvo tuvieron tenía tiene estuvo está están estaba prevé preveía oyó oye supuesto
"""

NOUNISH = """
cuenta cuento nota llama reclamo anuncio pregunta denuncia reporte apunte apuntes firma relato crítica critica
lamento defensa propuesta expuesto ley apoyo aplauso recuerdo cita carga amenaza protesta condena comunicado
supuesto hecho aprecio busca sueño deseo muestra usa uso marca trato dicho grito murmullo suspiro sonríe fallo
dictado lee recomienda ordena contesta respuesta replica réplica alerta valora charla habla saludo brindis debate
lanza ofrece canto duda reza apuesta cierra cierre visto vista escrito escrita juicio informe admiro estado presente
presenta mostrador recoge decidido conocido conocida abierto abierta publicado
cifra cifras avance aviso acuerdo avala trina dispuesto consuelo decreto reto desafío adelanto aliento retrato retrata
"""

TELL = """
pedir pide pidió piden pidieron preguntar preguntó acusar acusó acusa acusaron llamar llamó llama calificar calificó
califica tachó tacha tildó tilda responder respondió responde contestó contesta instó insta exigió exige
"""

AUX = """
ha han había habían habrá habrán habría habrían haya hayan hubiera hubieran he hemos hube hubo fue fueron es son era
eran será sería sido ser está están estaba estaban estuvo va van iba iban puede pueden podía podría podrán debe
deben debía debería suele suelen solía vuelve vuelven volvió volvieron acaba acaban acabó llegó llega quiso quiere
"""

VERB = """
es son era eran fue fueron está están estaba estuvo tiene tienen tenía tuvo tuvieron hay hubo había hace hacen hizo
hicieron puede pueden pudo debe deben va van fue quiere quieren llegó llega salió sale viene vino ganó perdió nació
murió participó participa acudió visitó recibió reciben vive vivía trabaja trabajó comenzó empezó inició terminó
acabó quedó queda parece pareció sigue siguió lleva llevó logró consiguió aceptó firmó nombró eligió votó aprobó
anotó jugó encabeza encabezó dirige dirigió preside presidió lidera mantiene mantuvo ocurrió sucedió pasó pasa
incluye existe
"""

CLITIC = "lo la los las le les se me te nos os no"
PREP = """
a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras del al vía
"""
CONJ = "y e o u pero sino mas aunque mientras porque pues como cuando donde si ni que"
REL = "que quien quienes cual cuales cuyo cuya donde"
ADV = """
también además luego después entonces ya ahora hoy ayer mañana siempre nunca así asimismo incluso todavía aún solo
sólo más tarde antes posteriormente finalmente anteriormente recientemente categóricamente tajantemente claramente
igualmente previamente literalmente textualmente públicamente irónicamente seguidamente inmediatamente rotundamente
enseguida casi apenas tampoco rápidamente por otra parte
"""

STOP = """
respecto frente junto debido preguntado preguntada preguntados consultado consultada cuestionado cuestionada interrogado
interrogada dentro fuera cerca lejos hace cabe conforme entretanto nuevamente acto tanto dado dada pese gran
mejor peor lejos tampoco tales cuyo cuya mucho nueva nuevo
el la los las lo un una unos unas este esta esto estos estas ese esa eso esos esas aquel aquella aquellos aquellas
su sus mi mis tu tus nuestro nuestra nuestros nuestras él ella ellos ellas yo tú usted ustedes nosotros se le les me
te nos a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin sobre tras del al y
e o u pero sino mas aunque mientras porque pues como cómo cuando cuándo donde dónde si sí no ni que qué quien quién
quienes cual cuál también además luego después entonces ya ahora hoy ayer mañana siempre nunca así asimismo incluso
todavía aún solo sólo más menos muy mucho muchos mucha muchas poco pocos poca pocas todo todos toda todas otro otra
otros otras cada algún alguno alguna algunos algunas ningún ninguno ninguna nadie nada algo alguien cualquier ambos
ambas varios varias uno dos tres cuatro cinco seis siete ocho nueve diez primero segundo tercero finalmente sin
embargo gracias antes mediante tal tales tanto tan es son era fue hay hubo ha han había está están dijo dice señaló
añadió explicó afirmó aseguró foto imagen vídeo video publicidad anuncio relacionado lee compartir mire vea además
posteriormente actualmente recientemente anteriormente asimismo igualmente quizá quizás acaso ojalá bueno bien mal
claro hola oiga mira oye vamos pregunta respuesta señor durante apenas casi tampoco aquí allí ahí allá medio
últimamente
"""

CALENDAR = """
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre
setiembre octubre noviembre diciembre
"""

TITLE = """
miss sr sra srta dr dra don doña señor señora señorita presidente presidenta expresidente expresidenta vicepresidente
vicepresidenta ministro ministra exministro exministra senador senadora diputado diputada alcalde alcaldesa
gobernador gobernadora secretario secretaria juez jueza magistrado magistrada fiscal general coronel capitán
comandante teniente rey reina príncipe princesa papa cardenal obispo arzobispo padre sor fray doctor
doctora profesor profesora licenciado licenciada lic ing ingeniero ingeniera consejero consejera portavoz canciller
embajador embajadora concejal concejala director directora jefe jefa líder
"""


def _verbs(listed: str) -> tuple[list[str], list[str]]:
    """Return the finite forms and the non-finite ones of the verbs listed."""
    finite: list[str] = []
    rest: list[str] = []
    for verb in listed.split():
        for form, is_finite in spanish_forms(verb):
            (finite if is_finite else rest).append(form)
    return finite, rest


def build() -> Lexicon:
    """Build the Spanish lexicon."""
    say, saying = _verbs(SAY)
    act, acting = _verbs(ACT)
    mind, minding = _verbs(MIND)
    masculine, feminine, either = roles()
    native_masculine, native_feminine, native_either = paired(words(NATIVES))
    natives = native_masculine + native_feminine + native_either
    masculine, feminine, either = masculine + native_masculine, feminine + native_feminine, either + native_either
    singular = masculine + feminine + either
    groups = words(GROUPS)
    classes = collect(
        (say + words(SAY_FORMS), W.SAY),
        (saying + words(SAY_NON_FINITE), W.SAY | W.GERUND),
        (act + words(ACT_FORMS), W.ACT),
        (acting, W.ACT | W.GERUND),
        (mind + words(MIND_FORMS), W.MIND),
        (minding, W.MIND | W.GERUND),
        (words(NOUNISH), W.NOUNISH),
        (words(TELL), W.TELL),
        (words(AUX), W.AUX),
        (words(VERB), W.VERB),
        (words("él"), W.PRONOUN | W.MASC),
        (words("ella"), W.PRONOUN | W.FEM),
        (words("ellos"), W.PRONOUN | W.PLURAL | W.MASC),
        (words("ellas"), W.PRONOUN | W.PLURAL | W.FEM),
        (words("quien quienes este éste esta ésta aquel"), W.PRONOUN),
        (words("ambos ambas todos todas éstos éstas"), W.PRONOUN | W.PLURAL),
        (words("yo nosotros nosotras usted ustedes tú"), W.PRONOUN | W.FIRST),
        (words(CLITIC), W.CLITIC),
        (words("el los este ese estos esos aquel aquellos nuestro"), W.DET | W.MASC),
        (words("la las esta esa estas esas aquella aquellas nuestra"), W.DET | W.FEM),
        (words("lo su sus mi mis tu tus todos todas"), W.DET),
        (words("un unos algún algunos otro otros varios muchos"), W.DET | W.INDEF | W.MASC),
        (words("una unas alguna algunas otra otras varias muchas"), W.DET | W.INDEF | W.FEM),
        (words("cada dos tres cuatro cinco ambos ambas"), W.DET | W.INDEF),
        (words("los las estos esos estas esas unos unas algunos algunas otros otras varios varias"), W.PLURAL),
        (words(PREP), W.PREP),
        (words(CONJ), W.CONJ),
        (words(REL), W.REL),
        (words(ADV), W.ADV),
        (words(STOP), W.STOP),
        (words(CALENDAR), W.CALENDAR),
        (words(TITLE), W.TITLE),
        (words("don sr fray padre"), W.MASC),
        (words("doña sra srta miss dra sor"), W.FEM),
        (words("sr sra srta dr dra lic ing gral prof ee uu d dª núm av pág"), W.ABBREV),
        (masculine, W.ROLE | W.MASC),
        (feminine, W.ROLE | W.FEM),
        (either, W.ROLE),
        ([plural(noun) for noun in singular], W.ROLE | W.PLURAL),
        (natives + [plural(noun) for noun in natives], W.NATIVE),
        (words(THINGS), W.THING),
        (words("uno una unos unas alguno alguna algunos algunas otro otra varios varias muchos muchas"), W.PART),
        (words("dos tres cuatro cinco cada ninguno ninguna muchos"), W.PART),
        (groups, W.GROUP),
        ([plural(noun) for noun in groups], W.GROUP | W.PLURAL),
        (words(DOCS), W.DOC),
        (["según", "para", "desde", "juicio", "palabras", "opinión", "decir", "entender"], W.SOURCE),
        (words(ADJECTIVES), W.ADJ),
        (words("de del la las los el y e von van der den di da do dos das bin ibn al san"), W.LINK),
    )
    return Lexicon("es", classes, FEMALE, MALE)
