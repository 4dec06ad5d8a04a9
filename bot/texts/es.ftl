### What the bot says, in Spanish.

## First contact

start =
    Respondo preguntas sobre artículos de prensa con las palabras de los propios artículos y digo quién las dijo.

    Soy un programa de IA, no una persona. Las citas se copian palabra por palabra. Cuando los artículos no lo dicen, te aviso.

    Pregunta lo que quieras sobre los artículos o prueba con una de estas preguntas:
first-contact = Estás hablando con un programa de IA. Las citas se copian palabra por palabra de los artículos.
help =
    Escribe una pregunta con tus propias palabras, en cualquier idioma. La respuesta dice quién afirma qué y muestra las citas en las que se apoya.

    • Un número debajo de la respuesta abre su cita dentro del artículo.
    • «En disputa» significa que en los artículos hay voces que se contradicen. Se muestran todas; no decido quién tiene razón.
    • Cuando los artículos no lo dicen, te aviso.
    • En un grupo, pregunta con /ask, por mi nombre o respondiendo a una respuesta.

    /sources – elegir qué artículos se leen
    /claims – quién dice qué en un artículo
    /language – elegir el idioma en que hablo
    /about – cómo se hacen las respuestas
    /privacy – qué se guarda de ti y cuánto tiempo
    /forget – borrar lo que se guarda de ti aquí
about =
    Para cada pregunta busco las frases de los artículos que la responden, las copio carácter por carácter y digo quién habla en ellas. No decido quién tiene razón.

    Las citas se quedan en el idioma del artículo. El resumen, cuando lo hay, lo escribe un modelo de IA y se comprueba con sus citas; aun así puede fallar: lo que cuenta son las citas.

    Los artículos los elige quien administra este bot. Si se usa un modelo, tu pregunta y las frases encontradas se envían a su proveedor.
example-1 = ¿Quién se atribuyó el atentado?
example-2 = ¿Estuvo Ucrania detrás?
example-3 = ¿Qué dijo Kamala Harris?
asked = Tu pregunta: { $question }
understood = Pregunta entendida así: { $question }

## An answer

