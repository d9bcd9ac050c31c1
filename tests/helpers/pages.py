"""A web page and a Markdown file with some of everything, and what reaches out of them."""

from __future__ import annotations

PARAGRAPHS = (
    "El pueblo entero salió a la calle el jueves por la mañana para ver el agua, que no corría desde hacía once años.",
    "«No lo puedo creer», dijo Marta Gil, panadera, con las manos todavía blancas de harina.",
    "El alcalde, Tomás Rey, pidió prudencia a los vecinos y prometió que el puente se abriría antes del domingo.",
    "“Es una bendición”, respondió una mujer desde el fondo; nadie supo después quién había sido.",
)
PAGE = f"""<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>El río vuelve - El Diario de Prueba</title>
<meta property="og:title" content="El río vuelve"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<link rel="stylesheet" href="file:///etc/passwd"><style>@import url("http://127.0.0.1:1/x.css"); p {{ color: red }}
</style>
<script src="http://127.0.0.1:1/x.js">var hidden = "script words";</script>
<meta http-equiv="refresh" content="0; url=http://127.0.0.1:1/"></head>
<body onload="x()"><nav><ul><li><a href="/">Portada</a></li><li><a href="/d">Deportes</a></li></ul></nav>
<article><h1>El río vuelve</h1><p>{PARAGRAPHS[0]}</p><img src="http://127.0.0.1:1/a.png" onerror="x()">
<h2>Una mañana distinta</h2><p>«No lo <em>puedo</em> creer», dijo <a href="file:///etc/shadow">Marta Gil</a>, panadera,
con las manos todavía blancas de harina.</p>
<ul><li>Primera medida: limpiar el cauce.</li><li>Segunda medida: vigilar el puente viejo.</li></ul>
<blockquote><p>{PARAGRAPHS[3]}</p></blockquote><iframe src="http://127.0.0.1:1/"></iframe>
<form action="http://127.0.0.1:1/"><input value="form words"><button>Enviar</button></form>
<p>Publicidad</p><p>{PARAGRAPHS[2]}</p></article>
<footer><p>Aviso legal y política de privacidad de este diario</p></footer></body></html>"""

MARKDOWN = """---
title: "El barco"
autora: Nora Quílez
fecha: 2024-05-03
tags: [mar, islas]
---

# El barco que *no* salió

El transbordador **no** salió el martes,
y los [isleños](http://example.org/x "título") volvieron a casa.
«Nada», dijo `Nora`.

> Nadie nos dice nada.

- aceite
- pan
  - de centeno

## Y ahora qué

Primera línea\\
segunda línea ![foto](file:///etc/passwd)

<div onclick="x()">Un aviso</div>

Advertisement

***

Fin.
"""
