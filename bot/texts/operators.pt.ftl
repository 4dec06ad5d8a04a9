### What the bot says to operators, in Portuguese.

operators-only = Só um operador deste bot pode fazer isso, com uma mensagem sua. Pergunte-me sobre os artigos ou veja /help.
operators-privately = Isto fala de leitores, por isso só respondo numa conversa privada comigo.
errand-failed = Não foi possível fazer isto. { $why }
undo = Desfazer
remove = Retirar
keep = Manter
send = Enviar
and-more = … e mais { $count }

## Adding

add-how = Envie-me depois de /add o endereço de uma página, de um feed ou de um mapa do site; ou um ficheiro, ou uma publicação reencaminhada de um canal. Os ficheiros podem ser .txt .md .html .pdf .docx .jsonl .zip, até 20 MB.
add-reading = A ler { $name }
add-progress = A ler { $name }: { $count } até agora
add-added = Acrescentado (versão { $version }):
add-unchanged = Sem alterações (versão { $version }):
add-version = Nova versão ({ $version }):
add-refused = Não aceite: { $where }: { $why }
add-added-count = acrescentados: { $count }
add-unchanged-count = sem alterações: { $count }
add-version-count = novas versões: { $count }
add-refused-count = não aceites: { $count }
add-nothing = Não há nenhum artigo aí. Leio páginas com um artigo, feeds, mapas do site, ficheiros e publicações reencaminhadas.
file-too-large = O Telegram dá aos bots ficheiros até 20 MB. Divida-o, ou use `whosaid add` na máquina em que funciono.
file-not-given = O Telegram não me deu o ficheiro. Envie-o outra vez.

## Articles

articles-held = Artigos: { $count }. Abra um pelo número.
articles-list = Artigos
article-facts = versão { $version } · frases: { $count } · { $language }
article-copy = Cópia de { $article }
remove-how = Escreva /remove e o identificador que /articles mostra.
remove-unknown = Esse artigo não existe. /articles mostra os que há.
remove-sure = Retirar “{ $title }”? As respostas deixam logo de o usar. Pode ser reposto num prazo de { $days } dias.
removed = Retirados: { $count }. As respostas já não os usam. Durante { $days } dias este botão repõe-nos.
removed-already = Já tinha sido retirado.
put-back = Repostos: { $count }. As respostas voltam a usá-los.
put-back-already = Já lá está, ou o prazo acabou.

## Checking claims

audit-claims = Verificar as afirmações
audit-head = “{ $title }”, versão { $version }. ✓ aprova uma afirmação, ✗ rejeita-a; o mesmo outra vez retira o veredicto.
audit-counts = aprovadas: { $approved } · rejeitadas: { $rejected } · por verificar: { $open }
audit-effect = Uma afirmação rejeitada já não dá orador à sua frase, nem nas respostas nem em /claims. A frase ainda pode ser citada.
verdict-kept = Anotado para esta versão do artigo.
audit-changed = O artigo mudou entretanto. /claims mostra a versão atual.

## Open questions

lacking-head = Perguntas a que os artigos não responderam em { $days } dias: { $count }
lacking-none = Os artigos responderam a tudo o que se perguntou em { $days } dias.
lacking-asked = Feita { $count } ×, a última vez a { $day }
lacking-list = Perguntas em aberto
lacking-answer = Responder
lacking-drop = Tirar da lista
lacking-dropped = Tirada da lista.
lacking-gone = Esta pergunta já não está na lista.
lacking-prompt = Responda a esta mensagem com a sua resposta. Quem perguntou recebe-a como palavras da própria redação. A pergunta: { $question }
lacking-preview = Isto vai para quem perguntou (conversas: { $count }), como palavras da própria redação:
telling = A avisar quem perguntou
told = Conversas avisadas: { $count }
told-failed = Conversas a que não se chegou: { $count }
newsroom-answer = A redação responde à sua pergunta de { $day }: { $question }
newsroom-words = São palavras da própria redação, não uma citação de um artigo.

## Figures

stats-head = Os últimos { $days } dias
stats-questions = Perguntas: { $count }
stats-answered = respondidas: { $count }
stats-disputed = com versões opostas: { $count }
stats-partial = respondidas em parte: { $count }
stats-refused = não estão nos artigos: { $count }
stats-cost = O modelo custou { $dollars } dólares.
stats-latency = As respostas demoraram { $half } s no meio; 95 em 100 demoraram no máximo { $most } s.
stats-picture = Por dia: em cima as perguntas, em baixo os segundos (meio, e 95 em 100).
stats-days = { $days } dias

## Corrections

corrections-none = Nenhuma resposta dada precisa de correção.
correction-found = “{ $title }” tem uma nova versão ({ $version }). Citações dadas antes que já não estão como estavam: { $count }
correction-removed = (removido)
correction-answers = Respostas que as citam: { $count }
correct = Corrigir as respostas
leave = Deixá-las como estão
left = Ficam como estão.
correction-over = Isto já foi tratado.
correcting = A corrigir as respostas
correcting-progress = A corrigir: { $done } de { $count }
corrected = Respostas corrigidas: { $count }
uncorrected = Respostas que não se puderam editar: { $count }
uncorrected-line = { $day }, { $where }: { $why }
where-private = conversa privada
where-group = grupo
where-elsewhere = uma conversa onde não estou
why-deleted = a mensagem foi apagada
why-shut-out = já não me deixam entrar nessa conversa
why-not-sent = não se conhece nenhuma mensagem
why-refused = o Telegram recusou
why-unknown = o Telegram não disse se foi feito
corrected-notice = Corrigida a { $day }. O artigo mudou desde que esta resposta foi dada.
corrected-was = Citado então:
corrected-now = O artigo diz agora:
corrected-removed = O artigo já não tem esta passagem.
corrected-rest = Citações que continuam válidas:

## Commands of operators

command-add = Acrescentar uma página, um feed, um ficheiro ou uma publicação
command-articles = O que há no arquivo
command-remove = Retirar um artigo
command-unanswered = O que os leitores perguntaram e falta nos artigos
command-stats = Perguntas, respostas, custo e rapidez
command-corrections = Respostas cujos artigos mudaram
