### What the bot says to operators, in Spanish.

operators-only = Solo un operador de este bot puede hacer eso, con un mensaje propio. Pregúntame por los artículos o consulta /help.
operators-privately = Esto habla de lectores, así que solo lo contesto en un chat privado conmigo.
errand-failed = No se pudo hacer. { $why }
undo = Deshacer
remove = Retirar
keep = Conservar
send = Enviar
and-more = … y { $count } más

## Adding

add-how = Envíame después de /add la dirección de una página, de un canal de noticias (RSS) o de un mapa del sitio; o bien un archivo, o una publicación reenviada de un canal. Los archivos pueden ser .txt .md .html .pdf .docx .jsonl .zip, de hasta 20 MB.
add-reading = Leyendo { $name }
add-progress = Leyendo { $name }: { $count } por ahora
add-added = Añadido (versión { $version }):
add-unchanged = Sin cambios (versión { $version }):
add-version = Nueva versión ({ $version }):
add-refused = No se tomó: { $where }: { $why }
add-added-count = añadidos: { $count }
add-unchanged-count = sin cambios: { $count }
add-version-count = nuevas versiones: { $count }
add-refused-count = no tomados: { $count }
add-nothing = Ahí no hay ningún artículo. Leo páginas con un artículo, canales RSS, mapas del sitio, archivos y publicaciones reenviadas.
file-too-large = Telegram entrega a los bots archivos de hasta 20 MB. Divídelo o usa `whosaid add` en la máquina donde funciono.
file-not-given = Telegram no me entregó el archivo. Envíalo otra vez.

## Articles

articles-held = Artículos: { $count }. Abre uno por su número.
articles-list = Artículos
article-facts = versión { $version } · frases: { $count } · { $language }
article-copy = Copia de { $article }
remove-how = Escribe /remove y el identificador que muestra /articles.
remove-unknown = No existe ese artículo. /articles muestra los que hay.
remove-sure = ¿Retirar «{ $title }»? Las respuestas dejan de usarlo de inmediato. Se puede reponer en un plazo de { $days } días.
removed = Retirados: { $count }. Las respuestas ya no los usan. Durante { $days } días este botón los repone.
removed-already = Ya estaba retirado.
put-back = Repuestos: { $count }. Las respuestas vuelven a usarlos.
put-back-already = Ya está ahí, o se acabó el plazo.

## Checking claims

audit-claims = Revisar las afirmaciones
audit-head = «{ $title }», versión { $version }. ✓ aprueba una afirmación, ✗ la rechaza; lo mismo otra vez lo retira.
audit-counts = aprobadas: { $approved } · rechazadas: { $rejected } · sin revisar: { $open }
audit-effect = Una afirmación rechazada ya no da hablante a su frase, ni en las respuestas ni en /claims. La frase aún puede citarse.
verdict-kept = Anotado para esta versión del artículo.
audit-changed = El artículo ha cambiado desde entonces. /claims muestra su versión actual.

## Open questions

lacking-head = Preguntas que los artículos no respondieron en { $days } días: { $count }
lacking-none = Los artículos respondieron a todo lo que se preguntó en { $days } días.
lacking-asked = Preguntada { $count } ×, la última vez el { $day }
lacking-list = Preguntas abiertas
lacking-answer = Responderla
lacking-drop = Quitarla
lacking-dropped = Quitada de la lista.
lacking-gone = Esta pregunta ya no está en la lista.
lacking-prompt = Contesta a este mensaje con tu respuesta. Quien preguntó la recibirá como palabras propias de la redacción. La pregunta: { $question }
lacking-preview = Esto va a quien preguntó (chats: { $count }), como palabras propias de la redacción:
telling = Avisando a quien preguntó
told = Chats avisados: { $count }
told-failed = Chats a los que no se pudo llegar: { $count }
newsroom-answer = La redacción responde a tu pregunta del { $day }: { $question }
newsroom-words = Son palabras propias de la redacción, no una cita de un artículo.

## Figures

stats-head = Los últimos { $days } días
stats-questions = Preguntas: { $count }
stats-answered = respondidas: { $count }
stats-disputed = con versiones enfrentadas: { $count }
stats-partial = respondidas en parte: { $count }
stats-refused = no están en los artículos: { $count }
stats-cost = El modelo costó { $dollars } dólares.
stats-latency = Las respuestas tardaron { $half } s en el medio; 95 de cada 100 tardaron { $most } s como mucho.
stats-picture = Por día: arriba las preguntas, abajo los segundos (medio, y 95 de cada 100).
stats-days = { $days } días

## Corrections

corrections-none = Ninguna respuesta dada necesita corrección.
correction-found = «{ $title }» tiene una nueva versión ({ $version }). Citas dadas antes que ya no están como estaban: { $count }
correction-removed = (eliminado)
correction-answers = Respuestas que las citan: { $count }
correct = Corregir las respuestas
leave = Dejarlas como están
left = Se quedan como están.
correction-over = Esto ya se resolvió.
correcting = Corrigiendo las respuestas
correcting-progress = Corrigiendo: { $done } de { $count }
corrected = Respuestas corregidas: { $count }
uncorrected = Respuestas que no se pudieron editar: { $count }
uncorrected-line = { $day }, { $where }: { $why }
where-private = chat privado
where-group = grupo
where-elsewhere = un chat en el que no estoy
why-deleted = el mensaje fue borrado
why-shut-out = ya no se me deja entrar en ese chat
why-not-sent = no se conoce ningún mensaje
why-refused = Telegram lo rechazó
why-unknown = Telegram no dijo si se hizo
corrected-notice = Corregida el { $day }. El artículo ha cambiado desde que se dio esta respuesta.
corrected-was = Se citó entonces:
corrected-now = El artículo dice ahora:
corrected-removed = El artículo ya no tiene este pasaje.
corrected-rest = Citas que siguen en pie:

## Commands of operators

command-add = Añadir una página, un RSS, un archivo o una publicación
command-articles = Qué hay en el archivo
command-remove = Retirar un artículo
command-unanswered = Qué preguntaron los lectores y falta en los artículos
command-stats = Preguntas, respuestas, coste y rapidez
command-corrections = Respuestas cuyos artículos han cambiado
