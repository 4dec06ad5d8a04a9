### What the bot says to operators, in Ukrainian.

operators-only = Це може лише оператор цього бота, власним повідомленням. Запитайте мене про статті або перегляньте /help.
operators-privately = Це стосується читачів, тому відповідаю лише в особистому чаті зі мною.
errand-failed = Не вдалося. { $why }
undo = Скасувати
remove = Вилучити
keep = Залишити
send = Надіслати
and-more = … і ще { $count }

## Adding

add-how = Надішліть після /add адресу сторінки, стрічки чи карти сайту; або файл, або переслану публікацію каналу. Файли: .txt .md .html .pdf .docx .jsonl .zip, до 20 МБ.
add-reading = Читаю: { $name }
add-progress = Читаю: { $name }, поки що { $count }
add-added = Додано (версія { $version }):
add-unchanged = Без змін (версія { $version }):
add-version = Нова версія ({ $version }):
add-refused = Не прийнято: { $where }: { $why }
add-added-count = додано: { $count }
add-unchanged-count = без змін: { $count }
add-version-count = нових версій: { $count }
add-refused-count = не прийнято: { $count }
add-nothing = Статті там немає. Я читаю сторінки зі статтею, стрічки, карти сайтів, файли та переслані публікації.
file-too-large = Telegram віддає ботам файли до 20 МБ. Поділіть файл або скористайтеся `whosaid add` на машині, де я працюю.
file-not-given = Telegram не віддав мені файл. Надішліть його ще раз.

## Articles

articles-held = Статей: { $count }. Відкрийте потрібну за номером.
articles-list = Статті
article-facts = версія { $version } · речень: { $count } · { $language }
article-copy = Копія статті { $article }
remove-how = Напишіть /remove і позначення, яке показує /articles.
remove-unknown = Такої статті немає. /articles показує ті, що є.
remove-sure = Вилучити «{ $title }»? Відповіді одразу перестануть її використовувати. Повернути можна протягом { $days } днів.
removed = Вилучено: { $count }. Відповіді цього більше не використовують. Протягом { $days } днів ця кнопка поверне все на місце.
removed-already = Це вже вилучено.
put-back = Повернено: { $count }. Відповіді знову це використовують.
put-back-already = Це вже на місці, або строк минув.

## Checking claims

audit-claims = Перевірити твердження
audit-head = «{ $title }», версія { $version }. ✓ схвалює твердження, ✗ відхиляє; те саме ще раз знімає рішення.
audit-counts = схвалено: { $approved } · відхилено: { $rejected } · не перевірено: { $open }
audit-effect = Відхилене твердження більше не називає мовця ні у відповідях, ні в /claims. Саме речення й далі можна цитувати.
verdict-kept = Записано для цієї версії статті.
audit-changed = Стаття відтоді змінилася. /claims показує її теперішню версію.

## Open questions

lacking-head = Питання, на які статті не відповіли за { $days } днів: { $count }
lacking-none = За { $days } днів статті відповіли на все, про що питали.
lacking-asked = Запитали { $count } ×, востаннє { $day }
lacking-list = Відкриті питання
lacking-answer = Відповісти
lacking-drop = Зняти
lacking-dropped = Знято зі списку.
lacking-gone = Цього питання у списку більше немає.
lacking-prompt = Дайте відповідь на це повідомлення. Хто питав, отримає її як власні слова редакції. Питання: { $question }
lacking-preview = Це отримають ті, хто питав (чатів: { $count }), як власні слова редакції:
telling = Повідомляю тим, хто питав
told = Чатів сповіщено: { $count }
told-failed = Чатів, куди не вдалося написати: { $count }
newsroom-answer = Редакція відповідає на ваше питання ({ $day }): { $question }
newsroom-words = Це власні слова редакції, а не цитата зі статті.

## Figures

stats-head = Останні { $days } днів
stats-questions = Питань: { $count }
stats-answered = з відповіддю: { $count }
stats-disputed = думки розходяться: { $count }
stats-partial = з частковою відповіддю: { $count }
stats-refused = немає у статтях: { $count }
stats-cost = Модель коштувала { $dollars } дол.
stats-latency = Відповідь тривала посередині { $half } с; 95 зі 100 тривали не більше { $most } с.
stats-picture = За днями: вгорі питання, внизу секунди (середина і 95 зі 100).
stats-days = { $days } днів

## Corrections

corrections-none = Жодна дана відповідь не потребує виправлення.
correction-found = У «{ $title }» нова версія ({ $version }). Раніше наведених цитат, яких у колишньому вигляді більше немає: { $count }
correction-removed = (вилучено)
correction-answers = Відповідей із ними: { $count }
correct = Виправити відповіді
leave = Залишити як є
left = Залишено як є.
correction-over = З цим уже розібралися.
correcting = Виправляю відповіді
correcting-progress = Виправляю: { $done } з { $count }
corrected = Виправлено відповідей: { $count }
uncorrected = Відповідей, які не вдалося змінити: { $count }
uncorrected-line = { $day }, { $where }: { $why }
where-private = особистий чат
where-group = група
where-elsewhere = чат, у якому мене немає
why-deleted = повідомлення видалено
why-shut-out = до цього чату мене більше не пускають
why-not-sent = повідомлення невідоме
why-refused = Telegram відмовив
why-unknown = Telegram не сказав, чи це зроблено
corrected-notice = Виправлено { $day }. Після цієї відповіді стаття змінилася.
corrected-was = Тоді процитовано:
corrected-now = Тепер у статті сказано:
corrected-removed = Цього місця у статті більше немає.
corrected-rest = Цитати, що лишаються чинними:

## Commands of operators

command-add = Додати сторінку, стрічку, файл або публікацію
command-articles = Що є в архіві
command-remove = Вилучити статтю
command-unanswered = Про що питали читачі й чого немає у статтях
command-stats = Питання, відповіді, витрати та швидкість
command-corrections = Відповіді, чиї статті змінилися
