"""Raya dialogue of novels and interviews: what is said, what the narrator says, and what only looks like dialogue."""

from __future__ import annotations

import pytest

from reader.core.loaders import article_from_text
from reader.core.quotes.spans import find_spans
from tests.core.quotes.notation import read, write

NOVELS = [
    "⟦—Hola⟧ —dijo Juan—. ⟦¿Cómo estás?⟧",
    "⟦—Capitán⟧ —le dijo—, ⟦esa orden nos parte el alma.⟧",
    "⟦—¿Quién anda ahí?⟧ —preguntó la vieja.\n⟦—Nadie⟧ —respondió el chico, y apagó la vela—. ⟦Duérmase.⟧\n"
    "La vieja no contestó.\n⟦—Ya voy.⟧",
    "⟦—No lo sé.⟧ —Se encogió de hombros—. ⟦Quizá mañana.⟧",
    "⟦—Ven aquí.⟧ —Juan levantó la mano.",
    "⟦—Eso es todo.⟧ —Y salió dando un portazo.\n⟦—¡Espera!⟧ —Ana corrió tras él—. ⟦¡Espera, por Dios!⟧",
    "⟦—Yo no he sido⟧ —el niño temblaba—, ⟦se lo juro.⟧",
    "⟦—Te espero a las cinco⟧ —con voz queda—. ⟦No tardes.⟧",
    "⟦—Señora⟧ —dijo el médico inclinándose—, ⟦su marido vivirá. Pero⟧ —y aquí bajó la voz— ⟦no andará.⟧",
    "⟦—Me voy⟧ —dije— ⟦antes de que sea tarde.⟧\n⟦—Como quieras⟧ —me contestó sin mirarme—; ⟦ahí está la puerta.⟧",
    "⟦—Me llamo Inés⟧ —y se sentó.",
    # a remark between dashes is part of the speech
    "⟦—Las cosas —como usted sabe— ya no son lo que eran⟧ —suspiró don Anselmo.",
    "⟦—Cuando mi hermano, el de Lugo —el mayor—, se marchó a América, aquí no quedó nadie.⟧",
    # several people in one paragraph
    "⟦—¡Fuego!⟧ ⟦—¿Dónde?⟧ ⟦—En la bodega.⟧",
    "⟦—¿Qué hora es?⟧ ⟦—Las tres⟧ —respondió Luis.",
    # a turn that starts inside a paragraph
    "Entonces el capitán gritó: ⟦—¡Todos a cubierta!⟧ —y echó a correr.",
    "Cerré la puerta despacio. ⟦—Adiós⟧ —alcancé a decir.",
    # one speaker over several paragraphs
    "⟦—Primero habló del viaje.⟧\n⟦»Luego contó lo de la herencia.⟧\n⟦»Y nada más⟧ —concluyó.\nSalimos todos.",
    # other dashes
    "⟦–Tengo prisa⟧ –murmuró ella–; ⟦el tren sale a las ocho.⟧\n⟦–Pues vaya.⟧",
    "⟦―Vete⟧ ―ordenó.\n⟦―No quiero⟧ ―dijo el niño, llorando.",
    "⟦-No me lo creo⟧ -replicó Teresa-. ⟦Eso es imposible.⟧\n⟦-Créetelo.⟧\n⟦-¿Y tú quién eres?⟧",
    "⟦--Buenas tardes⟧ --dijo el notario--. ⟦Siéntense.⟧",
    "⟦— Buenos días⟧ — dijo el cartero —. ⟦Traigo una carta.⟧\n⟦— Pase usted.⟧",
    "⟦—Mire usted⟧ -dijo el guardia-, ⟦aquí no se puede aparcar.⟧",
    # set without spaces, as a century ago
    "⟦—Sí, señor⟧—contestó don Juan,—⟦yo lo he visto.⟧",
    "⟦—¿Qué es eso?⟧—preguntó la niña.—⟦No lo sé.⟧",
    "⟦—La guerra de 1870–1871 fue corta, pero la post-guerra—como usted sabe—no acaba.⟧",
    "⟦--Sí, señor⟧--contestó él.--⟦No lo sé.⟧",
    "⟦—Está bien,⟧— dijo el cura,— ⟦pero no vuelvas.⟧",
    "⟦—No sé,⟧ —respondió, —⟦pero lo averiguaré.⟧",
    "⟦—Amigo mío⟧—le dijo,—⟦es preciso partir.⟧—Y sin esperar respuesta salió del cuarto.",
    "⟦—El general Rosas⟧ —dijo uno— ⟦ha muerto.⟧ ⟦—¡Mentira!⟧ —contestaron varias voces.",
    "⟦—Cuando digo que sí, es que sí⟧ —y dio un puñetazo en la mesa—; ⟦y cuando no, no.⟧",
    "⟦—Hace diez años⟧ —contaba el viejo, mientras liaba un cigarro— ⟦que no llueve así. Ni el año del cólera "
    "—que fue cuando murió mi padre— cayó tanta agua.⟧",
    "⟦—Mi madre —¡pobre madre mía!— no lo sabe.⟧",
    "⟦—¡Ay!... ¡ay!...⟧ —gemía la enferma.",
    "⟦—Y él me dijo: —Vete.⟧",
    "⟦— ¡Viva la Patria!⟧ — gritaron todos. — ⟦¡Viva!⟧",
    # marks inside
    "⟦—Dijo «nunca más» y se fue⟧ —contó Elisa.",
    '⟦—"Aquí no se rinde nadie"⟧ —repitió el sargento.',
    "⟦—Hola⟧ —dijo, y pensó: ⟦«Qué raro»⟧—. ⟦Pasa, por favor.⟧",
]

