<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutOverlay</name>
    <message>
        <source>About Comillas</source>
        <translation>Acerca de Comillas</translation>
    </message>
    <message>
        <source>Reads an article in Spanish or English: every quote, who said it, and what it says in the other.</source>
        <translation>Lee un artículo en español o en inglés: cada cita, quién la dijo y qué dice en el otro idioma.</translation>
    </message>
    <message>
        <source>Version {version} · Qt {qt} · Argos packages and CTranslate2 · Literata, Newsreader and Inter</source>
        <translation>Versión {version} · Qt {qt} · paquetes de Argos y CTranslate2 · Literata, Newsreader e Inter</translation>
    </message>
    <message>
        <source>Translations are made on this computer; nothing you read leaves it.</source>
        <translation>Las traducciones se hacen en este equipo; nada de lo que lees sale de él.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ArticleTabs</name>
    <message>
        <source>New</source>
        <translation>Nuevo</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
</context>
<context>
    <name>ArticleView</name>
    <message>
        <source>Also:</source>
        <translation>También:</translation>
    </message>
    <message>
        <source>Back:</source>
        <translation>De vuelta:</translation>
    </message>
    <message>
        <source>nothing else</source>
        <translation>nada más</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) set aside · show</source>
        <translation>
            <numerusform>%n línea apartada · mostrar</numerusform>
            <numerusform>%n líneas apartadas · mostrar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Card</name>
    <message>
        <source>Not translated yet</source>
        <translation>Aún sin traducir</translation>
    </message>
    <message>
        <source>Speaker unknown</source>
        <translation>Sin atribuir</translation>
    </message>
    <message>
        <source>said in English</source>
        <translation>dicho en inglés</translation>
    </message>
    <message>
        <source>said in Spanish</source>
        <translation>dicho en español</translation>
    </message>
    <message>
        <source>fragment</source>
        <translation>fragmento</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>cita</translation>
    </message>
    <message>
        <source>not speech</source>
        <translation>no es una cita</translation>
    </message>
    <message>
        <source>check this translation</source>
        <translation>revisa esta traducción</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>Traducir de nuevo</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Destacar</translation>
    </message>
    <message>
        <source>Copy quote and translation</source>
        <translation>Copiar cita y traducción</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Otras traducciones</translation>
    </message>
    <message>
        <source>Translate back</source>
        <translation>Traducir de vuelta</translation>
    </message>
    <message>
        <source>Edit the translation</source>
        <translation>Editar la traducción</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Correct the speaker</source>
        <translation>Corregir quién habla</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>¿Qué quieres hacer?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nada se llama así.</translation>
    </message>
</context>
<context>
    <name>ContextMenu</name>
    <message>
        <source>Copy the selection</source>
        <translation>Copiar la selección</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Not found</source>
        <translation>No aparece</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es)</source>
        <translation>
            <numerusform>%n coincidencia</numerusform>
            <numerusform>%n coincidencias</numerusform>
        </translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} de {total}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in both languages</source>
        <translation>Buscar en los dos idiomas</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>KeyButton</name>
    <message>
        <source>Press a key…</source>
        <translation>Pulsa una tecla…</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>No quotations were found in this article.</source>
        <translation>No se han encontrado citas en este artículo.</translation>
    </message>
    <message>
        <source>Which language is this article in?</source>
        <translation>¿En qué idioma está este artículo?</translation>
    </message>
    <message>
        <source>There is no package for {source} → {target}.</source>
        <translation>No hay ningún paquete para {source} → {target}.</translation>
    </message>
    <message>
        <source>Translation packages</source>
        <translation>Paquetes de traducción</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>OverviewBar</name>
    <message>
        <source>Where the quotes stand</source>
        <translation>Dónde están las citas</translation>
    </message>
    <message>
        <source>Where the quotes stand; click to go there</source>
        <translation>Dónde están las citas; haz clic para ir</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n cita</numerusform>
            <numerusform>%n citas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackagesDesk</name>
    <message>
        <source>Installing</source>
        <translation>Instalando</translation>
    </message>
    <message>
        <source>Asking the Argos index</source>
        <translation>Consultando el índice de Argos</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Descargando</translation>
    </message>
