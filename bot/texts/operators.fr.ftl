### What the bot says to operators, in French.

operators-only = Seul un opérateur de ce bot peut faire cela, par un message à lui. Interrogez-moi sur les articles, ou voyez /help.
operators-privately = Cela parle de lecteurs, je n’y réponds donc que dans une discussion privée avec moi.
errand-failed = Cela n’a pas pu être fait. { $why }
undo = Annuler
remove = Retirer
keep = Garder
send = Envoyer
and-more = … et { $count } de plus

## Adding

add-how = Envoyez-moi après /add l’adresse d’une page, d’un flux ou d’un plan de site ; ou bien un fichier, ou un message transféré d’une chaîne. Les fichiers peuvent être .txt .md .html .pdf .docx .jsonl .zip, jusqu’à 20 Mo.
add-reading = Lecture de { $name }
add-progress = Lecture de { $name } : { $count } jusqu’ici
add-added = Ajouté (version { $version }) :
add-unchanged = Inchangé (version { $version }) :
add-version = Nouvelle version ({ $version }) :
add-refused = Non pris : { $where } : { $why }
add-added-count = ajoutés : { $count }
add-unchanged-count = inchangés : { $count }
add-version-count = nouvelles versions : { $count }
add-refused-count = non pris : { $count }
add-nothing = Il n’y a pas d’article dedans. Je lis les pages avec un article, les flux, les plans de site, les fichiers et les messages transférés.
file-too-large = Telegram donne aux bots des fichiers jusqu’à 20 Mo. Divisez-le, ou utilisez `whosaid add` sur la machine où je tourne.
file-not-given = Telegram ne m’a pas donné le fichier. Envoyez-le de nouveau.

## Articles

articles-held = Articles : { $count }. Ouvrez-en un par son numéro.
articles-list = Articles
article-facts = version { $version } · phrases : { $count } · { $language }
article-copy = Copie de { $article }
remove-how = Écrivez /remove et l’identifiant que /articles affiche.
remove-unknown = Cet article n’existe pas. /articles montre ceux qui sont là.
remove-sure = Retirer « { $title } » ? Les réponses cessent aussitôt de l’utiliser. On peut le remettre pendant { $days } jours.
removed = Retirés : { $count }. Les réponses ne les utilisent plus. Pendant { $days } jours, ce bouton les remet.
removed-already = C’était déjà retiré.
put-back = Remis : { $count }. Les réponses les utilisent de nouveau.
put-back-already = C’est déjà là, ou le délai est passé.

## Checking claims

audit-claims = Vérifier les propos
audit-head = « { $title } », version { $version }. ✓ approuve un propos, ✗ le rejette ; la même chose encore retire le verdict.
audit-counts = approuvés : { $approved } · rejetés : { $rejected } · non vérifiés : { $open }
audit-effect = Un propos rejeté ne donne plus de locuteur à sa phrase, ni dans les réponses ni dans /claims. La phrase peut encore être citée.
verdict-kept = Noté pour cette version de l’article.
audit-changed = L’article a changé depuis. /claims montre sa version actuelle.

## Open questions

lacking-head = Questions auxquelles les articles n’ont pas répondu en { $days } jours : { $count }
lacking-none = Les articles ont répondu à tout ce qui a été demandé en { $days } jours.
lacking-asked = Posée { $count } ×, la dernière fois le { $day }
lacking-list = Questions ouvertes
lacking-answer = Y répondre
lacking-drop = L’écarter
lacking-dropped = Écartée de la liste.
lacking-gone = Cette question n’est plus sur la liste.
lacking-prompt = Répondez à ce message par votre réponse. Qui a posé la question la recevra comme paroles de la rédaction. La question : { $question }
lacking-preview = Ceci part à qui a posé la question (discussions : { $count }), comme paroles de la rédaction :
telling = Envoi à qui a posé la question
told = Discussions informées : { $count }
told-failed = Discussions impossibles à joindre : { $count }
newsroom-answer = La rédaction répond à votre question du { $day } : { $question }
newsroom-words = Ce sont les paroles de la rédaction, pas une citation d’un article.

## Figures

stats-head = Les { $days } derniers jours
stats-questions = Questions : { $count }
stats-answered = répondues : { $count }
stats-disputed = contestées : { $count }
stats-partial = répondues en partie : { $count }
stats-refused = absentes des articles : { $count }
stats-cost = Le modèle a coûté { $dollars } dollars.
stats-latency = Les réponses ont pris { $half } s au milieu ; 95 sur 100 ont pris { $most } s au plus.
stats-picture = Par jour : en haut les questions, en bas les secondes (milieu, et 95 sur 100).
stats-days = { $days } jours

## Corrections

corrections-none = Aucune réponse donnée n’a besoin de correction.
correction-found = « { $title } » a une nouvelle version ({ $version }). Citations données avant qui ne sont plus telles quelles : { $count }
correction-removed = (supprimé)
correction-answers = Réponses qui les citent : { $count }
correct = Corriger les réponses
leave = Les laisser ainsi
left = Laissées ainsi.
correction-over = Cela a déjà été traité.
correcting = Correction des réponses
correcting-progress = Correction : { $done } sur { $count }
corrected = Réponses corrigées : { $count }
uncorrected = Réponses impossibles à modifier : { $count }
uncorrected-line = { $day }, { $where } : { $why }
where-private = discussion privée
where-group = groupe
where-elsewhere = une discussion où je ne suis pas
why-deleted = le message a été supprimé
why-shut-out = on ne me laisse plus entrer dans cette discussion
why-not-sent = aucun message n’est connu
why-refused = Telegram l’a refusé
why-unknown = Telegram n’a pas dit si c’était fait
corrected-notice = Corrigée le { $day }. L’article a changé depuis que cette réponse a été donnée.
corrected-was = Cité alors :
corrected-now = L’article dit maintenant :
corrected-removed = L’article n’a plus ce passage.
corrected-rest = Citations qui tiennent toujours :

## Commands of operators

command-add = Ajouter une page, un flux, un fichier ou un message
command-articles = Ce que contiennent les archives
command-remove = Retirer un article
command-unanswered = Ce que les lecteurs ont demandé et qui manque
command-stats = Questions, réponses, coût et vitesse
command-corrections = Réponses dont les articles ont changé
