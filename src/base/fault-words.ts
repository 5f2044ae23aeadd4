import type { Wording } from './diagnostic.ts';
import { limits } from './limits.ts';
import type { WorldFault } from './world.ts';

const most = limits.fileBytes / (1024 * 1024);

/** Why the disk gave no file, in the brackets of a message whose subject is a picture or a font. */
export const FAULT_WORDS: Readonly<Record<WorldFault, Wording>> = {
  missing: { en: 'there is none', ar: 'لا وجود له' },
  outside: { en: 'it lies outside the project', ar: 'هو خارج مجلد المشروع' },
  hidden: { en: 'it is hidden', ar: 'هو ملف مخفي' },
  folder: { en: 'it is a folder', ar: 'هو مجلد' },
  'not-a-file': { en: 'it is not an ordinary file', ar: 'ليس ملفًا عاديًا' },
  'too-large': { en: `it is larger than ${most} MB`, ar: `حجمه أكبر من ${most} ميغابايت` },
  'not-utf8': { en: 'it is not UTF-8', ar: 'ترميزه ليس UTF-8' },
  denied: { en: 'no permission to read it', ar: 'لا إذن بقراءته' },
  full: { en: 'the disk is full', ar: 'القرص ممتلئ' },
  'was-read': { en: 'it was read', ar: 'سبقت قراءته' },
  failed: { en: 'the disk could not read it', ar: 'تعذّرت قراءته من القرص' },
};
