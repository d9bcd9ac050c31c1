"""Spanish nouns for people, groups and texts, and the names that are none of these: places, prizes and events."""

from __future__ import annotations

from reader.core.quotes.lexicon import words

# Endings: -o/-a pairs are given by the masculine and written out; the rest are listed as they are.
ROLES_O = """
decano galardonado paisano huésped legislativo anfitrión lugareño parroquiano ministro exministro secretario
subsecretario alumno abogado letrado magistrado diputado candidato funcionario empresario médico científico político
técnico músico filósofo sociólogo psicólogo biólogo geólogo arqueólogo historiógrafo politólogo antropólogo
epidemiólogo virólogo ginecólogo cardiólogo oncólogo neurólogo pediatra cirujano matemático físico químico informático
mecánico arquitecto ingeniero catedrático maestro filólogo lingüista diácono vecino ciudadano compañero amigo hermano
hijo padrino sobrino primo abuelo niño muchacho chico esposo suegro viudo novio consejero tesorero mandatario
exmandatario delegado enviado empleado encargado abonado aficionado acusado detenido investigado imputado condenado
denunciado aludido citado entrevistado interesado jubilado refugiado diplomático académico crítico fotógrafo cineasta
guionista dramaturgo novelista productor veterano activo experto propietario dueño socio inquilino usuario pasajero
viajero extranjero inmigrante obrero ganadero camarero cocinero enfermero bombero marinero minero guerrillero soldado
sargento piloto canciller penalista multimillonario millonario aristócrata autárquico futbolista deportista tenista
ciclista damnificado afectado librero panadero carpintero relojero peluquero jardinero cartero portero frutero
carnicero pastelero botánico glaciólogo meteorólogo climatólogo ecólogo astrónomo geógrafo bibliotecario archivero
boticario farmacéutico veterinario costurero sombrerero joyero fontanero albañil camionero pescadero apicultor
viticultor tabernero arquero banquero bodeguero cantinero financiero hechicero misionero partero peletero posadero
prisionero timonero torero heredero pionero comisario herido sobreviviente fallecido agredido secuestrado perito
árbitro interno comisionado apoderado becario comunero granjero hortelano viceministro licenciado neurocientífico
biotecnólogo paleontólogo zoólogo bioquímico ornitólogo entomólogo vulcanólogo sismólogo oceanógrafo demógrafo
dermatólogo endocrinólogo urólogo neumólogo nefrólogo reumatólogo traumatólogo alergólogo inmunólogo radiólogo
patólogo toxicólogo criminólogo musicólogo pedagogo sexólogo podólogo enólogo mensajero cajero quiosquero novillero
remero montañero copiloto delantero cancerbero procesado arrestado sospechoso asesino recluso preso miliciano sicario
notario síndico directivo coreógrafo barítono rapero rockero bloguero tuitero payaso cómico titiritero camarógrafo
alfarero artesano herrero campesino aldeano jornalero temporero molinero paramédico voluntario vicario nuncio cuñado
nieto bisnieto ahijado gemelo mellizo huérfano casero mendigo azafato peregrino doctorando vicedecano feligrés mercero
cabrero consignatario mayordomo sacristán agrónomo microbiólogo genetista nutriólogo gastroenterólogo urbanista
astrofísico biofísico psiquiatra viejo criado forastero canónigo clérigo ciego mozo crío chiquillo señorito
ventero amo zagal brujo mago marqués lacayo cochero porquero monaguillo grumete contramaestre
"""
ROLES_OR = """
senador gobernador director subdirector embajador consultor asesor instructor investigador historiador profesor rector
escritor autor coautor editor redactor entrenador jugador corredor trabajador conductor presentador exconductor
locutor moderador productor creador fundador cofundador coordinador administrador inspector doctor actor compositor
cantautor pintor escultor lector espectador consumidor agricultor pescador comprador vendedor emprendedor inversor
negociador portador opositor defensor procurador señor tutor regidor legislador organizador entrevistador narrador
agresor acusador vocal vencedor ganador perdedor seguidor luchador juzgador contralor auditor promotor impulsor
patrocinador curador restaurador programador diseñador cantaor bailaor realizador ilustrador tejedor labrador cazador
armador mariscador celador repartidor revisor estibador gestor tasador contador registrador preparador seleccionador
goleador nadador lanzador saltador boxeador patinador esquiador escalador atracador maltratador orientador vicerrector
progenitor arrendador animador maquillador subinspector interventor recaudador mediador expositor exportador
importador detractor valedor descubridor operador cuidador rejoneador matador cazatalentos
"""
ROLES_ANY = """
guarda alguien hostelero legisladora huésped tendero desconocido comensal recepcionista guía presidente expresidente
vicepresidente dirigente gerente agente teniente comandante representante participante estudiante cantante comerciante
fabricante votante manifestante asistente ayudante delincuente paciente cliente denunciante demandante querellante
testigo portavoz vocero fiscal líder lideresa juez alcalde concejal general coronel capitán jefe artista periodista
economista analista especialista taxista transportista dentista activista feminista ecologista sindicalista columnista
ensayista protagonista oficialista europarlamentario eurodiputado parlamentario congresista asambleísta edil regente
monarca papa pontífice rey príncipe cardenal obispo arzobispo sacerdote cura párroco imán rabino pastor fraile monje
policía guardia militar oficial atleta colega pareja víctima persona madre padre mujer hombre marido joven menor
anciano adulto adolescente bebé titular magnate miembro integrante responsable cónyuge residente habitante habitual
intérprete magistrado docente auxiliar chef modelo máxima máximo fuente fuentes vecindario inmigrante migrante
contrincante rival aspirante contendiente favorito corresponsal reportero presentadora ex exguerrillero exjefe
exdirector exalcalde exgobernador exsenador exdiputado guardameta conseller consellera lehendakari ertzaina mosso
contable homicida excombatiente paramilitar capo narco cabecilla cacique humorista monologuista youtuber influencer
streamer internauta hacker soprano tenor violinista pianista guitarrista bajista baterista percusionista trompetista
saxofonista flautista vocalista letrista dibujante historietista caricaturista muralista ceramista ebanista orfebre
capataz conserje vigilante escolta guardaespaldas socorrista rescatista brigadista cooperante seminarista catequista
madrastra padrastro yerno nuera pariente contribuyente okupa astronauta cosmonauta accionista inversionista bróker
fiscalista maquinista motorista peatón transeúnte viandante turista visitante excursionista senderista veraneante
intendente síndico centrocampista mediocampista mediocentro ariete guardalínea púgil judoca gimnasta surfista
alpinista regatista galerista mecenas artífice premier mandamás barman sumiller anestesista genetista logopeda matrona
comadrona partera terapeuta fisioterapeuta psicoanalista urbanista paisajista interiorista modista estilista florista
mayorista minorista tratante feriante ponente conferenciante concursante hablante oyente televidente cónsul vicecónsul
edecán alférez almirante brigadier contralmirante cadete recluta inspector superviviente sobreviviente compatriota
paisano tocayo camarada correligionario cofrade costalero nazareno consorte heredera regidora individuo sujeto
caballero dama cineasta documentalista podcaster tertuliano contertulio copresentador showman freelance
"""
FEMALE_NOUNS = """
mujer madre niña chica muchacha señora señorita hija hermana esposa abuela tía reina princesa actriz alcaldesa jueza
presidenta expresidenta vicepresidenta dirigenta gerenta jefa vocera concejala edila sacerdotisa monja poetisa
emperatriz duquesa condesa baronesa clienta asistenta lideresa capitana generala mandataria viuda novia anciana
parlamentaria eurodiputada europarlamentaria vendedora reportera regenta intendenta consellera madrastra nuera matrona
comadrona partera bailarina azafata mamá hermanastra cantaora tataranieta madrina yegüera campeona patrona anfitriona
zagala marquesa doncella nodriza bruja
"""
MALE_NOUNS = """
hombre padre niño chico muchacho señor hijo hermano esposo marido abuelo tío rey príncipe actor alcalde papa pontífice
obispo arzobispo cardenal sacerdote cura párroco fraile monje anciano viudo novio presidente mandatario parlamentario
yerno padrastro bailarín papá hermanastro campeón patrón anfitrión
"""

