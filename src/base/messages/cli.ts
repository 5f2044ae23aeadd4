import type { Message } from './message.ts';

export const cliMessages = {
  usage: {
    severity: 'error',
    exit: 'usage',
    message: { en: '{detail}', ar: 'خطأ في الأمر: {detail}' },
    hint: { en: 'the commands are: {commands}', ar: 'الأوامر هي: {commands}' },
  },
  'usage-unknown-flag': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'unknown option {flag}', ar: 'خيار غير معروف {flag}' },
    hint: { en: 'try {guess}', ar: 'جرّب {guess}' },
  },
  'usage-unknown-command': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'no such command or file: {word}', ar: 'لا أمر ولا ملف بهذا الاسم: {word}' },
    hint: { en: 'the commands are: {commands}', ar: 'الأوامر هي: {commands}' },
  },
  'usage-misspelt-command': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'no such command: {word}', ar: 'لا أمر بهذا الاسم: {word}' },
    hint: {
      en: 'did you mean "warraq {guess}"? the commands are: {commands}',
      ar: 'هل قصدت «warraq {guess}»؟ الأوامر هي: {commands}',
    },
  },
  'usage-flag-elsewhere': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'the option {flag} does not belong to this command', ar: 'الخيار {flag} ليس لهذا الأمر' },
    hint: { en: 'it goes with: warraq {commands}', ar: 'هو مع: warraq {commands}' },
  },
  'usage-flag-no-value': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'the option {flag} takes no value', ar: 'الخيار {flag} لا يأخذ قيمة' },
    hint: { en: 'write it alone: {flag}', ar: 'اكتبه وحده: {flag}' },
  },
  'usage-flag-value': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'the option {flag} needs a value', ar: 'الخيار {flag} يحتاج إلى قيمة' },
    hint: { en: 'write it after the option', ar: 'اكتب القيمة بعد الخيار' },
  },
  'usage-no-file': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'no file to build', ar: 'لم يُذكر ملف' },
    hint: { en: 'write: warraq build document.md', ar: 'اكتب: warraq build document.md' },
  },
  'usage-two-outputs': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'more than one output: {outputs}', ar: 'أكثر من ملف خرج: {outputs}' },
    hint: {
      en: 'give -o once, and run warraq again for another file',
      ar: 'اذكر ‎-o مرة واحدة، وشغّل warraq مرة أخرى لملف آخر',
    },
  },
  'usage-choice': {
    severity: 'error',
    exit: 'usage',
    message: { en: '{option} cannot be "{value}"', ar: 'لا تصحّ «{value}» قيمةً للخيار {option}' },
    hint: { en: 'try: {known}', ar: 'جرّب: {known}' },
  },
  'usage-eml': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'an e-mail is written by warraq mail', ar: 'تُكتب الرسائل بالأمر warraq mail' },
    hint: {
      en: 'write: warraq mail {file} --to name@example.org -o {output}',
      ar: 'اكتب: warraq mail {file} --to name@example.org -o {output}',
    },
  },
  'usage-mail-output': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'the name "{output}" is not that of an e-mail', ar: 'ليس «{output}» اسم رسالة' },
    hint: { en: 'end it in .eml', ar: 'اختم الاسم بـ ‎.eml' },
  },
  'usage-output-format': {
    severity: 'error',
    exit: 'usage',
    message: { en: 'the name "{output}" does not tell the format', ar: 'لا يدلّ الاسم «{output}» على الصيغة' },
    hint: {
      en: 'end it in one of {endings}, or add --format pdf',
      ar: 'اختم الاسم بواحد من ‎{endings} أو أضف ‎--format pdf',
    },
  },
  'usage-overwrite': {
    severity: 'error',
    exit: 'usage',
    message: { en: '"{output}" is both source and output', ar: '«{output}» مصدر وخرج معًا' },
    hint: { en: 'choose another name after -o', ar: 'اختر اسمًا آخر بعد ‎-o' },
  },
  'usage-attach': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '--attach: only a PDF for the screen carries files',
      ar: '‏--attach: لا يحمل الملفات إلا PDF معدّ للشاشة',
    },
    hint: {
      en: 'leave --attach out, or write a PDF without --profile',
      ar: 'احذف ‎--attach أو اكتب PDF بلا ‎--profile',
    },
  },
  'usage-dump-format': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '--dump: on the way to {format} there is no stage {stage}',
      ar: '‏--dump: لا مرحلة باسم {stage} في الطريق إلى {format}',
    },
    hint: { en: 'leave --format and -o out', ar: 'احذف ‎--format و‎-o' },
  },
  'usage-not-pdf': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '{option}: the output is no PDF',
      ar: '‏{option}: ليس الخرج ملف PDF',
    },
    hint: { en: 'leave {option} out, or write a PDF', ar: 'احذف ‎{option} أو اكتب ملف PDF' },
  },
  'usage-json-and-stdout': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: 'the document and the JSON report cannot both go to standard output',
      ar: 'لا يجتمع المستند وتقرير JSON في الخرج القياسي',
    },
    hint: { en: 'name a file after -o, or leave --json out', ar: 'اذكر ملفًا بعد ‎-o أو احذف ‎--json' },
  },
  'stdout-closed': {
    severity: 'error',
    exit: 'io',
    message: {
      en: 'standard output was closed before the document was out',
      ar: 'أُغلق الخرج القياسي قبل خروج الوثيقة',
    },
    hint: {
      en: 'check the program that reads it, or name a file after -o',
      ar: 'راجع البرنامج الذي يقرؤه، أو اذكر ملفًا بعد ‎-o',
    },
  },
  'stdout-full': {
    severity: 'error',
    exit: 'io',
    message: { en: 'no space left behind standard output', ar: 'لا متسع وراء الخرج القياسي' },
    hint: { en: 'free some space, or name a file after -o', ar: 'أفرغ بعض المساحة، أو اذكر ملفًا بعد ‎-o' },
  },
  'stdout-failed': {
    severity: 'error',
    exit: 'io',
    message: { en: 'standard output could not be written', ar: 'تعذّرت الكتابة في الخرج القياسي' },
    hint: { en: 'try again, or name a file after -o', ar: 'أعد المحاولة، أو اذكر ملفًا بعد ‎-o' },
  },
  'output-denied': {
    severity: 'error',
    exit: 'io',
    message: { en: '"{path}" may not be written', ar: 'لا إذن بكتابة «{path}»' },
    hint: {
      en: 'check the permissions of its folder, or choose another',
      ar: 'راجع أذونات المجلد، أو اختر غيره',
    },
  },
  'output-not-a-file': {
    severity: 'error',
    exit: 'io',
    message: { en: '"{path}" is a folder or a device', ar: '«{path}» مجلد أو جهاز' },
    hint: { en: 'add a file name after it', ar: 'أضف إليه اسم ملف' },
  },
  'output-full': {
    severity: 'error',
    exit: 'io',
    message: { en: 'no space left to write "{path}"', ar: 'لا متسع في القرص لكتابة «{path}»' },
    hint: {
      en: 'free some space; the old file is as it was',
      ar: 'أفرغ بعض المساحة؛ الملف القديم باقٍ على حاله',
    },
  },
  'output-failed': {
    severity: 'error',
    exit: 'io',
    message: { en: '"{path}" could not be written', ar: 'تعذّرت كتابة «{path}»' },
    hint: {
      en: 'try again, or choose another folder; the old file is as it was',
      ar: 'أعد المحاولة أو اختر مجلدًا آخر؛ الملف القديم باقٍ على حاله',
    },
  },
  'output-owner': {
    severity: 'warning',
    message: {
      en: '"{path}" was of another owner or group, and is not any more: you may not give files away',
      ar: 'كان «{path}» لمالك آخر أو مجموعة أخرى ولم يعد كذلك: ليس لك أن تنقل ملكية الملفات',
    },
    hint: {
      en: 'where others work with it, have its owner build it, or chown it',
      ar: 'إن كان غيرك يعمل عليه فليُخرجه مالكه، أو أعد ملكيته بالأمر chown',
    },
  },
  'limit-time': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the build took longer than {limit} and was ended, {whereEn}',
      ar: 'تجاوز البناء {limit} فأُنهي {whereAr}',
    },
    hint: {
      en: 'split the document, or allow more with --limit-time',
      ar: 'قسّم الوثيقة، أو زد في ‎--limit-time',
    },
  },
  'limit-memory': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'the build took more memory than {limit} and was ended, {whereEn}',
      ar: 'تجاوزت ذاكرة البناء {limit} فأُنهي {whereAr}',
    },
    hint: {
      en: 'split the document, or allow more with --limit-memory',
      ar: 'قسّم الوثيقة، أو زد في ‎--limit-memory',
    },
  },
  'memory-exhausted': {
    severity: 'error',
    exit: 'limit',
    message: {
      en: 'there was not enough memory for the build, which was ended {whereEn}',
      ar: 'لم تكفِ الذاكرة للبناء فأُنهي {whereAr}',
    },
    hint: {
      en: 'split the document into chapters, or build on a machine with more memory',
      ar: 'قسّم الوثيقة إلى فصول، أو ابنها على جهاز أوسع ذاكرة',
    },
  },
  'usage-jail-send': {
    severity: 'error',
    exit: 'usage',
    message: {
      en: '--jail: a build that is shut in sends no mail',
      ar: '‏--jail: لا يُرسل البناء المحصور بريدًا',
    },
    hint: {
      en: 'write the draft with --jail, and send it with a command of its own',
      ar: 'اكتب المسودة مع ‎--jail، ثم أرسلها بأمر آخر',
    },
  },
  bug: {
    severity: 'error',
    message: { en: 'warraq made a mistake: {detail}', ar: 'وقع خطأ في ورّاق نفسه: {detail}' },
    hint: {
      en: 'please report it with the document, and with what WARRAQ_DEBUG=1 adds',
      ar: 'أرسل إلينا الوثيقة وما تضيفه ‎WARRAQ_DEBUG=1 إلى الرسالة',
    },
  },
} as const satisfies Record<string, Message>;
