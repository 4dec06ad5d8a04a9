### What the bot says, in Portuguese.

## First contact

start =
    Respondo a perguntas sobre artigos de notícias com as palavras dos próprios artigos e digo quem as disse.

    Sou um programa de IA, não uma pessoa. As citações são copiadas palavra por palavra. Quando os artigos não dizem, eu aviso.

    Pergunte qualquer coisa sobre os artigos ou experimente uma destas perguntas:
first-contact = Está a falar com um programa de IA. As citações são copiadas palavra por palavra dos artigos.
help =
    Escreva uma pergunta com as suas próprias palavras, em qualquer língua. A resposta diz quem afirma o quê e mostra as citações em que se apoia.

    • Um número por baixo da resposta abre a citação no artigo.
    • «Em disputa» significa que há vozes nos artigos que se contradizem. Todas são mostradas; não decido quem tem razão.
    • Quando os artigos não dizem, eu aviso.
    • Num grupo, pergunte com /ask, pelo meu nome ou respondendo a uma resposta.

    /sources – escolher que artigos são lidos
    /claims – quem diz o quê num artigo
    /language – escolher a língua em que falo
    /about – como são feitas as respostas
    /privacy – o que é guardado de si e por quanto tempo
    /forget – apagar o que é guardado de si aqui
about =
    Para cada pergunta procuro as frases dos artigos que lhe respondem, copio-as carácter a carácter e digo quem fala nelas. Não decido quem tem razão.

    As citações ficam na língua do artigo. O resumo, quando existe, é escrito por um modelo de IA e verificado com as suas citações; ainda assim pode falhar, o que conta são as citações.

    Os artigos são escolhidos por quem gere este bot. Se for usado um modelo, a sua pergunta e as frases encontradas são enviadas ao fornecedor dele.
example-1 = Quem reivindicou o atentado?
example-2 = A Ucrânia esteve por trás do ataque?
example-3 = O que disse Kamala Harris?
asked = A sua pergunta: { $question }
understood = Pergunta entendida assim: { $question }

## An answer

