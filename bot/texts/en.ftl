### What the bot says, in English. Plain, calm, short; every error has a way on.

## First contact

start =
    I answer questions about news articles in the articles' own words, and say who said them.

    I am an AI program, not a person. Quotes are copied word for word. Where the articles do not say, I tell you so.

    Ask anything about the articles, or try one of these:
first-contact = You are talking to an AI program. Quotes are word for word from the articles.
help =
    Write a question in your own words, in any language. The answer names who says what and shows the quotes it stands on.

    • A number below an answer opens its quote in the article.
    • “Disputed” means that speakers in the articles disagree. Each is shown; I do not decide who is right.
    • Where the articles do not say, I tell you so.
    • In a group, ask with /ask, by my name, or by a reply to an answer.

    /sources – choose which articles are read
    /claims – who says what in an article
    /language – choose the language I speak
    /about – how answers are made
    /privacy – what is kept of you, and how long
    /forget – delete what is kept of you here
about =
    For each question I look for the sentences of the articles that answer it, copy them character by character and name who speaks in them. I do not decide who is right.

    Quotes stay in the language of the article. A summary, where there is one, is written by an AI model and checked against its quotes; it can still be wrong, the quotes are what counts.

    The articles are chosen by whoever runs this bot. Where a model is used, your question and the sentences found go to its provider.
example-1 = Who claimed responsibility for the attack?
example-2 = Was Ukraine behind it?
example-3 = What did Kamala Harris say?
asked = You asked: { $question }
understood = Understood as: { $question }

## An answer

