### What the bot says, in French.

## First contact

start =
    Je réponds aux questions sur des articles de presse avec les mots des articles eux-mêmes, et je dis qui les a prononcés.

    Je suis un programme d'IA, pas une personne. Les citations sont copiées mot pour mot. Quand les articles ne disent rien, je le dis.

    Posez n'importe quelle question sur les articles, ou essayez l'une de celles-ci :
first-contact = Vous parlez à un programme d'IA. Les citations sont reprises mot pour mot des articles.
help =
    Écrivez une question avec vos propres mots, dans n'importe quelle langue. La réponse dit qui affirme quoi et montre les citations sur lesquelles elle s'appuie.

    • Un numéro sous la réponse ouvre la citation dans l'article.
    • « Contesté » signifie que des voix se contredisent dans les articles. Toutes sont montrées ; je ne décide pas qui a raison.
    • Quand les articles ne disent rien, je le dis.
    • Dans un groupe, demandez avec /ask, par mon nom ou en répondant à une réponse.

    /sources – choisir les articles à lire
    /claims – qui dit quoi dans un article
    /language – choisir la langue que je parle
    /about – comment les réponses sont faites
    /privacy – ce qui est gardé de vous, et combien de temps
    /forget – supprimer ce qui est gardé de vous ici
about =
    Pour chaque question, je cherche les phrases des articles qui y répondent, je les copie caractère par caractère et je dis qui y parle. Je ne décide pas qui a raison.

    Les citations restent dans la langue de l'article. Le résumé, quand il y en a un, est écrit par un modèle d'IA et vérifié avec ses citations ; il peut tout de même se tromper, ce sont les citations qui comptent.

    Les articles sont choisis par la personne qui gère ce bot. Si un modèle est utilisé, votre question et les phrases trouvées sont envoyées à son fournisseur.
example-1 = Qui a revendiqué l'attentat ?
example-2 = L'Ukraine est-elle derrière l'attaque ?
example-3 = Qu'a dit Kamala Harris ?
asked = Votre question : { $question }
understood = Question comprise ainsi : { $question }

## An answer

disputed = Contesté
partial = Les articles ne répondent qu'à une partie.
not-answered = Sans réponse : { $part }
premise = Les articles ne disent pas ce que la question tient pour acquis ({ $speaker } : { $stance }). Ils disent :
premise-about = Les articles ne disent pas ce que la question tient pour acquis ({ $speaker } : { $stance }, { $about }). Ils disent :
copies = une seule origine, { $count } copies
by-article = L'article lui-même
said-by = { $speaker } { $stance }
attributed = { $speaker } : { $statement }
claimed = { $lead } : { $said }
via = d'après { $speaker }
hedge-possible = peut-être
hedge-probable = selon toute apparence
hedge-alleged = prétendument
translation = Traduction par IA : { $text }
source-unknown = média et date non indiqués
outlet-unknown = média non indiqué
date-unknown = date non indiquée
sources-span = Sources du { $oldest } au { $newest }
quotes-exact = citations mot pour mot
summary-by-ai = résumé par une IA
without-model = sans modèle : les citations seules
notice-model-failed = Le modèle n'a pas donné de résumé utilisable, voici donc les citations seules. Redemandez plus tard pour avoir un résumé.
notice-old-news = L'article le plus récent ici date du { $date } : la situation a pu changer depuis.
notice-undated-news = Les articles cités ici n'ont pas de date : je ne peux pas dire si c'est encore d'actualité.
notice-index-rebuilding = L'index de recherche est en cours de reconstruction : pour l'instant, les réponses prennent plus de temps et peuvent omettre des articles.
repeated = Répété après un redémarrage :
answer-replaced = Cette partie appartenait à une réponse précédente ; la nouvelle est au-dessus.
rich-who = Qui
rich-what = Ce qui est dit
who-says-what = Qui dit quoi
share = Partager
card-answer = La réponse
ask-here = Interroger WhoSaid
voted-up = Merci, noté comme utile.
voted-down = Merci, noté comme peu utile.
source-only = Lu seulement dans « { $title } ». /sources permet d'en changer.
answer-linked = Tiré d'une réponse donnée plus tôt. Ses citations, relues à l'instant dans les articles :

## Choosing

