### What the bot says, in Arabic. Verbal nouns stand for what a speaker does: they need no gender.

## First contact

start =
    أجيب عن الأسئلة حول المقالات الإخبارية بكلمات المقالات نفسها، وأذكر من قالها.

    أنا برنامج ذكاء اصطناعي ولست إنسانًا. الاقتباسات منقولة حرفيًا. وإذا لم تذكر المقالات الجواب فسأقول ذلك.

    اسأل ما تشاء عن المقالات، أو جرّب أحد هذه الأسئلة:
first-contact = أنت تتحدث إلى برنامج ذكاء اصطناعي. الاقتباسات منقولة حرفيًا من المقالات.
help =
    اكتب سؤالك بكلماتك، بأي لغة. يذكر الجواب من قال ماذا، ويعرض الاقتباسات التي يستند إليها.

    • الرقم أسفل الجواب يفتح الاقتباس في مقاله.
    • «محل خلاف» تعني أن المتحدثين في المقالات يختلفون. تُعرض أقوالهم جميعًا، ولا أقرر من هو على حق.
    • إذا لم تذكر المقالات الجواب فسأقول ذلك.
    • في المجموعات اسأل بالأمر ‎/ask أو بذكر اسمي أو بالرد على إجابة.

    ‏/start – من أنا، مع ثلاثة أمثلة
    ‏/about – كيف تُعدّ الأجوبة
about =
    لكل سؤال أبحث عن جمل المقالات التي تجيب عنه، وأنقلها حرفًا بحرف، وأذكر من يتحدث فيها. ولا أقرر من هو على حق.

    تبقى الاقتباسات بلغة المقال. أما الملخص، إن وُجد، فيكتبه نموذج ذكاء اصطناعي ويُراجع على اقتباساته؛ وقد يخطئ مع ذلك، فالعبرة بالاقتباسات.

    يختار المقالات من يدير هذا البوت. وعند استخدام نموذج يُرسل سؤالك والجمل التي عُثر عليها إلى مزوّده.
example-1 = من أعلن مسؤوليته عن الهجوم؟
example-2 = هل كانت أوكرانيا وراء الهجوم؟
example-3 = ماذا قالت كامالا هاريس؟
asked = سؤالك: { $question }
understood = فهمتُ سؤالك هكذا: { $question }

## An answer

disputed = محل خلاف
partial = تجيب المقالات عن جزء من السؤال فقط.
not-answered = بلا إجابة: { $part }
premise = لا تقول المقالات ما يفترضه السؤال ({ $speaker }: { $stance }). وهذا ما تقوله:
premise-about = لا تقول المقالات ما يفترضه السؤال ({ $speaker }: { $stance }، { $about }). وهذا ما تقوله:
copies = مصدر واحد، عدد النسخ: { $count }
by-article = المقال نفسه
said-by = { $speaker }: { $stance }
attributed = { $speaker }: { $statement }
claimed = { $lead }: { $said }
via = بحسب { $speaker }
hedge-possible = ربما
hedge-probable = على ما يبدو
hedge-alleged = بحسب ما يُزعم
translation = ترجمة بالذكاء الاصطناعي: { $text }
source-unknown = جهة النشر والتاريخ غير مذكورين
outlet-unknown = جهة النشر غير مذكورة
date-unknown = التاريخ غير مذكور
sources-span = تاريخ أقدم مصدر: { $oldest }، وأحدث مصدر: { $newest }
quotes-exact = الاقتباسات حرفية
summary-by-ai = الملخص من إعداد الذكاء الاصطناعي
without-model = بلا نموذج: الاقتباسات وحدها
notice-model-failed = لم يقدّم النموذج ملخصًا صالحًا، لذا هذه هي الاقتباسات وحدها. اسأل لاحقًا للحصول على ملخص.
notice-old-news = تاريخ أحدث مقال هنا: { $date }، وربما تغيّرت الأمور منذ ذلك الحين.
notice-undated-news = المقالات هنا بلا تاريخ، فلا أستطيع أن أعرف مدى حداثة هذا.
notice-index-rebuilding = يُعاد بناء فهرس البحث، لذا تستغرق الإجابات وقتًا أطول الآن وقد تفوتها مقالات.
repeated = مكرر بعد إعادة التشغيل:
answer-replaced = كان هذا جزءًا من إجابة سابقة؛ الإجابة الجديدة أعلاه.
who-says-what = من يقول ماذا
share = مشاركة
voted-up = شكرًا، سُجّل أنه مفيد.
voted-down = شكرًا، سُجّل أنه غير مفيد.

## A refusal

not-in-articles = لا تجيب المقالات عن هذا. جرّب كلمات أخرى، أو اسأل عن شيء آخر فيها.
nearest = أقرب مقطع (وهو لا يجيب عن السؤال):

## What a speaker does