disputed = Disputed
partial = The articles answer only a part of this.
not-answered = Not answered: { $part }
premise = The articles do not say what the question takes for granted ({ $speaker }: { $stance }). They say:
premise-about = The articles do not say what the question takes for granted ({ $speaker }: { $stance }, { $about }). They say:
copies = one origin, { $count } copies
by-article = By the article itself
said-by = { $speaker } { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = according to { $speaker }
hedge-possible = possibly
hedge-probable = by all accounts
hedge-alleged = reportedly
translation = Translation by AI: { $text }
source-unknown = outlet and date not given
outlet-unknown = outlet not given
date-unknown = date not given
sources-span = Sources from { $oldest } to { $newest }
quotes-exact = quotes are word for word
summary-by-ai = summary by AI
without-model = without a model: the quotes alone
notice-model-failed = The model gave no usable summary, so these are the quotes alone. Ask again later for a summary.
notice-old-news = The newest article here is from { $date }: things may have changed since.
notice-undated-news = The articles here have no date: I cannot tell how current this is.
notice-index-rebuilding = The search index is being rebuilt, so for now answers take longer and may miss articles.
repeated = Repeated after a restart:
answer-replaced = This part belonged to an earlier answer; the new one stands above.
rich-who = Who
rich-what = What is said
who-says-what = Who says what
share = Share
card-answer = The answer
ask-here = Ask WhoSaid
voted-up = Thank you, noted as helpful.
voted-down = Thank you, noted as not helpful.
source-only = Read only in “{ $title }”. /sources changes that.
answer-linked = From an answer given earlier. Its quotes, read anew from the articles just now:

## Choosing

sources-all =
    { $count ->
        [one] There is { $count } article here, and questions are answered from it.
       *[other] There are { $count } articles here, and questions are answered from all of them. Choose one to ask it alone.
    }
sources-one =
    { $count ->
        [one] There is { $count } article here, and questions are answered from it.
       *[other] There are { $count } articles here. Questions are answered from the marked one alone.
    }
sources-choose-all = All articles
source-chosen = Questions here are now answered from this article alone.
sources-all-chosen = Questions here are now answered from all articles.
source-linked = Questions here are now answered from “{ $title }” alone. Ask one, or choose others with /sources.
language-name = English
language-choose = In which language shall I speak and answer in this chat? Quotes stay in the language of the article.
language-own = The language of each question
language-chosen = I speak English here from now on.
forgotten =
    Forgotten on { $when }, in this chat:

    • your questions: { $questions }
    • your votes on answers: { $votes }
    • choices of language and article: { $choices }

    The messages in this chat are yours to delete. Buttons that open a quote still work; they no longer lead to you. How often you asked is counted for one more hour.
privacy =
    What I keep of you, and how long:

    • your last 20 questions in a chat, for 30 days, so that I understand follow-ups
    • questions that the articles do not answer, for 30 days, so that the newsroom can answer you
    • which quotes an answer showed you, so that its buttons open
    • what you chose: language, article, thumbs
    • for an hour, how often you asked

    I keep no name, no phone number and no other messages, and your words are not in the logs. Where a model is used, your question and the sentences found go to its provider, and a voice message to that of the model that hears it; I do not keep it. What is kept is in the store of whoever runs this bot.

    /forget deletes what I keep of you in this chat, at once.

## A refusal

not-in-articles = The articles do not answer this. Try other words, or ask something else about them.
nearest = Nearest passage (it does not answer the question):

## What a speaker does

stance-claims-responsibility = claims responsibility
stance-accuses = accuses
stance-denies = denies
stance-confirms = confirms
stance-doubts = doubts
stance-warns = warns
stance-fears = fears
stance-believes = believes
stance-promises = promises
stance-demands = demands
stance-praises = praises
stance-criticises = criticises
stance-describes = describes
stance-asks = asks
stance-reports = reports
stance-says = says
stance-states = states
stance-not-claims-responsibility = does not claim responsibility
stance-not-accuses = does not accuse
stance-not-denies = does not deny
stance-not-confirms = does not confirm
stance-not-doubts = does not doubt
stance-not-warns = does not warn
stance-not-fears = does not fear
stance-not-believes = does not believe
stance-not-promises = does not promise
stance-not-demands = does not demand
stance-not-praises = does not praise
stance-not-criticises = does not criticise
stance-not-describes = does not describe
stance-not-asks = does not ask
stance-not-reports = does not report
stance-not-says = does not say
stance-not-states = does not state

## A passage in its article

author = by { $author }
open-source = Open at the source
older-version = The article has changed since. This is the version that the quote was taken from.
older-version-same = From an earlier version. The current version still has these words.
older-version-changed = From an earlier version. In the current version this passage reads:
older-version-removed = From an earlier version. The passage was removed from the current one.
article-removed = The article was taken out of the archive; answers no longer use it.
receipt = Receipt: article { $article }, version { $version }, characters { $start } to { $end }, SHA-256 { $hash }
check-again = Check again
checked = Checked again on { $when }: the same characters stand in the article.
checked-same = Checked: the quote is word for word the same.

## Who says what in an article

claims-pick = Of which article?
claims-none = Nobody is quoted or reported in this article; it speaks in its own voice.
speaker-unnamed = somebody not named
no-articles = There are no articles here yet.
article-gone = This article was taken out of the archive. /sources shows those that are here.

## When something is in the way

only-text = I can only read text. Please write your question as a message.
voice-too-long =
    { $count ->
        [one] I listen to voice messages of up to { $count } minute. Please say it in fewer words, or write it.
       *[other] I listen to voice messages of up to { $count } minutes. Please say it in fewer words, or write it.
    }
voice-empty = I could not make out any words. Please say it again, or write it.
voice-failed = I could not listen to this message just now. Please write your question, or send it again in a minute.
voice-spent = Today's money for the model is spent, so I cannot listen until tomorrow. Please write your question.
unknown-command = I do not know this command. Write a question, or see /help.
button-unusable = This button does not work here. Ask the question again for fresh buttons.
button-old = This answer is no longer kept. Ask the question again for a fresh one.
button-expired = This button was good for a day, which is over. Ask again for fresh buttons.
button-foreign = This button is for the person who asked for it. Ask yourself for one of your own.
quote-gone = This quote can no longer be found in its article, so it is not shown. Ask the question again for a fresh answer.
maybe-lost = My last message may not have reached you. If it is missing, ask again.
error-unexpected = Something broke on our side, and it is in the log. Please ask again in a minute.
error-slow = This took too long. Please ask again, perhaps in fewer words.
limit-reader =
    { $count ->
        [one] You have asked { $questions } questions within an hour, as many as I can take from one reader. You can ask again in { $count } minute.
       *[other] You have asked { $questions } questions within an hour, as many as I can take from one reader. You can ask again in { $count } minutes.
    }
limit-chat =
    { $count ->
        [one] This chat has asked { $questions } questions within an hour, as many as I can take from one chat. The next is possible in { $count } minute.
       *[other] This chat has asked { $questions } questions within an hour, as many as I can take from one chat. The next is possible in { $count } minutes.
    }
budget-spent =
    { $count ->
        [one] Today's money for the model is spent, so answers are the quotes alone for about { $count } more hour.
       *[other] Today's money for the model is spent, so answers are the quotes alone for about { $count } more hours.
    }

## Commands

ask-how = Write your question after /ask. Or reply with /ask to a message, and I look for what the articles say about it.
command-ask = Ask the articles a question
command-sources = Choose which articles are read
command-claims = Who says what in an article
command-language = Choose the language I speak
command-help = How to ask, and what answers show
command-about = How answers are made
command-privacy = What is kept of you, and how long
command-forget = Delete what is kept of you here
bot-description = I answer questions about news articles in the articles' own words, and say who said them. Quotes are copied word for word. Where the articles do not say, I tell you so. I am an AI program, not a person.
bot-short-description = News articles, asked: who said what, in their own words. An AI program.

## In the terminal

terminal-welcome = Ask about the articles. Ctrl-C leaves.
terminal-examples = For example:
terminal-prompt = Question
terminal-reading = Reading the articles
terminal-articles =
    { $count ->
        [one] { $count } article
       *[other] { $count } articles
    }
terminal-goodbye = Goodbye.