sources-all =
    { $count ->
        [one] Il y a { $count } article ici, et les réponses en sont tirées.
       *[other] Il y a { $count } articles ici, et les réponses sont tirées de tous. Choisissez-en un pour n'interroger que lui.
    }
sources-one =
    { $count ->
        [one] Il y a { $count } article ici, et les réponses en sont tirées.
       *[other] Il y a { $count } articles ici. Les réponses sont tirées seulement de celui qui est marqué.
    }
sources-choose-all = Tous les articles
source-chosen = Ici, les réponses sont désormais tirées de cet article seul.
sources-all-chosen = Ici, les réponses sont désormais tirées de tous les articles.
source-linked = Ici, les réponses sont désormais tirées de « { $title } » seul. Posez une question, ou choisissez-en d'autres avec /sources.
language-name = Français
language-choose = Dans quelle langue dois-je parler et répondre dans cette discussion ? Les citations restent dans la langue de l'article.
language-own = La langue de chaque question
language-chosen = Je parle désormais français ici.
forgotten =
    Oublié le { $when }, dans cette discussion :

    • vos questions : { $questions }
    • vos votes sur des réponses : { $votes }
    • choix de langue et d'article : { $choices }

    Vous pouvez supprimer vous-même les messages de cette discussion. Les boutons qui ouvrent une citation fonctionnent toujours ; ils ne mènent plus à vous. Le nombre de vos questions est compté encore une heure.
privacy =
    Ce que je garde de vous, et combien de temps :

    • vos 20 dernières questions dans une discussion, pendant 30 jours, pour comprendre celles qui suivent
    • les questions auxquelles les articles ne répondent pas, pendant 30 jours, pour que la rédaction puisse vous répondre
    • les citations qu'une réponse vous a montrées, pour que ses boutons les ouvrent
    • ce que vous avez choisi : langue, article, pouces
    • pendant une heure, combien de fois vous avez demandé

    Je ne garde ni nom, ni numéro de téléphone, ni d'autres messages, et vos mots ne sont pas dans les journaux. Si un modèle est utilisé, votre question et les phrases trouvées sont envoyées à son fournisseur, et un message vocal à celui du modèle qui l'écoute ; je ne le garde pas. Tout est gardé chez la personne qui gère ce bot.

    /forget supprime aussitôt ce que je garde de vous dans cette discussion.

## A refusal

not-in-articles = Les articles ne répondent pas à cela. Essayez d'autres mots, ou posez une autre question à leur sujet.
nearest = Passage le plus proche (il ne répond pas à la question) :

## What a speaker does

stance-claims-responsibility = revendique l'acte
stance-accuses = accuse
stance-denies = dément
stance-confirms = confirme
stance-doubts = met en doute
stance-warns = met en garde
stance-fears = craint
stance-believes = croit
stance-promises = promet
stance-demands = exige
stance-praises = salue
stance-criticises = critique
stance-describes = décrit
stance-asks = demande
stance-reports = rapporte
stance-says = dit
stance-states = affirme
stance-not-claims-responsibility = ne revendique pas l'acte
stance-not-accuses = n'accuse pas
stance-not-denies = ne dément pas
stance-not-confirms = ne confirme pas
stance-not-doubts = ne met pas en doute
stance-not-warns = ne met pas en garde
stance-not-fears = ne craint pas
stance-not-believes = ne croit pas
stance-not-promises = ne promet pas
stance-not-demands = n'exige pas
stance-not-praises = ne salue pas
stance-not-criticises = ne critique pas
stance-not-describes = ne décrit pas
stance-not-asks = ne demande pas
stance-not-reports = ne rapporte pas
stance-not-says = ne dit pas
stance-not-states = n'affirme pas

## A passage in its article

author = par { $author }
open-source = Ouvrir à la source
older-version = L'article a changé depuis. Voici la version d'où vient la citation.
older-version-same = Tiré d'une version antérieure. La version actuelle contient toujours ces mots.
older-version-changed = Tiré d'une version antérieure. Dans la version actuelle, ce passage se lit ainsi :
older-version-removed = Tiré d'une version antérieure. Le passage a été retiré de la version actuelle.
article-removed = L'article a été retiré des archives ; les réponses ne l'utilisent plus.
receipt = Reçu : article { $article }, version { $version }, caractères { $start } à { $end }, SHA-256 { $hash }
check-again = Vérifier de nouveau
checked = Vérifié de nouveau le { $when } : les mêmes caractères figurent dans l'article.
checked-same = Vérifié : la citation est la même, mot pour mot.