</context>
<context>
    <name>PackagesPanel</name>
    <message>
        <source>Translation packages</source>
        <translation>Paquetes de traducción</translation>
    </message>
    <message>
        <source>Translations are made on this computer. Drop an Argos package here to install it.</source>
        <translation>Las traducciones se hacen en este equipo. Suelta aquí un paquete de Argos para instalarlo.</translation>
    </message>
    <message>
        <source>Install from a file…</source>
        <translation>Instalar desde un archivo…</translation>
    </message>
    <message>
        <source>See what can be downloaded</source>
        <translation>Ver qué se puede descargar</translation>
    </message>
    <message>
        <source>Asks the Argos package index over the internet, now and only now.</source>
        <translation>Consulta el índice de paquetes de Argos en internet, ahora y solo ahora.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Install a translation package</source>
        <translation>Instalar un paquete de traducción</translation>
    </message>
    <message>
        <source>Argos packages (*.argosmodel *.zip)</source>
        <translation>Paquetes de Argos (*.argosmodel *.zip)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Para descargar</translation>
    </message>
    <message>
        <source>There is nothing more to download.</source>
        <translation>No hay nada más que descargar.</translation>
    </message>
    <message>
        <source>comes with Comillas</source>
        <translation>viene con Comillas</translation>
    </message>
    <message>
        <source>installed by you</source>
        <translation>instalado por ti</translation>
    </message>
    <message>
        <source>version {version}</source>
        <translation>versión {version}</translation>
    </message>
    <message>
        <source>no licence stated</source>
        <translation>sin licencia indicada</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>en uso</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>Usar {name}</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Quitar {name}</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Download {name}</source>
        <translation>Descargar {name}</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Check this translation ({reason})</source>
        <translation>Revisa esta traducción ({reason})</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Theme: {name}</source>
        <translation>Tema: {name}</translation>
    </message>
    <message>
        <source>There is no article to write yet.</source>
        <translation>Todavía no hay ningún artículo que guardar.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Guardado: {path}</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Open a file…</source>
        <translation>Abrir un archivo…</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>Leer el portapapeles</translation>
    </message>
    <message>
        <source>Read before</source>
        <translation>Leídos antes</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Abriendo…</translation>
    </message>
    <message>
        <source>This could not be opened</source>
        <translation>No se ha podido abrir</translation>
    </message>
    <message>
        <source>Drop an article here</source>
        <translation>Suelta aquí un artículo</translation>
    </message>
    <message>
        <source>Text, web pages and Markdown in English or Spanish; or paste anything with Ctrl+V.</source>
        <translation>Texto, páginas web y Markdown en inglés o en español; o pega lo que quieras con Ctrl+V.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>QuoteActions</name>
    <message>
        <source>Choose a quote first, with J or a click.</source>
        <translation>Elige primero una cita, con J o con un clic.</translation>
    </message>
    <message>
        <source>Quote and translation copied.</source>
        <translation>Cita y traducción copiadas.</translation>
    </message>
    <message>
        <source>Quote copied with its citation.</source>
        <translation>Cita copiada con su referencia.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>This quote is not translated yet.</source>
        <translation>Esta cita aún no está traducida.</translation>
    </message>
    <message>
        <source>Edit the translation</source>
        <translation>Editar la traducción</translation>
    </message>
</context>
<context>
    <name>QuoteEditor</name>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>QuoteShelf</name>
    <message>
        <source>Speaker unknown</source>
        <translation>Sin atribuir</translation>
    </message>
</context>
<context>
    <name>ReaderWindow</name>
    <message>
        <source>Pasted text</source>
        <translation>Texto pegado</translation>
    </message>
    <message>
        <source>Articles ({patterns})</source>
        <translation>Artículos ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open articles</source>
        <translation>Artículos abiertos</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Language of menus and messages</source>
        <translation>Idioma de los menús y mensajes</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Quotation marks of Spanish translations</source>
        <translation>Comillas de las traducciones al español</translation>
    </message>
    <message>
        <source>Marks and stops of English translations</source>
        <translation>Comillas y puntuación de las traducciones al inglés</translation>
    </message>
    <message>
        <source>How translations are made</source>
        <translation>Cómo se traduce</translation>
    </message>
    <message>
        <source>Quickly</source>
        <translation>Deprisa</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>Como siempre</translation>
    </message>
    <message>
        <source>Carefully</source>
        <translation>Con cuidado</translation>
    </message>
    <message>
        <source>Keep the names of people as they are</source>
        <translation>Conservar los nombres de las personas</translation>
    </message>
    <message>
        <source>Remember what was read, and where</source>
        <translation>Recordar lo leído y por dónde ibas</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ShortcutsOverlay</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Back to the usual keys</source>
        <translation>Volver a las teclas de siempre</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Click a key to change it; Backspace takes it away.</source>
        <translation>Haz clic en una tecla para cambiarla; Retroceso la quita.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>sin tecla</translation>
    </message>
