### What the bot says to operators, in French.

operators-only = Seul un opérateur de ce bot peut faire cela, par un message à lui. Interrogez-moi sur les articles, ou voyez /help.
operators-privately = Cela parle de lecteurs, je n’y réponds donc que dans une discussion privée avec moi.
errand-failed = Cela n’a pas pu être fait. { $why }
undo = Annuler
remove = Retirer
keep = Garder
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

## Corrections

correct = Corriger les réponses

## Commands of operators

command-add = Ajouter une page, un flux, un fichier ou un message
command-articles = Ce que contiennent les archives
command-remove = Retirer un article
