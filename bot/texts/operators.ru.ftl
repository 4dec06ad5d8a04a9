### What the bot says to operators, in Russian.

operators-only = Это может только оператор этого бота, своим собственным сообщением. Спросите меня о статьях или посмотрите /help.
operators-privately = Это касается читателей, поэтому отвечаю только в личном чате со мной.
errand-failed = Не получилось. { $why }
undo = Отменить
remove = Убрать
keep = Оставить
send = Отправить
and-more = … и ещё { $count }

## Adding

add-how = Пришлите после /add адрес страницы, ленты или карты сайта; или файл, или пересланную публикацию канала. Файлы: .txt .md .html .pdf .docx .jsonl .zip, до 20 МБ.
add-reading = Читаю: { $name }
add-progress = Читаю: { $name }, пока { $count }
add-added = Добавлено (версия { $version }):
add-unchanged = Без изменений (версия { $version }):
add-version = Новая версия ({ $version }):
add-refused = Не принято: { $where }: { $why }
add-added-count = добавлено: { $count }
add-unchanged-count = без изменений: { $count }
add-version-count = новых версий: { $count }
add-refused-count = не принято: { $count }
add-nothing = Статьи там нет. Я читаю страницы со статьёй, ленты, карты сайтов, файлы и пересланные публикации.
file-too-large = Telegram отдаёт ботам файлы до 20 МБ. Разделите файл или используйте `whosaid add` на машине, где я работаю.
file-not-given = Telegram не отдал мне файл. Пришлите его ещё раз.

## Articles

articles-held = Статей: { $count }. Откройте нужную по номеру.
articles-list = Статьи
article-facts = версия { $version } · предложений: { $count } · { $language }
article-copy = Копия статьи { $article }
remove-how = Напишите /remove и обозначение, которое показывает /articles.
remove-unknown = Такой статьи нет. /articles показывает те, что есть.
remove-sure = Убрать «{ $title }»? Ответы сразу перестанут её использовать. Вернуть можно в течение { $days } дней.
removed = Убрано: { $count }. Ответы это больше не используют. В течение { $days } дней эта кнопка вернёт всё на место.
removed-already = Это уже убрано.
put-back = Возвращено: { $count }. Ответы снова это используют.
put-back-already = Это уже на месте, или срок прошёл.

## Checking claims

audit-claims = Проверить утверждения
audit-head = «{ $title }», версия { $version }. ✓ одобряет утверждение, ✗ отклоняет; то же ещё раз снимает решение.
audit-counts = одобрено: { $approved } · отклонено: { $rejected } · не проверено: { $open }
audit-effect = Отклонённое утверждение больше не называет говорящего ни в ответах, ни в /claims. Само предложение по-прежнему можно цитировать.
verdict-kept = Записано для этой версии статьи.
audit-changed = Статья с тех пор изменилась. /claims показывает её нынешнюю версию.

## Open questions

lacking-head = Вопросы, на которые статьи не ответили за { $days } дней: { $count }
lacking-none = За { $days } дней статьи ответили на всё, о чём спрашивали.
lacking-asked = Спросили { $count } ×, последний раз { $day }
lacking-list = Открытые вопросы
lacking-answer = Ответить
lacking-drop = Снять
lacking-dropped = Снято со списка.
lacking-gone = Этого вопроса в списке больше нет.
lacking-prompt = Ответьте на это сообщение. Спросившие получат ваш ответ как собственные слова редакции. Вопрос: { $question }
lacking-preview = Это получат спросившие (чатов: { $count }) как собственные слова редакции:
telling = Сообщаю спросившим
told = Чатов оповещено: { $count }
told-failed = Чатов, куда не удалось написать: { $count }
newsroom-answer = Редакция отвечает на ваш вопрос ({ $day }): { $question }
newsroom-words = Это собственные слова редакции, а не цитата из статьи.

## Figures

stats-head = Последние { $days } дней
stats-questions = Вопросов: { $count }
stats-answered = с ответом: { $count }
stats-disputed = мнения расходятся: { $count }
stats-partial = с частичным ответом: { $count }
stats-refused = нет в статьях: { $count }
stats-cost = Модель обошлась в { $dollars } долл.
stats-latency = Ответ занимал в середине { $half } с; 95 из 100 заняли не больше { $most } с.
stats-picture = По дням: сверху вопросы, снизу секунды (середина и 95 из 100).
stats-days = { $days } дней

## Corrections

corrections-none = Ни один данный ответ не нуждается в исправлении.
correction-found = У «{ $title }» новая версия ({ $version }). Ранее приведённых цитат, которых в прежнем виде больше нет: { $count }
correction-removed = (удалено)
correction-answers = Ответов с ними: { $count }
correct = Исправить ответы
leave = Оставить как есть
left = Оставлено как есть.
correction-over = С этим уже разобрались.
correcting = Исправляю ответы
correcting-progress = Исправляю: { $done } из { $count }
corrected = Исправлено ответов: { $count }
uncorrected = Ответов, которые не удалось изменить: { $count }
uncorrected-line = { $day }, { $where }: { $why }
where-private = личный чат
where-group = группа
where-elsewhere = чат, в котором меня нет
why-deleted = сообщение удалено
why-shut-out = в этот чат меня больше не пускают
why-not-sent = сообщение неизвестно
why-refused = Telegram отказал
why-unknown = Telegram не сообщил, сделано ли это
corrected-notice = Исправлено { $day }. После этого ответа статья изменилась.
corrected-was = Тогда процитировано:
corrected-now = Теперь в статье сказано:
corrected-removed = Этого места в статье больше нет.
corrected-rest = Цитаты, которые остаются в силе:

## Commands of operators

command-add = Добавить страницу, ленту, файл или публикацию
command-articles = Что есть в архиве
command-remove = Убрать статью
command-unanswered = О чём спросили читатели и чего нет в статьях
command-stats = Вопросы, ответы, расходы и скорость
command-corrections = Ответы, чьи статьи изменились