</context>
<context>
    <name>SpeakerEditor</name>
    <message>
        <source>Who said it?</source>
        <translation>¿Quién lo dijo?</translation>
    </message>
    <message>
        <source>Nobody known</source>
        <translation>Nadie conocido</translation>
    </message>
    <message>
        <source>Name of the speaker</source>
        <translation>Nombre de quien habla</translation>
    </message>
    <message>
        <source>Speech</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>Fragment</source>
        <translation>Fragmento</translation>
    </message>
    <message>
        <source>Not speech</source>
        <translation>No es una cita</translation>
    </message>
</context>
<context>
    <name>SpeakersPanel</name>
    <message>
        <source>Speakers</source>
        <translation>Quién habla</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Nadie identificado</translation>
    </message>
    <message numerus="yes">
        <source>%n quote(s)</source>
        <translation>
            <numerusform>%n cita</numerusform>
            <numerusform>%n citas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Language of the article: {language}</source>
        <translation>Idioma del artículo: {language}</translation>
    </message>
    <message>
        <source>Choose the language of the article</source>
        <translation>Elegir el idioma del artículo</translation>
    </message>
    <message>
        <source>This article is in {language}</source>
        <translation>Este artículo está en {language}</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>traducido</translation>
    </message>
    <message>
        <source>Translated {done} of {total}</source>
        <translation>Traducido: {done} de {total}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n word(s)</source>
        <translation>
            <numerusform>%n palabra</numerusform>
            <numerusform>%n palabras</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TermsDesk</name>
    <message numerus="yes">
        <source>%n term(s) taken over.</source>
        <translation>
            <numerusform>%n término incorporado.</numerusform>
            <numerusform>%n términos incorporados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold no term.</source>
        <translation>
            <numerusform>%n línea no contiene ningún término.</numerusform>
            <numerusform>%n líneas no contienen ningún término.</numerusform>
        </translation>
    </message>
    <message>
        <source>Written: {path}</source>
        <translation>Guardado: {path}</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Import terms</source>
        <translation>Importar términos</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>“{term}” stays as it is from now on; its sentences are translated again.</source>
        <translation>«{term}» se deja como está a partir de ahora; sus frases se traducen de nuevo.</translation>
    </message>
    <message>
        <source>Always translate “{term}” as</source>
        <translation>Traducir siempre «{term}» como</translation>
    </message>
    <message>
        <source>“{term}” is left to the translator again.</source>
        <translation>«{term}» vuelve a quedar en manos del traductor.</translation>
    </message>
    <message>
        <source>“{term}” is now always “{translation}”; its sentences are translated again.</source>
        <translation>«{term}» es ahora siempre «{translation}»; sus frases se traducen de nuevo.</translation>
    </message>
    <message>
        <source>Select a word or a phrase of the original first.</source>
        <translation>Selecciona antes una palabra o una expresión del original.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Article</source>
        <translation>Artículo</translation>
    </message>
    <message>
        <source>Each paragraph is followed by its translation.</source>
        <translation>A cada párrafo le sigue su traducción.</translation>
    </message>
