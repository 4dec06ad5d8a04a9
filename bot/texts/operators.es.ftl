### What the bot says to operators, in Spanish.

operators-only = Solo un operador de este bot puede hacer eso, con un mensaje propio. Pregúntame por los artículos o consulta /help.
operators-privately = Esto habla de lectores, así que solo lo contesto en un chat privado conmigo.
errand-failed = No se pudo hacer. { $why }
undo = Deshacer
remove = Retirar
keep = Conservar
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

## Corrections

correct = Corregir las respuestas

## Commands of operators

command-add = Añadir una página, un RSS, un archivo o una publicación
command-articles = Qué hay en el archivo
command-remove = Retirar un artículo
