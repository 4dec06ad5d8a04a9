### What the bot says, in Ukrainian.

## First contact

start =
    Я відповідаю на запитання про новинні статті словами самих статей і кажу, хто це сказав.

    Я програма зі штучним інтелектом, а не людина. Цитати наводяться слово в слово. Якщо у статтях відповіді немає, я так і скажу.

    Запитайте будь-що про статті або почніть з одного з цих запитань:
first-contact = З вами говорить програма зі штучним інтелектом. Цитати зі статей наводяться слово в слово.
help =
    Напишіть запитання своїми словами, будь-якою мовою. У відповіді буде сказано, хто що стверджує, з цитатами, на яких вона ґрунтується.

    • Номер під відповіддю відкриває цитату у статті.
    • «Думки розходяться» означає, що мовці у статтях суперечать одне одному. Показано всіх; хто має рацію, я не вирішую.
    • Якщо у статтях відповіді немає, я так і скажу.

    /start – що я таке, з трьома прикладами
    /about – як створюються відповіді
about =
    Для кожного запитання я шукаю у статтях речення, які на нього відповідають, копіюю їх знак у знак і називаю, хто в них говорить. Хто має рацію, я не вирішую.

    Цитати лишаються мовою статті. Стислий виклад, якщо він є, пише модель ШІ, і його звіряють із цитатами; помилитися він усе ж може, покладайтеся на цитати.

    Статті обирає той, хто веде цього бота. Якщо працює модель, ваше запитання і знайдені речення передаються її постачальнику.
example-1 = Хто взяв на себе відповідальність за теракт?
example-2 = Чи стоїть за цим Україна?
example-3 = Що сказала Камала Гарріс?
asked = Ваше запитання: { $question }

## An answer

disputed = Думки розходяться
partial = Статті відповідають лише на частину запитання.
not-answered = Без відповіді: { $part }
premise = У статтях не сказано того, з чого виходить запитання ({ $speaker }: { $stance }). У них сказано:
premise-about = У статтях не сказано того, з чого виходить запитання ({ $speaker }: { $stance }, { $about }). У них сказано:
by-article = Сама стаття
said-by = { $speaker } { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = джерело: { $speaker }
hedge-possible = можливо
hedge-probable = очевидно
hedge-alleged = за непідтвердженими даними
translation = Переклад ШІ: { $text }
source-unknown = видання і дату не вказано
outlet-unknown = видання не вказано
date-unknown = дату не вказано
quotes-exact = цитати слово в слово
summary-by-ai = стислий виклад склав ШІ
without-model = без моделі: лише цитати
notice-model-failed = Модель не дала придатного викладу, тому тут лише цитати. Запитайте пізніше, щоб отримати виклад.
repeated = Повтор після перезапуску:
more =
    { $count ->
        [one] Ще { $count } цитата
        [few] Ще { $count } цитати
       *[other] Ще { $count } цитат
    }

## A refusal

not-in-articles = У статтях на це відповіді немає. Спробуйте інші слова або запитайте про статті щось інше.
nearest = Найближчий уривок (на запитання він не відповідає):

## What a speaker does

stance-claims-responsibility = бере на себе відповідальність
stance-accuses = звинувачує
stance-denies = заперечує
stance-confirms = підтверджує
stance-doubts = сумнівається
stance-warns = попереджає
stance-fears = побоюється
stance-believes = вважає
stance-promises = обіцяє
stance-demands = вимагає
stance-praises = хвалить
stance-criticises = критикує
stance-describes = описує
stance-asks = запитує
stance-reports = повідомляє
stance-says = каже
stance-states = стверджує
stance-not-claims-responsibility = не бере на себе відповідальність
stance-not-accuses = не звинувачує
stance-not-denies = не заперечує
stance-not-confirms = не підтверджує
stance-not-doubts = не сумнівається
stance-not-warns = не попереджає
stance-not-fears = не побоюється
stance-not-believes = не вважає
stance-not-promises = не обіцяє
stance-not-demands = не вимагає
stance-not-praises = не хвалить
stance-not-criticises = не критикує
stance-not-describes = не описує
stance-not-asks = не запитує
stance-not-reports = не повідомляє
stance-not-says = не каже
stance-not-states = не стверджує

## A passage in its article

author = автор: { $author }
open-source = Відкрити у джерелі
older-version = Відтоді стаття змінилася. Тут та версія, з якої взято цитату.
receipt = Довідка: стаття { $article }, версія { $version }, знаки з { $start } по { $end }, SHA-256 { $hash }

## When something is in the way

only-text = Я розумію лише текст. Напишіть запитання повідомленням.
unknown-command = Такої команди я не знаю. Напишіть запитання або відкрийте /help.
button-unusable = Тут ця кнопка не працює. Поставте запитання ще раз, і з'являться нові кнопки.
button-old = Ця відповідь більше не зберігається. Поставте запитання ще раз, щоб отримати нову.
quote-gone = Цієї цитати у статті більше немає, тому її не показано. Поставте запитання ще раз, щоб отримати нову відповідь.
maybe-lost = Можливо, моє останнє повідомлення до вас не дійшло. Якщо його немає, запитайте ще раз.
error-unexpected = У нас щось зламалося, це записано в журнал. Запитайте ще раз за хвилину.
error-slow = Це тривало надто довго. Запитайте ще раз, можливо, коротше.

## In the terminal

terminal-welcome = Запитуйте про статті. Вихід: Ctrl-C.
terminal-examples = Наприклад:
terminal-prompt = Запитання
terminal-reading = Читаю статті
terminal-articles =
    { $count ->
        [one] { $count } стаття
        [few] { $count } статті
       *[other] { $count } статей
    }
terminal-goodbye = До побачення.