stance-claims-responsibility = إعلان المسؤولية
stance-accuses = اتهام
stance-denies = نفي
stance-confirms = تأكيد
stance-doubts = تشكيك
stance-warns = تحذير
stance-fears = تخوّف
stance-believes = اعتقاد
stance-promises = وعد
stance-demands = مطالبة
stance-praises = إشادة
stance-criticises = انتقاد
stance-describes = وصف
stance-asks = سؤال
stance-reports = إفادة
stance-says = قول
stance-states = ذكر
stance-not-claims-responsibility = دون إعلان المسؤولية
stance-not-accuses = دون اتهام
stance-not-denies = دون نفي
stance-not-confirms = دون تأكيد
stance-not-doubts = دون تشكيك
stance-not-warns = دون تحذير
stance-not-fears = دون تخوّف
stance-not-believes = دون اعتقاد
stance-not-promises = دون وعد
stance-not-demands = دون مطالبة
stance-not-praises = دون إشادة
stance-not-criticises = دون انتقاد
stance-not-describes = دون وصف
stance-not-asks = دون سؤال
stance-not-reports = دون إفادة
stance-not-says = دون قول
stance-not-states = دون ذكر

## A passage in its article

author = بقلم { $author }
open-source = فتح في المصدر
older-version = تغيّر المقال منذ ذلك الحين. هذه هي النسخة التي أُخذ منها الاقتباس.
older-version-same = من نسخة سابقة. لا تزال هذه الكلمات في النسخة الحالية.
older-version-changed = من نسخة سابقة. نص هذا المقطع في النسخة الحالية:
older-version-removed = من نسخة سابقة. حُذف هذا المقطع من النسخة الحالية.
article-removed = أُخرج المقال من الأرشيف، ولم تعد الإجابات تستخدمه.
receipt = إيصال: المقال { $article }، النسخة { $version }، الأحرف من { $start } إلى { $end }، ‏SHA-256 { $hash }
check-again = التحقق من جديد
checked = جرى التحقق من جديد في { $when }: الأحرف نفسها في المقال.
checked-same = جرى التحقق: الاقتباس مطابق حرفيًا.

## Who says what in an article

claims-pick = من أي مقال؟
claims-none = لا يُقتبس في هذا المقال كلام أحد ولا يُنقل؛ فهو يتحدث بصوته.
speaker-unnamed = شخص لم يُذكر اسمه
no-articles = لا توجد مقالات هنا بعد.
article-gone = أُخرج هذا المقال من الأرشيف. يعرض الأمر ‎/sources المقالات الموجودة.

## When something is in the way

only-text = لا أستطيع قراءة غير النصوص. اكتب سؤالك في رسالة.
unknown-command = لا أعرف هذا الأمر. اكتب سؤالًا أو اطّلع على ‎/help.
button-unusable = هذا الزر لا يعمل هنا. اطرح السؤال من جديد لتحصل على أزرار جديدة.
button-old = لم يعد هذا الجواب محفوظًا. اطرح السؤال من جديد لتحصل على جواب جديد.
button-expired = كان هذا الزر صالحًا ليوم واحد وقد انقضى. اسأل من جديد لتحصل على أزرار جديدة.
button-foreign = هذا الزر لمن طلبه. اطلبه بنفسك لتحصل على زر خاص بك.
quote-gone = لم يعد هذا الاقتباس موجودًا في مقاله، لذلك لا يُعرض. اطرح السؤال من جديد لتحصل على جواب جديد.
maybe-lost = ربما لم تصلك رسالتي الأخيرة. إن لم تجدها فاسأل من جديد.
error-unexpected = حدث عطل لدينا وسُجّل. اسأل من جديد بعد دقيقة.
error-slow = استغرق هذا وقتًا طويلًا. اسأل من جديد، ربما بكلمات أقل.

## Commands

ask-how = اكتب سؤالك بعد ‎/ask. أو ردّ بالأمر ‎/ask على رسالة لأبحث عمّا تقوله المقالات عنها.
command-ask = طرح سؤال على المقالات
command-help = كيف تسأل وماذا تعرض الأجوبة
command-about = كيف تُعدّ الأجوبة
bot-description = أجيب عن أسئلة حول مقالات إخبارية بكلمات المقالات نفسها وأذكر من قالها. تُنسخ الاقتباسات حرفيًا. وإذا لم تذكر المقالات الجواب قلت ذلك. أنا برنامج ذكاء اصطناعي ولست شخصًا.
bot-short-description = اسأل المقالات: من قال ماذا، بكلماته. برنامج ذكاء اصطناعي.

## In the terminal

terminal-welcome = اسأل عن المقالات. للخروج اضغط Ctrl-C.
terminal-examples = على سبيل المثال:
terminal-prompt = السؤال
terminal-reading = قراءة المقالات
terminal-articles =
    { $count ->
        [zero] لا مقالات
        [one] مقال واحد
        [two] مقالان
        [few] { $count } مقالات
        [many] { $count } مقالًا
       *[other] { $count } مقال
    }
terminal-goodbye = إلى اللقاء.