disputed = Em disputa
partial = Os artigos só respondem a uma parte.
not-answered = Sem resposta: { $part }
premise = Os artigos não dizem o que a pergunta dá como certo ({ $speaker }: { $stance }). Dizem isto:
premise-about = Os artigos não dizem o que a pergunta dá como certo ({ $speaker }: { $stance }, { $about }). Dizem isto:
copies = uma só origem, { $count } cópias
by-article = O próprio artigo
said-by = { $speaker } { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = segundo { $speaker }
hedge-possible = possivelmente
hedge-probable = ao que tudo indica
hedge-alleged = alegadamente
translation = Tradução por IA: { $text }
source-unknown = órgão de comunicação e data não indicados
outlet-unknown = órgão de comunicação não indicado
date-unknown = data não indicada
sources-span = Fontes de { $oldest } a { $newest }
quotes-exact = citações palavra por palavra
summary-by-ai = resumo feito por IA
without-model = sem modelo: apenas as citações
notice-model-failed = O modelo não deu nenhum resumo utilizável, por isso estas são apenas as citações. Pergunte mais tarde para ter um resumo.
notice-old-news = O artigo mais recente aqui é de { $date }: pode ter mudado alguma coisa desde então.
notice-undated-news = Os artigos aqui não têm data: não consigo dizer se isto ainda é atual.
notice-index-rebuilding = O índice de pesquisa está a ser reconstruído: por agora, as respostas demoram mais e podem omitir artigos.
repeated = Repetido após um reinício:
answer-replaced = Esta parte era de uma resposta anterior; a nova está acima.
rich-who = Quem
rich-what = O que diz
who-says-what = Quem diz o quê
share = Partilhar
card-answer = A resposta
ask-here = Perguntar ao WhoSaid
voted-up = Obrigado, registado como útil.
voted-down = Obrigado, registado como pouco útil.
source-only = Lido apenas em «{ $title }». /sources muda isso.
answer-linked = De uma resposta dada antes. As suas citações, lidas de novo nos artigos agora mesmo:

## Choosing

sources-all =
    { $count ->
        [one] Há aqui { $count } artigo, e as perguntas são respondidas com ele.
       *[other] Há aqui { $count } artigos, e as perguntas são respondidas com todos. Escolha um para perguntar só a ele.
    }
sources-one =
    { $count ->
        [one] Há aqui { $count } artigo, e as perguntas são respondidas com ele.
       *[other] Há aqui { $count } artigos. As perguntas são respondidas apenas com o que está marcado.
    }
sources-choose-all = Todos os artigos
source-chosen = Aqui as perguntas são agora respondidas apenas com este artigo.
sources-all-chosen = Aqui as perguntas são agora respondidas com todos os artigos.
source-linked = Aqui as perguntas são agora respondidas apenas com «{ $title }». Faça uma, ou escolha outros com /sources.
language-name = Português
language-choose = Em que língua devo falar e responder nesta conversa? As citações ficam na língua do artigo.
language-own = A língua de cada pergunta
language-chosen = A partir de agora falo português aqui.
forgotten =
    Esquecido em { $when }, nesta conversa:

    • as suas perguntas: { $questions }
    • os seus votos em respostas: { $votes }
    • escolhas de língua e de artigo: { $choices }

    As mensagens desta conversa, pode apagá-las. Os botões que abrem uma citação continuam a funcionar; já não levam a si. Quantas vezes perguntou conta-se por mais uma hora.
privacy =
    O que guardo de si, e por quanto tempo:

    • as suas últimas 20 perguntas numa conversa, durante 30 dias, para perceber as que se seguem
    • as perguntas a que os artigos não respondem, durante 30 dias, para que a redação lhe possa responder
    • que citações uma resposta lhe mostrou, para que os botões as abram
    • o que escolheu: língua, artigo, polegares
    • durante uma hora, quantas vezes perguntou

    Não guardo nome, telefone nem outras mensagens, e as suas palavras não estão nos registos. Se for usado um modelo, a sua pergunta e as frases encontradas são enviadas ao fornecedor dele, e uma mensagem de voz ao do modelo que a ouve; eu não a guardo. O que é guardado fica com quem gere este bot.

    /forget apaga de imediato o que guardo de si nesta conversa.

## A refusal

not-in-articles = Os artigos não respondem a isto. Experimente outras palavras ou pergunte outra coisa sobre eles.
nearest = Passagem mais próxima (não responde à pergunta):

## What a speaker does

stance-claims-responsibility = reivindica a autoria
stance-accuses = acusa
stance-denies = nega
stance-confirms = confirma
stance-doubts = põe em dúvida
stance-warns = alerta
stance-fears = teme
stance-believes = acredita
stance-promises = promete
stance-demands = exige
stance-praises = elogia
stance-criticises = critica
stance-describes = descreve
stance-asks = pergunta
stance-reports = informa
stance-says = diz
stance-states = afirma
stance-not-claims-responsibility = não reivindica a autoria
stance-not-accuses = não acusa
stance-not-denies = não nega
stance-not-confirms = não confirma
stance-not-doubts = não põe em dúvida
stance-not-warns = não alerta
stance-not-fears = não teme
stance-not-believes = não acredita
stance-not-promises = não promete
stance-not-demands = não exige
stance-not-praises = não elogia
stance-not-criticises = não critica
stance-not-describes = não descreve
stance-not-asks = não pergunta
stance-not-reports = não informa
stance-not-says = não diz
stance-not-states = não afirma

## A passage in its article

author = por { $author }
open-source = Abrir na fonte
older-version = O artigo mudou entretanto. Esta é a versão de onde a citação foi tirada.
older-version-same = De uma versão anterior. A versão atual ainda tem estas palavras.
older-version-changed = De uma versão anterior. Na versão atual, esta passagem diz:
older-version-removed = De uma versão anterior. A passagem foi retirada da versão atual.
article-removed = O artigo foi retirado do arquivo; as respostas já não o usam.
receipt = Comprovativo: artigo { $article }, versão { $version }, caracteres { $start } a { $end }, SHA-256 { $hash }
check-again = Verificar de novo
checked = Verificado de novo em { $when }: o artigo tem os mesmos caracteres.
checked-same = Verificado: a citação é igual palavra por palavra.

## Who says what in an article

claims-pick = De que artigo?
claims-none = Neste artigo ninguém é citado; fala com a sua própria voz.
speaker-unnamed = alguém não nomeado
no-articles = Ainda não há artigos aqui.
article-gone = Este artigo foi retirado do arquivo. /sources mostra os que existem.

## When something is in the way

only-text = Só consigo ler texto. Escreva a sua pergunta numa mensagem.
voice-too-long =
    { $count ->
        [one] Ouço mensagens de voz de até { $count } minuto. Diga-o em menos palavras ou escreva-o.
       *[other] Ouço mensagens de voz de até { $count } minutos. Diga-o em menos palavras ou escreva-o.
    }
voice-empty = Não consegui distinguir nenhuma palavra. Diga outra vez ou escreva.
voice-failed = Não consegui ouvir esta mensagem agora. Escreva a sua pergunta ou envie-a outra vez daqui a um minuto.
voice-spent = O dinheiro de hoje para o modelo está gasto, por isso não posso ouvir até amanhã. Escreva a sua pergunta.
unknown-command = Não conheço este comando. Escreva uma pergunta ou veja /help.
button-unusable = Este botão não funciona aqui. Repita a pergunta para ter botões novos.
button-old = Esta resposta já não está guardada. Repita a pergunta para ter uma nova.
button-expired = Este botão valia por um dia, que já passou. Pergunte outra vez para ter botões novos.
button-foreign = Este botão é para quem o pediu. Peça-o também para ter o seu.
quote-gone = Esta citação já não se encontra no artigo, por isso não é mostrada. Repita a pergunta para ter uma resposta nova.
maybe-lost = A minha última mensagem pode não ter chegado. Se faltar, pergunte outra vez.
error-unexpected = Algo falhou do nosso lado e ficou registado. Pergunte outra vez daqui a um minuto.
error-slow = Isto demorou demasiado. Pergunte outra vez, talvez com menos palavras.
limit-reader =
    { $count ->
        [one] Fez { $questions } perguntas numa hora, o máximo por pessoa. Pode voltar a perguntar daqui a { $count } minuto.
       *[other] Fez { $questions } perguntas numa hora, o máximo por pessoa. Pode voltar a perguntar daqui a { $count } minutos.
    }
limit-chat =
    { $count ->
        [one] Nesta conversa fizeram-se { $questions } perguntas numa hora, o máximo. A próxima é possível daqui a { $count } minuto.
       *[other] Nesta conversa fizeram-se { $questions } perguntas numa hora, o máximo. A próxima é possível daqui a { $count } minutos.
    }
budget-spent =
    { $count ->
        [one] O dinheiro de hoje para o modelo está gasto, por isso as respostas serão só citações durante mais { $count } hora, aproximadamente.
       *[other] O dinheiro de hoje para o modelo está gasto, por isso as respostas serão só citações durante mais { $count } horas, aproximadamente.
    }

## Commands

ask-how = Escreva a pergunta depois de /ask. Ou responda com /ask a uma mensagem, e procuro o que os artigos dizem sobre ela.
command-ask = Fazer uma pergunta aos artigos
command-sources = Escolher que artigos são lidos
command-claims = Quem diz o quê num artigo
command-language = Escolher a língua em que falo
command-help = Como perguntar e o que as respostas mostram
command-about = Como as respostas são feitas
command-privacy = O que é guardado de si e por quanto tempo
command-forget = Apagar o que é guardado de si aqui
bot-description = Respondo a perguntas sobre artigos de notícias com as palavras dos próprios artigos e digo quem as disse. As citações são copiadas palavra por palavra. Quando os artigos não dizem, eu digo isso. Sou um programa de IA, não uma pessoa.
bot-short-description = Pergunte aos artigos: quem disse o quê, palavra por palavra. Programa de IA.

## In the terminal

terminal-welcome = Pergunte sobre os artigos. Ctrl-C para sair.
terminal-examples = Por exemplo:
terminal-prompt = Pergunta
terminal-reading = A ler os artigos
terminal-articles =
    { $count ->
        [one] { $count } artigo
       *[other] { $count } artigos
    }
terminal-goodbye = Até breve.
