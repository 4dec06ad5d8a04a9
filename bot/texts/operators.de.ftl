### What the bot says to operators, in German.

operators-only = Das kann nur, wer diesen Bot betreibt, mit einer eigenen Nachricht. Fragen Sie mich zu den Artikeln, oder sehen Sie /help.
operators-privately = Das handelt von Lesern, deshalb antworte ich darauf nur im privaten Chat mit mir.
errand-failed = Das ging nicht. { $why }
undo = Rückgängig
remove = Herausnehmen
keep = Behalten
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

## Corrections

correct = Antworten berichtigen

## Commands of operators

command-add = Seite, Feed, Datei oder Beitrag aufnehmen
command-articles = Was das Archiv enthält
command-remove = Einen Artikel herausnehmen