GROUPS = """
justicia gobierno ejecutivo ministerio ayuntamiento comisión consejo congreso senado parlamento cámara tribunal corte
juzgado sala fiscalía policía guardia ejército marina armada partido sindicato asociación organización fundación
federación confederación plataforma colectivo grupo equipo club empresa compañía firma banco entidad institución
instituto universidad escuela colegio hospital iglesia vaticano agencia departamento dirección secretaría consejería
consulado embajada oficina organismo unidad defensoría procuraduría alcaldía gobernación presidencia cancillería junta
generalitat diputación comunidad estado país nación ciudad familia pareja público prensa periódico diario revista
cadena canal medio portal sitio página emisora radio televisión agrupación alianza coalición bloque bancada movimiento
frente oposición acusación defensa administración autoridad multitud afición vecindario jefatura delegación comité
cooperativa patronal casa consultora aseguradora aerolínea servicio comisaría conselleria consellería concejalía
intendencia municipalidad contraloría auditoría veeduría personería superintendencia subsecretaría viceministerio
asamblea cabildo consistorio corporación multinacional filial constructora promotora inmobiliaria eléctrica petrolera
farmacéutica tecnológica operadora distribuidora productora discográfica televisora rotativo semanario tabloide
coordinadora consorcio mancomunidad hermandad cofradía gremio rectorado academia laboratorio clínica orquesta fábrica
mutua bufete directiva cúpula gerencia gabinete subdelegación comandancia brigada gendarmería guerrilla diócesis
arzobispado obispado parroquia curia oenegé ong observatorio ejecutiva claustro peña liga mafia clan cártel diplomacia
magistratura abogacía cementera automovilística hotelera cervecera editorial bodega discoteca naviera siderúrgica
mutualidad caja subdirección
"""

