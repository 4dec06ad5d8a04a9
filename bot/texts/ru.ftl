### What the bot says, in Russian.

## First contact

start =
    Я отвечаю на вопросы о новостных статьях словами самих статей и говорю, кто это сказал.

    Я программа с искусственным интеллектом, а не человек. Цитаты приводятся слово в слово. Если в статьях ответа нет, я так и скажу.

    Спросите что угодно о статьях или начните с одного из этих вопросов:
first-contact = С вами говорит программа с искусственным интеллектом. Цитаты из статей приводятся слово в слово.
help =
    Напишите вопрос своими словами, на любом языке. В ответе будет сказано, кто что утверждает, с цитатами, на которых он основан.

    • Номер под ответом открывает цитату в статье.
    • «Мнения расходятся» значит, что говорящие в статьях противоречат друг другу. Показаны все; кто прав, я не решаю.
    • Если в статьях ответа нет, я так и скажу.

    /start – что я такое, с тремя примерами
    /about – как получаются ответы
about =
    К каждому вопросу я ищу в статьях предложения, которые на него отвечают, копирую их знак в знак и называю, кто в них говорит. Кто прав, я не решаю.

    Цитаты остаются на языке статьи. Краткое изложение, если оно есть, пишет модель ИИ, и оно сверяется с цитатами; ошибиться оно всё же может, полагайтесь на цитаты.

    Статьи выбирает тот, кто ведёт этого бота. Если работает модель, ваш вопрос и найденные предложения передаются её поставщику.
example-1 = Кто взял на себя ответственность за теракт?
example-2 = Стоит ли за этим Украина?
example-3 = Что сказала Камала Харрис?
asked = Ваш вопрос: { $question }

## An answer

disputed = Мнения расходятся
partial = Статьи отвечают только на часть вопроса.
not-answered = Без ответа: { $part }
premise = В статьях не сказано то, из чего исходит вопрос ({ $speaker }: { $stance }). В них сказано:
premise-about = В статьях не сказано то, из чего исходит вопрос ({ $speaker }: { $stance }, { $about }). В них сказано:
by-article = Сама статья
said-by = { $speaker } { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = источник: { $speaker }
hedge-possible = возможно
hedge-probable = по всей видимости
hedge-alleged = по неподтверждённым данным
translation = Перевод ИИ: { $text }
source-unknown = издание и дата не указаны
outlet-unknown = издание не указано
date-unknown = дата не указана
quotes-exact = цитаты слово в слово
summary-by-ai = краткое изложение составил ИИ
without-model = без модели: только цитаты
notice-model-failed = Модель не дала пригодного изложения, поэтому здесь только цитаты. Спросите позже, чтобы получить изложение.
repeated = Повтор после перезапуска:
more =
    { $count ->
        [one] Ещё { $count } цитата
        [few] Ещё { $count } цитаты
       *[other] Ещё { $count } цитат
    }

## A refusal

not-in-articles = В статьях на это ответа нет. Попробуйте другие слова или спросите о статьях что-нибудь ещё.
nearest = Ближайший отрывок (на вопрос он не отвечает):

## What a speaker does

stance-claims-responsibility = берёт на себя ответственность
stance-accuses = обвиняет
stance-denies = отрицает
stance-confirms = подтверждает
stance-doubts = сомневается
stance-warns = предупреждает
stance-fears = опасается
stance-believes = считает
stance-promises = обещает
stance-demands = требует
stance-praises = хвалит
stance-criticises = критикует
stance-describes = описывает
stance-asks = спрашивает
stance-reports = сообщает
stance-says = говорит
stance-states = утверждает
stance-not-claims-responsibility = не берёт на себя ответственность
stance-not-accuses = не обвиняет
stance-not-denies = не отрицает
stance-not-confirms = не подтверждает
stance-not-doubts = не сомневается
stance-not-warns = не предупреждает
stance-not-fears = не опасается
stance-not-believes = не считает
stance-not-promises = не обещает
stance-not-demands = не требует
stance-not-praises = не хвалит
stance-not-criticises = не критикует
stance-not-describes = не описывает
stance-not-asks = не спрашивает
stance-not-reports = не сообщает
stance-not-says = не говорит
stance-not-states = не утверждает

## A passage in its article

author = автор: { $author }
open-source = Открыть в источнике
older-version = С тех пор статья изменилась. Здесь та версия, из которой взята цитата.
receipt = Справка: статья { $article }, версия { $version }, знаки с { $start } по { $end }, SHA-256 { $hash }

## When something is in the way

only-text = Я понимаю только текст. Напишите вопрос сообщением.
unknown-command = Такой команды я не знаю. Напишите вопрос или откройте /help.
button-unusable = Здесь эта кнопка не работает. Задайте вопрос ещё раз, и появятся новые кнопки.
button-old = Этот ответ больше не хранится. Задайте вопрос ещё раз, чтобы получить новый.
quote-gone = Этой цитаты в статье больше нет, поэтому она не показана. Задайте вопрос ещё раз, чтобы получить новый ответ.
maybe-lost = Возможно, моё последнее сообщение до вас не дошло. Если его нет, спросите ещё раз.
error-unexpected = У нас что-то сломалось, это записано в журнал. Спросите ещё раз через минуту.
error-slow = Это заняло слишком много времени. Спросите ещё раз, возможно, короче.

## In the terminal

terminal-welcome = Спрашивайте о статьях. Выход: Ctrl-C.
terminal-examples = Например:
terminal-prompt = Вопрос
terminal-reading = Читаю статьи
terminal-articles =
    { $count ->
        [one] { $count } статья
        [few] { $count } статьи
       *[other] { $count } статей
    }
terminal-goodbye = До свидания.
