### What the bot says to operators, in Arabic.

operators-only = لا يفعل ذلك إلا مشغّل هذا البوت، برسالة منه هو. اسألني عن المقالات أو راجع /help.
operators-privately = هذا يخص القراء، فلا أجيب عنه إلا في محادثة خاصة معي.
errand-failed = تعذّر ذلك. { $why }
undo = تراجع
remove = سحب
keep = إبقاء
send = إرسال
and-more = … و{ $count } أخرى

## Adding

add-how = أرسل إليّ بعد /add عنوان صفحة أو خلاصة أو خريطة موقع؛ أو ملفًا، أو منشورًا محوّلًا من قناة. أنواع الملفات: ‎.txt .md .html .pdf .docx .jsonl .zip‎ حتى 20 ميغابايت.
add-reading = أقرأ { $name }
add-progress = أقرأ { $name }: { $count } حتى الآن
add-added = أُضيف (الإصدار { $version }):
add-unchanged = لم يتغيّر (الإصدار { $version }):
add-version = إصدار جديد ({ $version }):
add-refused = لم يُقبل: { $where }: { $why }
add-added-count = أُضيف: { $count }
add-unchanged-count = لم يتغيّر: { $count }
add-version-count = إصدارات جديدة: { $count }
add-refused-count = لم يُقبل: { $count }
add-nothing = ليس فيه مقال. أقرأ صفحات المقالات والخلاصات وخرائط المواقع والملفات والمنشورات المحوّلة.
file-too-large = يعطي تيليغرام البوتات ملفات حتى 20 ميغابايت. قسّم الملف أو استخدم `whosaid add` على الجهاز الذي أعمل عليه.
file-not-given = لم يعطني تيليغرام الملف. أرسله مرة أخرى.

## Articles

articles-held = عدد المقالات: { $count }. افتح واحدًا برقمه.
articles-list = المقالات
article-facts = الإصدار { $version } · عدد الجمل: { $count } · { $language }
article-copy = نسخة من { $article }
remove-how = اكتب /remove ثم المعرّف الذي يعرضه /articles.
remove-unknown = لا يوجد مقال كهذا. يعرض /articles الموجود منها.
remove-sure = أتسحب «{ $title }»؟ تتوقف الأجوبة عن استخدامه فورًا. ويمكن إعادته خلال مدة بالأيام: { $days }.
removed = سُحب: { $count }. لم تعد الأجوبة تستخدمه. هذا الزر يعيده خلال مدة بالأيام: { $days }.
removed-already = سبق سحبه.
put-back = أُعيد: { $count }. عادت الأجوبة تستخدمه.
put-back-already = هو موجود أصلًا، أو انتهت المدة.

## Checking claims

audit-claims = مراجعة الأقوال
audit-head = «{ $title }»، الإصدار { $version }. علامة ✓ تعتمد القول، وعلامة ✗ ترفضه؛ والضغط نفسه مرة أخرى يسحب الحكم.
audit-counts = معتمد: { $approved } · مرفوض: { $rejected } · لم يُراجَع: { $open }
audit-effect = القول المرفوض لا يعود ينسب جملته إلى متحدث، لا في الأجوبة ولا في /claims. ويبقى اقتباس الجملة ممكنًا.
verdict-kept = سُجّل لهذا الإصدار من المقال.
audit-changed = تغيّر المقال منذ ذلك الحين. يعرض /claims إصداره الحالي.

## Open questions

lacking-head = أسئلة لم تجب عنها المقالات خلال مدة بالأيام ({ $days }): { $count }
lacking-none = أجابت المقالات عن كل ما سُئل خلال مدة بالأيام: { $days }.
lacking-asked = عدد مرات السؤال: { $count }، آخرها في { $day }
lacking-list = أسئلة مفتوحة
lacking-answer = الإجابة عنه
lacking-drop = حذفه من القائمة
lacking-dropped = حُذف من القائمة.
lacking-gone = لم يعد هذا السؤال في القائمة.
lacking-prompt = ردّ على هذه الرسالة بجوابك. يُبلَّغ به من سأل على أنه كلام هيئة التحرير نفسها. السؤال: { $question }
lacking-preview = يذهب هذا إلى من سأل (عدد المحادثات: { $count }) على أنه كلام هيئة التحرير نفسها:
telling = أبلّغ من سأل
told = محادثات أُبلغت: { $count }
told-failed = محادثات تعذّر الوصول إليها: { $count }
newsroom-answer = تجيب هيئة التحرير عن سؤالك بتاريخ { $day }: { $question }
newsroom-words = هذا كلام هيئة التحرير نفسها، وليس اقتباسًا من مقال.

## Figures

stats-head = آخر { $days } من الأيام
stats-questions = الأسئلة: { $count }
stats-answered = أُجيب عنها: { $count }
stats-disputed = فيها خلاف: { $count }
stats-partial = أُجيب عن جزء منها: { $count }
stats-refused = ليست في المقالات: { $count }
stats-cost = كلّف النموذج بالدولار: { $dollars }.
stats-latency = زمن الجواب بالثواني: { $half } في الوسط، و{ $most } على الأكثر في 95 من كل 100.
stats-picture = بالأيام: الأسئلة في الأعلى، والثواني في الأسفل (الوسط، و95 من كل 100).
stats-days = { $days } من الأيام

## Corrections

corrections-none = لا يحتاج أي جواب سابق إلى تصحيح.
correction-found = صدر لـ«{ $title }» إصدار جديد ({ $version }). اقتباسات سابقة لم تعد كما كانت: { $count }
correction-removed = (حُذف)
correction-answers = أجوبة تقتبسها: { $count }
correct = تصحيح الأجوبة
leave = تركها كما هي
left = تُركت كما هي.
correction-over = سبقت معالجة هذا.
correcting = أصحّح الأجوبة
correcting-progress = التصحيح: { $done } من { $count }
corrected = أجوبة صُحّحت: { $count }
uncorrected = أجوبة تعذّر تعديلها: { $count }
uncorrected-line = { $day }، { $where }: { $why }
where-private = محادثة خاصة
where-group = مجموعة
where-elsewhere = محادثة لست فيها
why-deleted = حُذفت الرسالة
why-shut-out = لم يعد يُسمح لي بدخول تلك المحادثة
why-not-sent = لا تُعرف رسالة
why-refused = رفض تيليغرام ذلك
why-unknown = لم يقل تيليغرام هل تم ذلك
corrected-notice = صُحّح في { $day }. تغيّر المقال منذ إعطاء هذا الجواب.
corrected-was = اقتُبس حينها:
corrected-now = يقول المقال الآن:
corrected-removed = لم يعد هذا المقطع في المقال.
corrected-rest = اقتباسات ما زالت قائمة:

## Commands of operators

command-add = إضافة صفحة أو خلاصة أو ملف أو منشور
command-articles = ما في الأرشيف
command-remove = سحب مقال
command-unanswered = ما سأله القراء وليس في المقالات
command-stats = الأسئلة والأجوبة والكلفة والسرعة
command-corrections = أجوبة تغيّرت مقالاتها