DOCS = """
cartulina tarjeta pegatina pizarra servilleta esquela carta comunicado nota mensaje tuit tweet texto informe estudio
encuesta auto sentencia resolución fallo documento artículo reportaje libro novela ensayo crónica editorial
declaración escrito correo circular manifiesto pancarta cartel letrero rótulo inscripción placa anuncio lema ley
decreto reglamento contrato acuerdo acta querella denuncia demanda dictamen post publicación canción himno verso poema
vídeo video titular boletín memorando folleto prospecto etiqueta relato leyenda grabación audio atestado expediente
oficio protocolo constitución norma cuaderno moción enmienda preacuerdo borrador anteproyecto bando edicto pliego
convocatoria misiva telegrama sms hilo afiche mural lápida epitafio grafiti pintada octavilla panfleto proclama
testamento postal dedicatoria prólogo epílogo capítulo guion eslogan convenio estatuto pacto tratado orden providencia
exhorto peritaje gaceta portada barómetro sondeo análisis tesis bitácora catálogo autobiografía biografía memorias
semblanza
"""

# Where somebody is from or belongs: a noun for a person alone ("el danés"), an adjective after another noun ("el
# Gobierno danés", "el sistema valenciano").
NATIVES = """
republicano demócrata socialista liberal conservador ultraderechista comunista nacionalista independentista peronista
kirchnerista chavista sandinista oficialista opositor progresista democristiano socialdemócrata laborista centrista
izquierdista derechista soberanista foralista mexicano colombiano venezolano argentino chileno peruano español
estadounidense norteamericano francés italiano alemán británico ruso chino israelí palestino ucraniano polaco
brasileño cubano boliviano uruguayo ecuatoriano paraguayo hondureño guatemalteco salvadoreño nicaragüense
costarricense panameño dominicano puertorriqueño haitiano esloveno croata serbio checo eslovaco húngaro rumano búlgaro
griego turco sueco noruego danés finlandés holandés neerlandés belga suizo austriaco austríaco irlandés escocés galés
portugués marroquí argelino tunecino egipcio sirio libanés iraní iraquí saudí afgano japonés coreano surcoreano
norcoreano vietnamita filipino indonesio australiano neozelandés canadiense sudafricano nigeriano senegalés camerunés
ghanés etíope congoleño europeo latinoamericano africano asiático catalán vasco gallego andaluz madrileño barcelonés
segoviano tudelano valenciano murciano extremeño asturiano cántabro riojano navarro aragonés castellano manchego
canario balear mallorquín leonés sevillano malagueño granadino cordobés gaditano onubense jienense almeriense toledano
salmantino vallisoletano burgalés zaragozano turolense bilbaíno donostiarra vitoriano pamplonés santanderino ovetense
gijonés coruñés vigués ourensano lucense alicantino castellonense gerundense leridano tarraconense conquense abulense
soriano palentino zamorano cacereño pacense tinerfeño grancanario tapatío regiomontano poblano oaxaqueño yucateco
chilango capitalino porteño bonaerense rosarino mendocino tucumano salteño limeño cusqueño arequipeño bogotano caleño
costeño barranquillero cartagenero santiaguino habanero caraqueño quiteño guayaquileño montevideano paceño cruceño
neoyorquino londinense parisino romano berlinés moscovita tejano californiano
"""

