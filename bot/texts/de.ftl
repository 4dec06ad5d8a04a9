### What the bot says, in German.

## First contact

start =
    Ich beantworte Fragen zu Nachrichtenartikeln mit den Worten der Artikel selbst und sage, von wem sie stammen.

    Ich bin ein KI-Programm, kein Mensch. Zitate sind Wort für Wort kopiert. Wo die Artikel nichts sagen, sage ich das.

    Fragen Sie alles zu den Artikeln oder beginnen Sie mit einer dieser Fragen:
first-contact = Sie sprechen mit einem KI-Programm. Die Zitate sind Wort für Wort aus den Artikeln übernommen.
help =
    Schreiben Sie eine Frage in eigenen Worten, in jeder Sprache. Die Antwort nennt, wer was sagt, und zeigt die Zitate, auf denen sie beruht.

    • Eine Nummer unter der Antwort öffnet das Zitat im Artikel.
    • „Umstritten“ heißt, dass sich Stimmen in den Artikeln widersprechen. Alle werden gezeigt; wer recht hat, entscheide ich nicht.
    • Wo die Artikel nichts sagen, sage ich das.
    • In einer Gruppe fragen Sie mit /ask, mit meinem Namen oder als Antwort auf eine meiner Antworten.

    /sources – wählen, welche Artikel gelesen werden
    /claims – wer in einem Artikel was sagt
    /language – die Sprache wählen, die ich spreche
    /about – wie Antworten entstehen
    /privacy – was von Ihnen aufbewahrt wird und wie lange
    /forget – löschen, was hier von Ihnen aufbewahrt wird
about =
    Zu jeder Frage suche ich die Sätze der Artikel, die sie beantworten, kopiere sie Zeichen für Zeichen und nenne, wer darin spricht. Wer recht hat, entscheide ich nicht.

    Zitate bleiben in der Sprache des Artikels. Eine Zusammenfassung, wo es sie gibt, schreibt ein KI-Modell; sie wird mit ihren Zitaten abgeglichen und kann dennoch falsch sein. Maßgeblich sind die Zitate.

    Die Artikel wählt aus, wer diesen Bot betreibt. Wird ein Modell benutzt, gehen Ihre Frage und die gefundenen Sätze an dessen Anbieter.
example-1 = Wer hat sich zu dem Anschlag bekannt?
example-2 = Steckt die Ukraine dahinter?
example-3 = Was hat Kamala Harris gesagt?
asked = Ihre Frage: { $question }
understood = Frage verstanden als: { $question }

## An answer