## Who says what in an article

claims-pick = Dans quel article ?
claims-none = Personne n'est cité dans cet article ; il parle de sa propre voix.
speaker-unnamed = une personne non nommée
no-articles = Il n'y a pas encore d'articles ici.
article-gone = Cet article a été retiré des archives. /sources montre ceux qui sont là.

## When something is in the way

only-text = Je ne peux lire que du texte. Écrivez votre question dans un message.
voice-too-long =
    { $count ->
        [one] J'écoute les messages vocaux de { $count } minute au plus. Dites-le en moins de mots, ou écrivez-le.
       *[other] J'écoute les messages vocaux de { $count } minutes au plus. Dites-le en moins de mots, ou écrivez-le.
    }
voice-empty = Je n'ai distingué aucun mot. Redites-le, ou écrivez-le.
voice-failed = Je n'ai pas pu écouter ce message pour l'instant. Écrivez votre question, ou renvoyez-le dans une minute.
voice-spent = L'argent du jour pour le modèle est dépensé, je ne peux donc rien écouter avant demain. Écrivez votre question.
unknown-command = Je ne connais pas cette commande. Écrivez une question, ou consultez /help.
button-unusable = Ce bouton ne fonctionne pas ici. Posez de nouveau la question pour en avoir d'autres.
button-old = Cette réponse n'est plus conservée. Posez de nouveau la question pour en avoir une autre.
button-expired = Ce bouton était valable un jour, qui est passé. Reposez la question pour en avoir d'autres.
button-foreign = Ce bouton est pour la personne qui l'a demandé. Envoyez la même commande pour avoir le vôtre.
quote-gone = Cette citation ne se trouve plus dans son article, elle n'est donc pas montrée. Posez de nouveau la question pour avoir une autre réponse.
maybe-lost = Mon dernier message ne vous est peut-être pas parvenu. S'il manque, posez de nouveau la question.
error-unexpected = Une erreur s'est produite de notre côté et a été consignée. Reposez la question dans une minute.
error-slow = Cela a pris trop de temps. Reposez la question, peut-être en moins de mots.
limit-reader =
    { $count ->
        [one] Vous avez posé { $questions } questions en une heure, le maximum par personne. Vous pourrez en poser d'autres dans { $count } minute.
       *[other] Vous avez posé { $questions } questions en une heure, le maximum par personne. Vous pourrez en poser d'autres dans { $count } minutes.
    }
limit-chat =
    { $count ->
        [one] Dans cette discussion, { $questions } questions ont été posées en une heure, le maximum. La prochaine sera possible dans { $count } minute.
       *[other] Dans cette discussion, { $questions } questions ont été posées en une heure, le maximum. La prochaine sera possible dans { $count } minutes.
    }
budget-spent =
    { $count ->
        [one] L'argent du jour pour le modèle est dépensé : pendant environ { $count } heure encore, les réponses ne seront faites que de citations.
       *[other] L'argent du jour pour le modèle est dépensé : pendant environ { $count } heures encore, les réponses ne seront faites que de citations.
    }

## Commands

ask-how = Écrivez votre question après /ask. Ou répondez par /ask à un message, et je cherche ce qu'en disent les articles.
command-ask = Poser une question aux articles
command-sources = Choisir les articles à lire
command-claims = Qui dit quoi dans un article
command-language = Choisir la langue que je parle
command-help = Comment demander et ce que montrent les réponses
command-about = Comment les réponses sont faites
command-privacy = Ce qui est gardé de vous, et combien de temps
command-forget = Supprimer ce qui est gardé de vous ici
bot-description = Je réponds aux questions sur des articles de presse avec les mots des articles et je dis qui les a prononcés. Les citations sont copiées mot pour mot. Quand les articles ne le disent pas, je le dis. Je suis un programme d'IA, pas une personne.
bot-short-description = Interrogez les articles : qui a dit quoi, mot pour mot. Un programme d'IA.

## In the terminal

terminal-welcome = Posez vos questions sur les articles. Ctrl-C pour quitter.
terminal-examples = Par exemple :
terminal-prompt = Question
terminal-reading = Lecture des articles
terminal-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
terminal-goodbye = Au revoir.