# A name that begins with one of these is no person's: "Premio Nacional", "Sierra de Gata", "San Jacinto".
THINGS = """
premio galardón copa liga mundial torneo campeonato festival feria fiesta fiestas plaza calle avenida paseo barrio
parque teatro auditorio museo palacio castillo estadio aeropuerto estación puerto puente río monte sierra cerro volcán
valle isla islas golfo bahía mar océano lago laguna playa cabo costa san santa santo operación ley plan proyecto caso
guerra tratado semana día noche jornada marcha torre villa ciudad puerta capilla catedral ermita basílica polígono
carretera autopista línea radio hotel cine café bar restaurante centro edificio colonia sala pabellón circuito
"""

# An office a line; who is called by one holds it, and whoever holds another is somebody else.
OFFICES = {
    word: number
    for number, line in enumerate(
        """
        presidente presidenta
        vicepresidente vicepresidenta
        ministro ministra viceministro viceministra
        alcalde alcaldesa regidor regidora intendente intendenta
        edil concejal concejala
        gobernador gobernadora
        senador senadora diputado diputada
        juez jueza magistrado magistrada
        fiscal
        rey reina
        papa pontífice
        obispo arzobispo
        cardenal
        secretario secretaria subsecretario subsecretaria
        consejero consejera conseller consellera
        lehendakari
        embajador embajadora canciller
        rector rectora
        decano decana
        """.splitlines()
    )
    for word in line.split()
}
# Whoever presides can hold another office too: "el senador", of the president of the Senate.
HELD = frozenset(OFFICES) - frozenset(
    words("presidente presidenta vicepresidente vicepresidenta secretario secretaria")
)

# What loses its accent in the plural and the feminine: "francés", "catalán", "patrón".
STRESSED = ("ón", "án", "és")
PLAIN = {"ó": "o", "á": "a", "é": "e"}

ADJECTIVES = """
propio propia mismo misma ex entonces actual nuevo nueva joven primer primera segundo segunda tercer tercera último
última gran viejo vieja antiguo antigua conocido conocida famoso famosa veterano veterana prestigioso prestigiosa
ahora presunto presunta citado citada supuesto supuesta reconocido reconocida máximo máxima ilustre célebre polémico
polémica todavía aún recién otro otra
"""


def paired(listed: list[str]) -> tuple[list[str], list[str], list[str]]:
    """Return the masculine of nouns that have a feminine ("vecino", "francés", "senador"), it, and the other nouns."""
    masculine: list[str] = []
    feminine: list[str] = []
    either: list[str] = []
    for noun in listed:
        if noun.endswith("o"):
            masculine.append(noun)
            feminine.append(noun[:-1] + "a")
        elif noun.endswith(STRESSED):
            masculine.append(noun)
            feminine.append(noun[:-2] + PLAIN[noun[-2]] + noun[-1] + "a")
        elif noun.endswith(("or", "ñol")):
            masculine.append(noun)
            feminine.append(noun + "a")
        else:
            either.append(noun)
    return masculine, feminine, either


def roles() -> tuple[list[str], list[str], list[str]]:
    """Return the nouns for a person that are masculine, feminine, and either, in the singular."""
    masculine, feminine, either = paired(words(ROLES_O) + words(ROLES_OR))
    found = masculine + words(MALE_NOUNS), feminine + words(FEMALE_NOUNS), either + words(ROLES_ANY)
    for nouns in found:
        nouns.extend(["ex" + noun for noun in nouns])  # "la exconsejera"
    return found


def plural(noun: str) -> str:
    """Return the plural of a noun: "vecinos", "portavoces", "leyes", "comunicaciones"."""
    if noun[-1] in "aeioué":
        return noun + "s"
    if noun.endswith("z"):
        return noun[:-1] + "ces"
    if noun.endswith(STRESSED):
        return noun[:-2] + PLAIN[noun[-2]] + noun[-1] + "es"
    return noun + "es"