disputed = Umstritten
partial = Die Artikel beantworten nur einen Teil davon.
not-answered = Nicht beantwortet: { $part }
premise = Die Artikel sagen nicht, was die Frage voraussetzt ({ $speaker }: { $stance }). Sie sagen:
premise-about = Die Artikel sagen nicht, was die Frage voraussetzt ({ $speaker }: { $stance }, { $about }). Sie sagen:
copies = ein Ursprung, { $count } Kopien
by-article = Der Artikel selbst
said-by = { $speaker } { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = laut { $speaker }
hedge-possible = möglicherweise
hedge-probable = allem Anschein nach
hedge-alleged = angeblich
translation = Übersetzung durch KI: { $text }
source-unknown = Medium und Datum nicht angegeben
outlet-unknown = Medium nicht angegeben
date-unknown = Datum nicht angegeben
sources-span = Quellen vom { $oldest } bis zum { $newest }
quotes-exact = Zitate Wort für Wort
summary-by-ai = Zusammenfassung von einer KI
without-model = ohne Modell: nur die Zitate
notice-model-failed = Das Modell hat keine brauchbare Zusammenfassung geliefert, daher stehen hier nur die Zitate. Fragen Sie später noch einmal, wenn Sie eine Zusammenfassung möchten.
notice-old-news = Der neueste Artikel hier ist vom { $date }: Seitdem kann sich etwas geändert haben.
notice-undated-news = Die Artikel hier haben kein Datum: Wie aktuell das ist, kann ich nicht sagen.
notice-index-rebuilding = Der Suchindex wird neu aufgebaut: Antworten dauern vorerst länger und können Artikel übersehen.
repeated = Wiederholt nach einem Neustart:
answer-replaced = Dieser Teil gehörte zu einer früheren Antwort; die neue steht darüber.
rich-who = Wer
rich-what = Was gesagt wird
who-says-what = Wer was sagt
share = Teilen
card-answer = Die Antwort
ask-here = WhoSaid fragen
voted-up = Danke, als hilfreich notiert.
voted-down = Danke, als nicht hilfreich notiert.
source-only = Nur in „{ $title }“ gelesen. /sources ändert das.
answer-linked = Aus einer früheren Antwort. Ihre Zitate, soeben neu aus den Artikeln gelesen:

## Choosing

sources-all =
    { $count ->
        [one] Hier gibt es { $count } Artikel, und Fragen werden aus ihm beantwortet.
       *[other] Hier gibt es { $count } Artikel, und Fragen werden aus allen beantwortet. Wählen Sie einen, um nur ihn zu fragen.
    }
sources-one =
    { $count ->
        [one] Hier gibt es { $count } Artikel, und Fragen werden aus ihm beantwortet.
       *[other] Hier gibt es { $count } Artikel. Fragen werden nur aus dem markierten beantwortet.
    }
sources-choose-all = Alle Artikel
source-chosen = Fragen werden hier jetzt nur aus diesem Artikel beantwortet.
sources-all-chosen = Fragen werden hier jetzt aus allen Artikeln beantwortet.
source-linked = Fragen werden hier jetzt nur aus „{ $title }“ beantwortet. Stellen Sie eine, oder wählen Sie andere mit /sources.
language-name = Deutsch
language-choose = In welcher Sprache soll ich in diesem Chat sprechen und antworten? Zitate bleiben in der Sprache des Artikels.
language-own = Die Sprache der jeweiligen Frage
language-chosen = Ab jetzt spreche ich hier Deutsch.
forgotten =
    Vergessen am { $when }, in diesem Chat:

    • Ihre Fragen: { $questions }
    • Ihre Bewertungen von Antworten: { $votes }
    • gewählte Sprache und Artikel: { $choices }

    Die Nachrichten in diesem Chat können Sie selbst löschen. Knöpfe, die ein Zitat öffnen, tun das weiterhin; sie führen nicht mehr zu Ihnen. Wie oft Sie gefragt haben, wird noch eine Stunde gezählt.
privacy =
    Was ich von Ihnen aufbewahre, und wie lange:

    • Ihre letzten 20 Fragen in einem Chat, 30 Tage lang, damit ich Nachfragen verstehe
    • Fragen, die die Artikel nicht beantworten, 30 Tage lang, damit die Redaktion Ihnen antworten kann
    • welche Zitate eine Antwort Ihnen gezeigt hat, damit ihre Knöpfe sie öffnen
    • was Sie gewählt haben: Sprache, Artikel, Daumen
    • eine Stunde lang, wie oft Sie gefragt haben

    Ich bewahre keinen Namen, keine Telefonnummer und keine anderen Nachrichten auf, und Ihre Worte stehen in keinem Protokoll. Wird ein Modell verwendet, gehen Ihre Frage und die gefundenen Sätze an dessen Anbieter, eine Sprachnachricht an den des Modells, das sie hört; ich bewahre sie nicht auf. Aufbewahrt wird es dort, wo dieser Bot betrieben wird.

    /forget löscht sofort, was ich in diesem Chat von Ihnen habe.

## A refusal

not-in-articles = Die Artikel beantworten das nicht. Versuchen Sie andere Worte oder fragen Sie etwas anderes zu den Artikeln.
nearest = Nächstliegende Stelle (sie beantwortet die Frage nicht):

## What a speaker does

stance-claims-responsibility = bekennt sich zur Tat
stance-accuses = beschuldigt
stance-denies = bestreitet
stance-confirms = bestätigt
stance-doubts = zweifelt
stance-warns = warnt
stance-fears = befürchtet
stance-believes = glaubt
stance-promises = verspricht
stance-demands = fordert
stance-praises = lobt
stance-criticises = kritisiert
stance-describes = beschreibt
stance-asks = fragt
stance-reports = berichtet
stance-says = sagt
stance-states = stellt fest
stance-not-claims-responsibility = bekennt sich nicht zur Tat
stance-not-accuses = beschuldigt nicht
stance-not-denies = bestreitet nicht
stance-not-confirms = bestätigt nicht
stance-not-doubts = zweifelt nicht
stance-not-warns = warnt nicht
stance-not-fears = befürchtet nicht
stance-not-believes = glaubt nicht
stance-not-promises = verspricht nicht
stance-not-demands = fordert nicht
stance-not-praises = lobt nicht
stance-not-criticises = kritisiert nicht
stance-not-describes = beschreibt nicht
stance-not-asks = fragt nicht
stance-not-reports = berichtet nicht
stance-not-says = sagt nicht
stance-not-states = stellt nicht fest

## A passage in its article

author = von { $author }
open-source = In der Quelle öffnen
older-version = Der Artikel wurde seitdem geändert. Dies ist die Fassung, aus der das Zitat stammt.
older-version-same = Aus einer früheren Fassung. Die jetzige Fassung enthält diese Worte noch.
older-version-changed = Aus einer früheren Fassung. In der jetzigen Fassung lautet diese Stelle:
older-version-removed = Aus einer früheren Fassung. In der jetzigen fehlt diese Stelle.
article-removed = Der Artikel wurde aus dem Archiv genommen; Antworten verwenden ihn nicht mehr.
receipt = Beleg: Artikel { $article }, Fassung { $version }, Zeichen { $start } bis { $end }, SHA-256 { $hash }
check-again = Erneut prüfen
checked = Erneut geprüft am { $when }: Im Artikel stehen dieselben Zeichen.
checked-same = Geprüft: Das Zitat ist Wort für Wort gleich.

## Who says what in an article

claims-pick = Aus welchem Artikel?
claims-none = In diesem Artikel wird niemand zitiert oder wiedergegeben; er spricht mit eigener Stimme.
speaker-unnamed = eine ungenannte Person
no-articles = Hier gibt es noch keine Artikel.
article-gone = Dieser Artikel wurde aus dem Archiv genommen. /sources zeigt, welche es gibt.

## When something is in the way

only-text = Ich kann nur Text lesen. Bitte schreiben Sie Ihre Frage als Nachricht.
voice-too-long =
    { $count ->
        [one] Ich höre Sprachnachrichten von höchstens { $count } Minute an. Sagen Sie es kürzer oder schreiben Sie es.
       *[other] Ich höre Sprachnachrichten von höchstens { $count } Minuten an. Sagen Sie es kürzer oder schreiben Sie es.
    }
voice-empty = Ich konnte keine Worte verstehen. Sagen Sie es noch einmal oder schreiben Sie es.
voice-failed = Ich konnte diese Nachricht gerade nicht anhören. Schreiben Sie Ihre Frage oder senden Sie sie in einer Minute noch einmal.
voice-spent = Das heutige Geld für das Modell ist verbraucht, deshalb kann ich bis morgen nichts anhören. Bitte schreiben Sie Ihre Frage.
unknown-command = Diesen Befehl kenne ich nicht. Schreiben Sie eine Frage oder sehen Sie unter /help nach.
button-unusable = Dieser Knopf tut hier nichts. Stellen Sie die Frage noch einmal, dann gibt es neue.
button-old = Diese Antwort ist nicht mehr gespeichert. Stellen Sie die Frage noch einmal, dann gibt es eine neue.
button-expired = Dieser Knopf galt einen Tag, der ist vorbei. Fragen Sie erneut, dann gibt es neue.
button-foreign = Dieser Knopf ist für die Person, die ihn angefordert hat. Mit demselben Befehl bekommen Sie einen eigenen.
quote-gone = Dieses Zitat ist im Artikel nicht mehr zu finden und wird deshalb nicht gezeigt. Stellen Sie die Frage noch einmal.
maybe-lost = Meine letzte Nachricht ist vielleicht nicht angekommen. Falls sie fehlt, fragen Sie noch einmal.
error-unexpected = Bei uns ist etwas schiefgegangen, es steht im Protokoll. Bitte fragen Sie in einer Minute noch einmal.
error-slow = Das hat zu lange gedauert. Bitte fragen Sie noch einmal, vielleicht kürzer.
limit-reader =
    { $count ->
        [one] Sie haben binnen einer Stunde { $questions } Fragen gestellt, mehr nehme ich von einer Person nicht an. In { $count } Minute können Sie wieder fragen.
       *[other] Sie haben binnen einer Stunde { $questions } Fragen gestellt, mehr nehme ich von einer Person nicht an. In { $count } Minuten können Sie wieder fragen.
    }
limit-chat =
    { $count ->
        [one] In diesem Chat wurden binnen einer Stunde { $questions } Fragen gestellt, mehr nehme ich hier nicht an. Die nächste ist in { $count } Minute möglich.
       *[other] In diesem Chat wurden binnen einer Stunde { $questions } Fragen gestellt, mehr nehme ich hier nicht an. Die nächste ist in { $count } Minuten möglich.
    }
budget-spent =
    { $count ->
        [one] Das heutige Geld für das Modell ist verbraucht, deshalb bestehen Antworten noch etwa { $count } Stunde lang nur aus Zitaten.
       *[other] Das heutige Geld für das Modell ist verbraucht, deshalb bestehen Antworten noch etwa { $count } Stunden lang nur aus Zitaten.
    }

## Commands

ask-how = Schreiben Sie Ihre Frage hinter /ask. Oder antworten Sie mit /ask auf eine Nachricht, dann suche ich, was die Artikel dazu sagen.
command-ask = Den Artikeln eine Frage stellen
command-sources = Wählen, welche Artikel gelesen werden
command-claims = Wer in einem Artikel was sagt
command-language = Die Sprache wählen, die ich spreche
command-help = Wie man fragt und was Antworten zeigen
command-about = Wie Antworten entstehen
command-privacy = Was von Ihnen aufbewahrt wird und wie lange
command-forget = Löschen, was hier von Ihnen aufbewahrt wird
bot-description = Ich beantworte Fragen zu Nachrichtenartikeln mit den Worten der Artikel und sage, von wem sie stammen. Zitate werden Wort für Wort übernommen. Wo die Artikel nichts sagen, sage ich das. Ich bin ein KI-Programm, kein Mensch.
bot-short-description = Fragen an Artikel: wer was gesagt hat, im Wortlaut. Ein KI-Programm.

## In the terminal

terminal-welcome = Fragen Sie zu den Artikeln. Strg-C beendet.
terminal-examples = Zum Beispiel:
terminal-prompt = Frage
terminal-reading = Die Artikel werden gelesen
terminal-articles =
    { $count ->
        [one] { $count } Artikel
       *[other] { $count } Artikel
    }
terminal-goodbye = Auf Wiedersehen.
