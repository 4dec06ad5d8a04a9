### What the bot says to operators, in English. Plain, calm, short; every error has a way on.

operators-only = Only an operator of this bot can do that, by a message of their own. Ask me about the articles, or see /help.
operators-privately = This tells of readers, so I answer it only in a private chat with me.
errand-failed = This could not be done. { $why }
undo = Undo
remove = Remove
keep = Keep
send = Send
and-more = … and { $count } more

## Adding

add-how = Send me the address of a page, a feed or a site map after /add; or a file, or a forwarded post of a channel. Files may be .txt .md .html .pdf .docx .jsonl .zip, up to 20 MB.
add-reading = Reading { $name }
add-progress = Reading { $name }: { $count } so far
add-added = Added (version { $version }):
add-unchanged = Unchanged (version { $version }):
add-version = New version ({ $version }):
add-refused = Not taken: { $where }: { $why }
add-added-count = added: { $count }
add-unchanged-count = unchanged: { $count }
add-version-count = new versions: { $count }
add-refused-count = not taken: { $count }
add-nothing = There is no article in it. I read pages with an article, feeds, site maps, files and forwarded posts.
file-too-large = Telegram gives bots files up to 20 MB. Split it, or use `whosaid add` on the machine that I run on.
file-not-given = Telegram did not give me the file. Send it again.

## Articles

articles-held = Articles: { $count }. Open one by its number.
articles-list = Articles
article-facts = version { $version } · sentences: { $count } · { $language }
article-copy = A copy of { $article }
remove-how = Write /remove and the identifier that /articles shows.
remove-unknown = There is no such article. /articles lists those that there are.
remove-sure = Take “{ $title }” out? Answers stop using it at once. It can be put back within { $days } days.
removed = Taken out: { $count }. Answers no longer use it. Within { $days } days this button puts it back.
removed-already = That was taken out already.
put-back = Put back: { $count }. Answers use it again.
put-back-already = That is there already, or its time is over.

## Checking claims

audit-claims = Check the claims
audit-head = “{ $title }”, version { $version }. ✓ approves a claim, ✗ rejects it; the same once more takes it back.
audit-counts = approved: { $approved } · rejected: { $rejected } · not checked: { $open }
audit-effect = A rejected claim gives its sentence no speaker any more, in answers and in /claims. The sentence can still be quoted.
verdict-kept = Noted for this version of the article.
audit-changed = The article has changed since. /claims shows its present version.

## Open questions

lacking-head = Questions that the articles did not answer within { $days } days: { $count }
lacking-none = The articles answered all that was asked within { $days } days.
lacking-asked = Asked { $count } ×, last on { $day }
lacking-list = Open questions
lacking-answer = Answer it
lacking-drop = Drop it
lacking-dropped = Dropped from the list.
lacking-gone = This question is no longer on the list.
lacking-prompt = Reply to this message with your answer. Whoever asked is told it as the newsroom's own words. The question: { $question }
lacking-preview = This goes to whoever asked (chats: { $count }), as the newsroom's own words:
telling = Telling whoever asked
told = Chats told: { $count }
told-failed = Chats that could not be reached: { $count }
newsroom-answer = The newsroom answers your question of { $day }: { $question }
newsroom-words = These are the newsroom's own words, not a quote from an article.

## Figures

stats-head = The last { $days } days
stats-questions = Questions: { $count }
stats-answered = answered: { $count }
stats-disputed = disputed: { $count }
stats-partial = answered in part: { $count }
stats-refused = not in the articles: { $count }
stats-cost = The model cost { $dollars } dollars.
stats-latency = Answers took { $half } s in the middle; 95 of 100 took { $most } s at most.
stats-picture = By day: questions above, seconds below (middle, and 95 of 100).
stats-days = { $days } days

## Corrections

corrections-none = No answer that was given needs a correction.
correction-found = “{ $title }” has a new version ({ $version }). Quotes given before that no longer stand as they were: { $count }
correction-removed = (removed)
correction-answers = Answers that quote them: { $count }
correct = Correct the answers
leave = Leave them as they are
left = Left as they are.
correction-over = This was dealt with already.
correcting = Correcting the answers
correcting-progress = Correcting: { $done } of { $count }
corrected = Answers corrected: { $count }
uncorrected = Answers that could not be edited: { $count }
uncorrected-line = { $day }, { $where }: { $why }
where-private = private chat
where-group = group
where-elsewhere = a chat that I am not in
why-deleted = the message was deleted
why-shut-out = I am no longer let into that chat
why-not-sent = no message is known
why-refused = Telegram refused it
why-unknown = Telegram did not say whether it was done
corrected-notice = Corrected on { $day }. The article has changed since this answer was given.
corrected-was = Quoted then:
corrected-now = The article now reads:
corrected-removed = The article no longer has this passage.
corrected-rest = Quotes that still stand:

## Commands of operators

command-add = Add a page, a feed, a file or a post
command-articles = What the archive holds
command-remove = Take an article out
command-unanswered = What readers asked and the articles lack
command-stats = Questions, answers, cost and speed
command-corrections = Answers whose articles have changed
