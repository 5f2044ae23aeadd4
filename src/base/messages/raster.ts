import type { Wording } from '../diagnostic.ts';

/** Why a PNG or JPEG is not shown: a few words, put into brackets by the diagnostics about images. */
export const rasterReasons = {
  empty: { en: 'an empty file', ar: 'ملف فارغ' },
  'not-file': { en: 'not a file', ar: 'ليست ملفًّا' },
  'other-format': { en: 'another format', ar: 'صيغة أخرى' },
  bmp: { en: 'a BMP', ar: 'صيغتها BMP' },
  heic: { en: 'a HEIC', ar: 'صيغتها HEIC' },
  'needs-sharp': { en: '{name}', ar: '{name}' },
  'not-converted': {
    en: '{name}, damaged or of a kind that sharp does not read',
    ar: 'صيغتها {name}، وهي تالفة أو من نوع لا يقرؤه sharp',
  },
  pdf: { en: 'a PDF', ar: 'صيغتها PDF' },
  'cut-off': { en: 'cut off', ar: 'مبتورة' },
  'no-pixels': { en: 'of no width or no height', ar: 'بلا عرض أو بلا ارتفاع' },
  'png-kind': {
    en: 'a PNG of colour type {type} with {depth} bits, which there is not',
    ar: 'لا وجود لصيغة PNG نوع ألوانها {type} وعمقها {depth} بت',
  },
  'png-method': { en: 'a PNG of an unknown method', ar: 'صيغة PNG بطريقة مجهولة' },
  'png-chunk': { en: 'chunk {chunk} is damaged', ar: 'المقطع {chunk} تالف' },
  'png-order': { en: 'chunk {chunk} is out of place', ar: 'المقطع {chunk} في غير موضعه' },
  'png-unknown': { en: 'it needs the unknown chunk {chunk}', ar: 'تحتاج إلى المقطع المجهول {chunk}' },
  'png-pixels': { en: 'its pixels are damaged', ar: 'نقاطها تالفة' },
  'png-fewer': { en: 'its pixels are cut off', ar: 'نقاطها مبتورة' },
  'png-more': { en: 'it unfolds to more than its header says', ar: 'تنبسط إلى أكثر مما تذكره ترويستها' },
  'jpeg-process': { en: 'a lossless or arithmetic JPEG', ar: 'صيغة JPEG بلا فقد أو بترميز حسابي' },
  'jpeg-bits': { en: 'a JPEG of {bits} bits', ar: 'صيغة JPEG عمقها {bits} بت' },
  'jpeg-channels': { en: 'a JPEG of {channels} channels', ar: 'صيغة JPEG عدد قنواتها {channels}' },
  'jpeg-segment': {
    en: 'segment {segment} is damaged or out of place',
    ar: 'المقطع {segment} تالف أو في غير موضعه',
  },
  'jpeg-tables': { en: 'a table that its pixels need is missing', ar: 'ينقصها جدول تحتاج إليه نقاطها' },
  'jpeg-scans': { en: 'a JPEG of more than {most} scans', ar: 'صيغة JPEG فيها أكثر من {most} مسحًا' },
  side: {
    en: '{width} × {height} pixels; a side has at most {most}',
    ar: '{width} × {height} بكسل، وللضلع {most} على الأكثر',
  },
  pixels: {
    en: '{width} × {height} pixels, more than {most} million',
    ar: '{width} × {height} بكسل، أي أكثر من {most} مليون',
  },
  'document-files': {
    en: 'with it the images of the document are more than {most} MB',
    ar: 'تتجاوز صور الوثيقة بها {most} م.ب',
  },
  'document-pixels': {
    en: 'with it the images of the document unfold to more than {most} MB',
    ar: 'تنبسط صور الوثيقة بها إلى أكثر من {most} م.ب',
  },
} as const satisfies Record<string, Wording>;

export type RasterReason = keyof typeof rasterReasons;