</context>
<context>
    <name>TypographyPopover</name>
    <message>
        <source>Follow the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Sepia</source>
        <translation>Sepia</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Negro</translation>
    </message>
    <message>
        <source>System serif</source>
        <translation>Serif del sistema</translation>
    </message>
    <message>
        <source>System sans</source>
        <translation>Sans del sistema</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Line height</source>
        <translation>Interlineado</translation>
    </message>
    <message>
        <source>Column width</source>
        <translation>Ancho de columna</translation>
    </message>
    <message>
        <source>Paragraph space</source>
        <translation>Entre párrafos</translation>
    </message>
    <message>
        <source>Typography and theme</source>
        <translation>Tipografía y tema</translation>
    </message>
    <message>
        <source>{measure}: less</source>
        <translation>{measure}: menos</translation>
    </message>
    <message>
        <source>{measure}: more</source>
        <translation>{measure}: más</translation>
    </message>
    <message>
        <source>Back to the usual page</source>
        <translation>Volver a la página de siempre</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lectura</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Cita</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Abrir…</translation>
    </message>
    <message>
        <source>Read the clipboard</source>
        <translation>Leer el portapapeles</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Print or save as PDF…</source>
        <translation>Imprimir o guardar como PDF…</translation>
    </message>
    <message>
        <source>Import terms…</source>
        <translation>Importar términos…</translation>
    </message>
    <message>
        <source>Export terms…</source>
        <translation>Exportar términos…</translation>
    </message>
    <message>
        <source>Export my translations (TMX)…</source>
        <translation>Exportar mis traducciones (TMX)…</translation>
    </message>
    <message>
        <source>Translation packages</source>
        <translation>Paquetes de traducción</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Close article</source>
        <translation>Cerrar el artículo</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>En paralelo</translation>
    </message>
    <message>
        <source>Interlinear</source>
        <translation>Interlineal</translation>
    </message>
    <message>
        <source>Quotes only</source>
        <translation>Solo las citas</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>Traducción</translation>
    </message>
    <message>
        <source>Quote cards</source>
        <translation>Fichas de citas</translation>
    </message>
    <message>
        <source>Swap sides</source>
        <translation>Cambiar de lado</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Quién habla</translation>
    </message>
    <message>
        <source>Group quotes by speaker</source>
        <translation>Agrupar las citas por quien habla</translation>
    </message>
    <message>
        <source>Show hidden lines</source>
        <translation>Mostrar las líneas ocultas</translation>
    </message>
    <message>
        <source>Typography and theme</source>
        <translation>Tipografía y tema</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Letra más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Letra más pequeña</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>Letra de siempre</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Next quote</source>
        <translation>Cita siguiente</translation>
    </message>
    <message>
        <source>Previous quote</source>
        <translation>Cita anterior</translation>
    </message>
    <message>
        <source>Next sentence</source>
        <translation>Frase siguiente</translation>
    </message>
    <message>
        <source>Previous sentence</source>
        <translation>Frase anterior</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Página abajo</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Página arriba</translation>
    </message>
    <message>
        <source>Beginning</source>
        <translation>Principio</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Adelante</translation>
    </message>
    <message>
        <source>Find in both languages</source>
        <translation>Buscar en los dos idiomas</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Coincidencia siguiente</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Coincidencia anterior</translation>
    </message>
    <message>
        <source>Keep this word as it is</source>
        <translation>Dejar esta palabra como está</translation>
    </message>
    <message>
        <source>Always translate as…</source>
        <translation>Traducir siempre como…</translation>
    </message>
    <message>
        <source>Stop, or close what is open</source>
        <translation>Parar, o cerrar lo que esté abierto</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Abrir la ficha</translation>
    </message>
    <message>
        <source>Copy quote and translation</source>
        <translation>Copiar cita y traducción</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>Copiar con la referencia</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Destacar</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Escribir una nota</translation>
    </message>
    <message>
        <source>Edit the translation</source>
        <translation>Editar la traducción</translation>
    </message>
    <message>
        <source>Other translations</source>
        <translation>Otras traducciones</translation>
    </message>
    <message>
        <source>Translate back</source>
        <translation>Traducir de vuelta</translation>
    </message>
    <message>
        <source>Translate again</source>
        <translation>Traducir de nuevo</translation>
    </message>
    <message>
        <source>Correct the speaker</source>
        <translation>Corregir quién habla</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Paleta de órdenes</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Español</source>
        <translation>English</translation>
    </message>
    <message>
        <source>About Comillas</source>
        <translation>Acerca de Comillas</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>There is no file {path}.</source>
        <translation>No existe el archivo {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder, not an article.</source>
        <translation>{path} es una carpeta, no un artículo.</translation>
    </message>
    <message>
        <source>{path} is not a file that can be read as an article.</source>
        <translation>{path} no es un archivo que se pueda leer como artículo.</translation>
    </message>
    <message>
        <source>{path} cannot be read.</source>
        <translation>No se puede leer {path}.</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} MB, too large for an article.</source>
        <translation>{path} ocupa más de {limit} MB, demasiado para un artículo.</translation>
    </message>
    <message>
        <source>{path} is empty.</source>
        <translation>{path} está vacío.</translation>
    </message>
    <message>
        <source>There is no text to paste.</source>
        <translation>No hay texto que pegar.</translation>
    </message>
    <message>
        <source>{path} does not hold text.</source>
        <translation>{path} no contiene texto.</translation>
    </message>
    <message>
        <source>No article was found in {path}.</source>
        <translation>No se ha encontrado ningún artículo en {path}.</translation>
    </message>
    <message>
        <source>{address} is not the address of a web page.</source>
        <translation>{address} no es la dirección de una página web.</translation>
    </message>
    <message>
        <source>There is no page at {address}.</source>
        <translation>No hay ninguna página en {address}.</translation>
    </message>
    <message>
        <source>The server of {address} refused the page (status {status}).</source>
        <translation>El servidor de {address} ha denegado la página (código {status}).</translation>
    </message>
    <message>
        <source>{address} cannot be reached.</source>
        <translation>No se puede llegar a {address}.</translation>
    </message>
    <message>
        <source>{address} did not answer in time.</source>
        <translation>{address} no ha respondido a tiempo.</translation>
    </message>
    <message>
        <source>{address} is not an article but another kind of file.</source>
        <translation>{address} no es un artículo, sino otro tipo de archivo.</translation>
    </message>
    <message>
        <source>The folder {path} cannot be written; choose another with --data-dir.</source>
        <translation>No se puede escribir en la carpeta {path}; elige otra con --data-dir.</translation>
    </message>
    <message>
        <source>The settings cannot be saved; they hold until the program closes.</source>
        <translation>No se pueden guardar los ajustes; valen hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>The list of articles was damaged; it was set aside as {path} and a new one begun.</source>
        <translation>La lista de artículos estaba dañada; se ha apartado como {path} y se ha empezado otra.</translation>
    </message>
    <message>
        <source>What you do with articles cannot be saved; it is remembered until the program closes.</source>
        <translation>Lo que haces con los artículos no se puede guardar; se recuerda hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>Your list of articles belongs to a newer version of Comillas; this one leaves it alone.</source>
        <translation>Tu lista de artículos es de una versión más nueva de Comillas; esta no la toca.</translation>
    </message>
    <message>
        <source>The translation memory was damaged; it was set aside as {path} and a new one begun.</source>
        <translation>La memoria de traducción estaba dañada; se ha apartado como {path} y se ha empezado otra.</translation>
    </message>
    <message>
        <source>The translation memory belongs to a newer version of Comillas; this one leaves it alone.</source>
        <translation>La memoria de traducción es de una versión más nueva de Comillas; esta no la toca.</translation>
    </message>
    <message>
        <source>Translations cannot be saved; they hold until the program closes.</source>
        <translation>Las traducciones no se pueden guardar; valen hasta que se cierre el programa.</translation>
    </message>
    <message>
        <source>The glossary {path} cannot be saved.</source>
        <translation>No se puede guardar el glosario {path}.</translation>
    </message>
    <message>
        <source>There is no translation package for {direction}.</source>
        <translation>No hay ningún paquete de traducción para {direction}.</translation>
    </message>
    <message>
        <source>The translation package {package} cannot be started.</source>
        <translation>El paquete de traducción {package} no arranca.</translation>
    </message>
    <message>
        <source>The translation package {package} failed on this text.</source>
        <translation>El paquete de traducción {package} ha fallado con este texto.</translation>
    </message>
    <message>
        <source>There is not enough memory to translate; close other programs, then try again.</source>
        <translation>No hay memoria suficiente para traducir; cierra otros programas y vuelve a intentarlo.</translation>
    </message>
    <message>
        <source>There is no package at {path}.</source>
        <translation>No hay ningún paquete en {path}.</translation>
    </message>
    <message>
        <source>There is no package called {name}.</source>
        <translation>No hay ningún paquete llamado {name}.</translation>
    </message>
    <message>
        <source>{path} is not an Argos package.</source>
        <translation>{path} no es un paquete de Argos.</translation>
    </message>
    <message>
        <source>{path} does not hold one Argos package.</source>
        <translation>{path} no contiene un único paquete de Argos.</translation>
    </message>
    <message>
        <source>The package {path} does not say what it is.</source>
        <translation>El paquete {path} no dice qué es.</translation>
    </message>
    <message>
        <source>{path} is not a package for translation.</source>
        <translation>{path} no es un paquete de traducción.</translation>
    </message>
    <message>
        <source>The package {path} does not name two languages.</source>
        <translation>El paquete {path} no indica dos idiomas.</translation>
    </message>
    <message>
        <source>The package {path} has no translation model.</source>
        <translation>El paquete {path} no tiene modelo de traducción.</translation>
    </message>
    <message>
        <source>The package {path} has no tokenizer.</source>
        <translation>El paquete {path} no tiene segmentador de palabras.</translation>
    </message>
    <message>
        <source>{path} holds files that no package should; it was not installed.</source>
        <translation>{path} contiene archivos que ningún paquete debería tener; no se ha instalado.</translation>
    </message>
    <message>
        <source>{path} is larger than {limit} GB; it was not installed.</source>
        <translation>{path} ocupa más de {limit} GB; no se ha instalado.</translation>
    </message>
    <message>
        <source>The package {path} does not work; it was not installed.</source>
        <translation>El paquete {path} no funciona; no se ha instalado.</translation>
    </message>
    <message>
        <source>The package {path} does not translate into its language; it was not installed.</source>
        <translation>El paquete {path} no traduce a su idioma; no se ha instalado.</translation>
    </message>
    <message>
        <source>{name} comes with Comillas and cannot be removed.</source>
        <translation>{name} viene con Comillas y no se puede quitar.</translation>
    </message>
    <message>
        <source>There is no room for the package in {path}.</source>
        <translation>No hay sitio para el paquete en {path}.</translation>
    </message>
    <message>
        <source>The packages folder {path} cannot be written.</source>
        <translation>No se puede escribir en la carpeta de paquetes {path}.</translation>
    </message>
    <message>
        <source>The Argos package index cannot be reached.</source>
        <translation>No se puede llegar al índice de paquetes de Argos.</translation>
    </message>
    <message>
        <source>The Argos package index cannot be read.</source>
        <translation>No se puede leer el índice de paquetes de Argos.</translation>
    </message>
    <message>
        <source>The package {name} cannot be downloaded.</source>
        <translation>No se puede descargar el paquete {name}.</translation>
    </message>
    <message>
        <source>The download of {name} broke off; try again to go on where it stopped.</source>
        <translation>La descarga de {name} se ha cortado; reinténtalo para seguir donde se quedó.</translation>
    </message>
    <message>
        <source>The package would come over an unprotected connection; refused.</source>
        <translation>El paquete llegaría por una conexión sin proteger; se ha rechazado.</translation>
    </message>
    <message>
        <source>What was downloaded is not the package {name}; try again.</source>
        <translation>Lo descargado no es el paquete {name}; reinténtalo.</translation>
    </message>
    <message>
        <source>The system refused what Comillas asked for: {reason}.</source>
        <translation>El sistema ha denegado lo que pedía Comillas: {reason}.</translation>
    </message>
    <message>
        <source>There is not enough memory for this.</source>
        <translation>No hay memoria suficiente para esto.</translation>
    </message>
    <message>
        <source>Something went wrong that should not; what was done until now is kept.</source>
        <translation>Ha ido mal algo que no debía; lo hecho hasta ahora se conserva.</translation>
    </message>
    <message>
        <source>{path} cannot be written.</source>
        <translation>No se puede escribir {path}.</translation>
    </message>
    <message>
        <source>{path} is a folder; name a file to write to.</source>
        <translation>{path} es una carpeta; indica un archivo en el que escribir.</translation>
    </message>
    <message>
        <source>Line {line} is not a JSON object with a &quot;text&quot;.</source>
        <translation>La línea {line} no es un objeto JSON con «text».</translation>
    </message>
    <message>
        <source>Comillas reads English (en) and Spanish (es), not {language}.</source>
        <translation>Comillas lee inglés (en) y español (es), no {language}.</translation>
    </message>
    <message>
        <source>Something went wrong ({code}).</source>
        <translation>Algo ha ido mal ({code}).</translation>
    </message>
    <message>
        <source>the text</source>
        <translation>el texto</translation>
    </message>
</context>
<context>
    <name>keymap</name>
    <message>
        <source>The file of your keys cannot be read; the usual keys are in use.</source>
        <translation>No se puede leer el archivo de tus teclas; se usan las de siempre.</translation>
    </message>
    <message>
        <source>“{key}” is not a key.</source>
        <translation>«{key}» no es una tecla.</translation>
    </message>
    <message>
        <source>“{key}” already means “{action}”.</source>
        <translation>«{key}» ya significa «{action}».</translation>
    </message>
</context>
<context>
    <name>languages</name>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Nobody named</source>
        <translation>Nadie identificado</translation>
    </message>
</context>
</TS>