disputed = En disputa
partial = Los artículos solo responden una parte.
not-answered = Sin respuesta: { $part }
premise = Los artículos no dicen lo que la pregunta da por hecho ({ $speaker }: { $stance }). Dicen esto:
premise-about = Los artículos no dicen lo que la pregunta da por hecho ({ $speaker }: { $stance }, { $about }). Dicen esto:
copies = un solo origen, { $count } copias
by-article = El propio artículo
said-by = { $speaker } { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = según { $speaker }
hedge-possible = posiblemente
hedge-probable = según todos los indicios
hedge-alleged = presuntamente
translation = Traducción por IA: { $text }
source-unknown = medio y fecha no indicados
outlet-unknown = medio no indicado
date-unknown = fecha no indicada
sources-span = Fuentes del { $oldest } al { $newest }
quotes-exact = citas literales
summary-by-ai = resumen hecho por IA
without-model = sin modelo: solo las citas
notice-model-failed = El modelo no dio ningún resumen utilizable, así que estas son solo las citas. Pregunta más tarde para obtener un resumen.
notice-old-news = El artículo más reciente aquí es del { $date }: puede haber cambiado algo desde entonces.
notice-undated-news = Los artículos citados aquí no tienen fecha: no puedo saber si esto sigue vigente.
notice-index-rebuilding = El índice de búsqueda se está reconstruyendo: por ahora las respuestas tardan más y pueden omitir artículos.
repeated = Repetido tras un reinicio:
answer-replaced = Esta parte era de una respuesta anterior; la nueva está arriba.
rich-who = Quién
rich-what = Qué dice
who-says-what = Quién dice qué
share = Compartir
card-answer = La respuesta
ask-here = Preguntar a WhoSaid
voted-up = Gracias, anotado como útil.
voted-down = Gracias, anotado como poco útil.
source-only = Leído solo en «{ $title }». /sources lo cambia.
answer-linked = De una respuesta dada antes. Sus citas, leídas de nuevo en los artículos ahora mismo:

## Choosing

sources-all =
    { $count ->
        [one] Aquí hay { $count } artículo, y las preguntas se responden con él.
       *[other] Aquí hay { $count } artículos, y las preguntas se responden con todos. Elige uno para preguntarle solo a él.
    }
sources-one =
    { $count ->
        [one] Aquí hay { $count } artículo, y las preguntas se responden con él.
       *[other] Aquí hay { $count } artículos. Las preguntas se responden solo con el marcado.
    }
sources-choose-all = Todos los artículos
source-chosen = Aquí las preguntas se responden ahora solo con este artículo.
sources-all-chosen = Aquí las preguntas se responden ahora con todos los artículos.
source-linked = Aquí las preguntas se responden ahora solo con «{ $title }». Haz una, o elige otros con /sources.
language-name = Español
language-choose = ¿En qué idioma hablo y respondo en este chat? Las citas se quedan en el idioma del artículo.
language-own = El idioma de cada pregunta
language-chosen = Desde ahora hablo español aquí.
forgotten =
    Olvidado el { $when }, en este chat:

    • tus preguntas: { $questions }
    • tus votos sobre respuestas: { $votes }
    • elecciones de idioma y artículo: { $choices }

    Los mensajes de este chat puedes borrarlos tú. Los botones que abren una cita siguen funcionando; ya no llevan a ti. Cuántas veces preguntaste se cuenta una hora más.
privacy =
    Qué guardo de ti y cuánto tiempo:

    • tus últimas 20 preguntas en un chat, durante 30 días, para entender las que siguen
    • las preguntas que los artículos no responden, durante 30 días, para que la redacción pueda contestarte
    • qué citas te mostró una respuesta, para que se abran sus botones
    • lo que elegiste: idioma, artículo, pulgares
    • durante una hora, cuántas veces preguntaste

    No guardo nombres, teléfonos ni otros mensajes, y tus palabras no están en los registros. Si se usa un modelo, tu pregunta y las frases encontradas se envían a su proveedor, y un mensaje de voz al del modelo que lo escucha; yo no lo guardo. Lo guardado está en el almacén de quien administra este bot.

    /forget borra al momento lo que guardo de ti en este chat.

## A refusal

not-in-articles = Los artículos no responden a esto. Prueba con otras palabras o haz otra pregunta sobre ellos.
nearest = El pasaje más cercano (no responde a la pregunta):

## What a speaker does

stance-claims-responsibility = se atribuye la autoría
stance-accuses = acusa
stance-denies = niega
stance-confirms = confirma
stance-doubts = pone en duda
stance-warns = advierte
stance-fears = teme
stance-believes = cree
stance-promises = promete
stance-demands = exige
stance-praises = elogia
stance-criticises = critica
stance-describes = describe
stance-asks = pregunta
stance-reports = informa
stance-says = dice
stance-states = afirma
stance-not-claims-responsibility = no se atribuye la autoría
stance-not-accuses = no acusa
stance-not-denies = no niega
stance-not-confirms = no confirma
stance-not-doubts = no pone en duda
stance-not-warns = no advierte
stance-not-fears = no teme
stance-not-believes = no cree
stance-not-promises = no promete
stance-not-demands = no exige
stance-not-praises = no elogia
stance-not-criticises = no critica
stance-not-describes = no describe
stance-not-asks = no pregunta
stance-not-reports = no informa
stance-not-says = no dice
stance-not-states = no afirma

## A passage in its article

author = por { $author }
open-source = Abrir en la fuente
older-version = El artículo ha cambiado desde entonces. Esta es la versión de la que se tomó la cita.
older-version-same = De una versión anterior. La versión actual conserva estas palabras.
older-version-changed = De una versión anterior. En la versión actual este pasaje dice:
older-version-removed = De una versión anterior. El pasaje se eliminó de la actual.
article-removed = El artículo se retiró del archivo; las respuestas ya no lo usan.
receipt = Comprobante: artículo { $article }, versión { $version }, caracteres { $start } a { $end }, SHA-256 { $hash }
check-again = Comprobar de nuevo
checked = Comprobado de nuevo el { $when }: el artículo tiene los mismos caracteres.
checked-same = Comprobado: la cita es igual palabra por palabra.

## Who says what in an article

claims-pick = ¿De qué artículo?
claims-none = En este artículo no se cita a nadie; habla con su propia voz.
speaker-unnamed = alguien sin nombrar
no-articles = Aquí todavía no hay artículos.
article-gone = Este artículo se retiró del archivo. /sources muestra los que hay.

## When something is in the way

only-text = Solo puedo leer texto. Escribe tu pregunta en un mensaje.
voice-too-long =
    { $count ->
        [one] Escucho mensajes de voz de hasta { $count } minuto. Dilo con menos palabras o escríbelo.
       *[other] Escucho mensajes de voz de hasta { $count } minutos. Dilo con menos palabras o escríbelo.
    }
voice-empty = No he podido entender ninguna palabra. Dilo otra vez o escríbelo.
voice-failed = Ahora mismo no he podido escuchar este mensaje. Escribe tu pregunta o envíalo de nuevo dentro de un minuto.
voice-spent = El dinero de hoy para el modelo se ha gastado, así que no puedo escuchar hasta mañana. Escribe tu pregunta.
unknown-command = No conozco este comando. Escribe una pregunta o consulta /help.
button-unusable = Este botón no funciona aquí. Repite la pregunta para obtener botones nuevos.
button-old = Esta respuesta ya no se conserva. Repite la pregunta para obtener una nueva.
button-expired = Este botón valía un día, y ya pasó. Pregunta de nuevo para tener botones nuevos.
button-foreign = Este botón es para quien lo pidió. Pídelo tú para tener el tuyo.
quote-gone = Esta cita ya no se encuentra en su artículo, por eso no se muestra. Repite la pregunta para obtener una respuesta nueva.
maybe-lost = Puede que mi último mensaje no te haya llegado. Si falta, vuelve a preguntar.
error-unexpected = Algo falló por nuestra parte y ha quedado registrado. Vuelve a preguntar dentro de un minuto.
error-slow = Esto ha tardado demasiado. Vuelve a preguntar, quizá con menos palabras.
limit-reader =
    { $count ->
        [one] Has hecho { $questions } preguntas en una hora, el máximo por persona. Puedes preguntar de nuevo en { $count } minuto.
       *[other] Has hecho { $questions } preguntas en una hora, el máximo por persona. Puedes preguntar de nuevo en { $count } minutos.
    }
limit-chat =
    { $count ->
        [one] En este chat se han hecho { $questions } preguntas en una hora, el máximo por chat. La siguiente es posible en { $count } minuto.
       *[other] En este chat se han hecho { $questions } preguntas en una hora, el máximo por chat. La siguiente es posible en { $count } minutos.
    }
budget-spent =
    { $count ->
        [one] El dinero de hoy para el modelo se ha gastado, así que las respuestas serán solo citas durante { $count } hora más, aproximadamente.
       *[other] El dinero de hoy para el modelo se ha gastado, así que las respuestas serán solo citas durante { $count } horas más, aproximadamente.
    }

## Commands

ask-how = Escribe tu pregunta después de /ask. O responde con /ask a un mensaje y buscaré qué dicen los artículos al respecto.
command-ask = Hacer una pregunta a los artículos
command-sources = Elegir qué artículos se leen
command-claims = Quién dice qué en un artículo
command-language = Elegir el idioma en que hablo
command-help = Cómo preguntar y qué muestran las respuestas
command-about = Cómo se elaboran las respuestas
command-privacy = Qué se guarda de ti y cuánto tiempo
command-forget = Borrar lo que se guarda de ti aquí
bot-description = Respondo preguntas sobre artículos de prensa con las palabras de los propios artículos y digo quién las dijo. Las citas se copian palabra por palabra. Si los artículos no lo dicen, lo digo. Soy un programa de IA, no una persona.
bot-short-description = Pregunta a los artículos: quién dijo qué, con sus propias palabras. Programa de IA.

## In the terminal

terminal-welcome = Pregunta sobre los artículos. Ctrl-C para salir.
terminal-examples = Por ejemplo:
terminal-prompt = Pregunta
terminal-reading = Leyendo los artículos
terminal-articles =
    { $count ->
        [one] { $count } artículo
       *[other] { $count } artículos
    }
terminal-goodbye = Hasta pronto.
