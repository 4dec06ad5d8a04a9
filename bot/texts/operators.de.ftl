### What the bot says to operators, in German.

operators-only = Das kann nur, wer diesen Bot betreibt, mit einer eigenen Nachricht. Fragen Sie mich zu den Artikeln, oder sehen Sie /help.
operators-privately = Das handelt von Lesern, deshalb antworte ich darauf nur im privaten Chat mit mir.
errand-failed = Das ging nicht. { $why }
undo = Rückgängig
remove = Herausnehmen
keep = Behalten
send = Senden
and-more = … und { $count } weitere

## Adding

add-how = Senden Sie mir hinter /add die Adresse einer Seite, eines Feeds oder einer Sitemap; oder eine Datei, oder einen weitergeleiteten Kanalbeitrag. Dateien dürfen .txt .md .html .pdf .docx .jsonl .zip sein, bis 20 MB.
add-reading = { $name } wird gelesen
add-progress = { $name } wird gelesen: bisher { $count }
add-added = Aufgenommen (Version { $version }):
add-unchanged = Unverändert (Version { $version }):
add-version = Neue Version ({ $version }):
add-refused = Nicht aufgenommen: { $where }: { $why }
add-added-count = aufgenommen: { $count }
add-unchanged-count = unverändert: { $count }
add-version-count = neue Versionen: { $count }
add-refused-count = nicht aufgenommen: { $count }
add-nothing = Darin ist kein Artikel. Ich lese Seiten mit einem Artikel, Feeds, Sitemaps, Dateien und weitergeleitete Beiträge.
file-too-large = Telegram gibt Bots Dateien bis 20 MB. Teilen Sie sie, oder nehmen Sie `whosaid add` auf dem Rechner, auf dem ich laufe.
file-not-given = Telegram hat mir die Datei nicht gegeben. Senden Sie sie noch einmal.

## Articles

articles-held = Artikel: { $count }. Öffnen Sie einen über seine Nummer.
articles-list = Artikel
article-facts = Version { $version } · Sätze: { $count } · { $language }
article-copy = Kopie von { $article }
remove-how = Schreiben Sie /remove und die Kennung, die /articles zeigt.
remove-unknown = Diesen Artikel gibt es nicht. /articles zeigt die vorhandenen.
remove-sure = „{ $title }“ herausnehmen? Antworten nutzen ihn sofort nicht mehr. Binnen { $days } Tagen kann er zurück.
removed = Herausgenommen: { $count }. Antworten nutzen das nicht mehr. { $days } Tage lang bringt dieser Knopf es zurück.
removed-already = Das war schon herausgenommen.
put-back = Zurückgeholt: { $count }. Antworten nutzen es wieder.
put-back-already = Das ist schon da, oder die Frist ist vorbei.

## Checking claims

audit-claims = Aussagen prüfen
audit-head = „{ $title }“, Version { $version }. ✓ bestätigt eine Aussage, ✗ verwirft sie; dasselbe noch einmal nimmt es zurück.
audit-counts = bestätigt: { $approved } · verworfen: { $rejected } · ungeprüft: { $open }
audit-effect = Eine verworfene Aussage gibt ihrem Satz keinen Sprecher mehr, weder in Antworten noch in /claims. Zitiert werden kann der Satz weiterhin.
verdict-kept = Für diese Version des Artikels vermerkt.
audit-changed = Der Artikel hat sich seitdem geändert. /claims zeigt die heutige Version.

## Open questions

lacking-head = Fragen, die die Artikel binnen { $days } Tagen nicht beantwortet haben: { $count }
lacking-none = Die Artikel haben alles beantwortet, was binnen { $days } Tagen gefragt wurde.
lacking-asked = { $count } × gefragt, zuletzt am { $day }
lacking-list = Offene Fragen
lacking-answer = Beantworten
lacking-drop = Streichen
lacking-dropped = Von der Liste gestrichen.
lacking-gone = Diese Frage steht nicht mehr auf der Liste.
lacking-prompt = Antworten Sie auf diese Nachricht mit Ihrer Antwort. Wer gefragt hat, bekommt sie als eigene Worte der Redaktion. Die Frage: { $question }
lacking-preview = Das geht an alle, die gefragt haben (Chats: { $count }), als eigene Worte der Redaktion:
telling = Wer gefragt hat, wird benachrichtigt
told = Benachrichtigte Chats: { $count }
told-failed = Nicht erreichte Chats: { $count }
newsroom-answer = Die Redaktion antwortet auf Ihre Frage vom { $day }: { $question }
newsroom-words = Das sind eigene Worte der Redaktion, kein Zitat aus einem Artikel.

## Figures

stats-head = Die letzten { $days } Tage
stats-questions = Fragen: { $count }
stats-answered = beantwortet: { $count }
stats-disputed = umstritten: { $count }
stats-partial = teils beantwortet: { $count }
stats-refused = nicht in den Artikeln: { $count }
stats-cost = Das Modell kostete { $dollars } Dollar.
stats-latency = Antworten brauchten in der Mitte { $half } s; 95 von 100 brauchten höchstens { $most } s.
stats-picture = Nach Tagen: oben die Fragen, unten die Sekunden (Mitte, und 95 von 100).
stats-days = { $days } Tage

## Corrections

corrections-none = Keine gegebene Antwort braucht eine Berichtigung.
correction-found = „{ $title }“ hat eine neue Version ({ $version }). Früher gegebene Zitate, die so nicht mehr dastehen: { $count }
correction-removed = (entfernt)
correction-answers = Antworten, die sie zitieren: { $count }
correct = Antworten berichtigen
leave = So lassen
left = Bleibt so.
correction-over = Das ist schon erledigt.
correcting = Die Antworten werden berichtigt
correcting-progress = Berichtigung: { $done } von { $count }
corrected = Berichtigte Antworten: { $count }
uncorrected = Antworten, die sich nicht ändern ließen: { $count }
uncorrected-line = { $day }, { $where }: { $why }
where-private = privater Chat
where-group = Gruppe
where-elsewhere = ein Chat, in dem ich nicht bin
why-deleted = die Nachricht wurde gelöscht
why-shut-out = in diesen Chat lässt man mich nicht mehr
why-not-sent = keine Nachricht ist bekannt
why-refused = Telegram hat es abgelehnt
why-unknown = Telegram hat nicht gesagt, ob es geschehen ist
corrected-notice = Berichtigt am { $day }. Der Artikel hat sich geändert, seit diese Antwort gegeben wurde.
corrected-was = Damals zitiert:
corrected-now = Im Artikel steht jetzt:
corrected-removed = Der Artikel hat diese Stelle nicht mehr.
corrected-rest = Zitate, die weiter gelten:

## Commands of operators

command-add = Seite, Feed, Datei oder Beitrag aufnehmen
command-articles = Was das Archiv enthält
command-remove = Einen Artikel herausnehmen
command-unanswered = Was Leser fragten und in den Artikeln fehlt
command-stats = Fragen, Antworten, Kosten und Tempo
command-corrections = Antworten, deren Artikel sich geändert haben