INTERVIEWS = [
    "⟦–¿A qué se compromete el país con esta firma?⟧\n⟦–A proteger la cocina y a quienes la hacen.⟧",
    "⟦-¿Cuándo empezó a pintar?⟧\n⟦-Empecé muy joven, en el taller de mi padre.⟧\nMi padre era dorador.\n"
    "⟦-¿Y qué aprendió allí?⟧\n⟦-A mirar.⟧",
    "⟦- ¿Qué le pide al nuevo año?⟧\n⟦- Salud.⟧\n⟦- ¿Y al alcalde?⟧\n⟦- Que escuche más.⟧",
    "P.⟦—¿Le asusta el silencio?⟧\nR.⟦—No, me gusta.⟧",
    "⟦-Nosotros creemos que usaron un hacha⟧ -insistió el investigador.",
    "⟦–Todavía no he decidido nada⟧ –confiesa la escritora–. ⟦La novela me llevó diez años.⟧\n\n⟦–¿Y ahora?⟧\n\n"
    "⟦–Ahora descanso. Leo mucho.⟧\n\nSonríe.",
    "⟦-Sí, es mi obligación como diputado; yo cumplo la ley.⟧",
]

NO_DIALOGUE = [
    "- Leche\n- Pan\n- Huevos",
    "- Comprar leche.\n- Llamar al médico.\n- Recoger los libros.",
    "- Que la renegociación no sea favorable para el sector productivo.",
    "— Cristina Molina (@cmolina) June 28, 2018",
    "— Cristina Molina (@cmolina) June *NUMBER*, *NUMBER*",
    "—Juan Pérez, alcalde de Cádiz",
    "Las deportaciones —pero con personal europeo—, como las de ahora, seguirán.",
    "La denuncia de los vecinos –que llevan años así– no prosperó.",
    "El acuerdo se rompió. —Según la patronal, por culpa del ministro.",
    "- ¿Qué es la gripe?\n- ¿Cómo se contagia?\n- ¿Cuándo hay que ir al médico?",
    "MADRID.—El ministro viajó ayer.",
    "-5 grados en la sierra\n-7 en el valle",
    "---",
    "—\n—\n—",
]


def found(text: str) -> str:
    return write(text, [quote.span for quote in find_spans(article_from_text(text), "es")])


@pytest.mark.parametrize("written", NOVELS)
def test_novels(written: str) -> None:
    assert found(read(written).text) == written


@pytest.mark.parametrize("written", INTERVIEWS)
def test_interviews(written: str) -> None:
    assert found(read(written).text) == written


@pytest.mark.parametrize("text", NO_DIALOGUE)
def test_lists_signatures_and_parentheses_are_no_dialogue(text: str) -> None:
    assert found(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "— The house, I mean, was sold.\n— The car was not.",
        "– Apples\n– Pears",
        "—Vera Lunt, mayor of Easton",
        "The house — the old one — was sold.",
    ],
)
def test_english_dashes_are_seldom_dialogue(text: str) -> None:
    assert not find_spans(article_from_text(text), "en")
