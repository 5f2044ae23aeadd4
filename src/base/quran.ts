/** The suras of the Qur'an: names as the Madina mushaf heads them, and how many verses each has (count of Kufa: 6,236). */
// biome-ignore format: a table
const SURAS: readonly (readonly [name: string, verses: number])[] = [
  ['الفاتحة', 7], ['البقرة', 286], ['آل عمران', 200], ['النساء', 176], ['المائدة', 120], ['الأنعام', 165], ['الأعراف', 206], ['الأنفال', 75],
  ['التوبة', 129], ['يونس', 109], ['هود', 123], ['يوسف', 111], ['الرعد', 43], ['إبراهيم', 52], ['الحجر', 99], ['النحل', 128], ['الإسراء', 111],
  ['الكهف', 110], ['مريم', 98], ['طه', 135], ['الأنبياء', 112], ['الحج', 78], ['المؤمنون', 118], ['النور', 64], ['الفرقان', 77], ['الشعراء', 227],
  ['النمل', 93], ['القصص', 88], ['العنكبوت', 69], ['الروم', 60], ['لقمان', 34], ['السجدة', 30], ['الأحزاب', 73], ['سبأ', 54], ['فاطر', 45],
  ['يس', 83], ['الصافات', 182], ['ص', 88], ['الزمر', 75], ['غافر', 85], ['فصلت', 54], ['الشورى', 53], ['الزخرف', 89], ['الدخان', 59],
  ['الجاثية', 37], ['الأحقاف', 35], ['محمد', 38], ['الفتح', 29], ['الحجرات', 18], ['ق', 45], ['الذاريات', 60], ['الطور', 49], ['النجم', 62],
  ['القمر', 55], ['الرحمن', 78], ['الواقعة', 96], ['الحديد', 29], ['المجادلة', 22], ['الحشر', 24], ['الممتحنة', 13], ['الصف', 14], ['الجمعة', 11],
  ['المنافقون', 11], ['التغابن', 18], ['الطلاق', 12], ['التحريم', 12], ['الملك', 30], ['القلم', 52], ['الحاقة', 52], ['المعارج', 44], ['نوح', 28],
  ['الجن', 28], ['المزمل', 20], ['المدثر', 56], ['القيامة', 40], ['الإنسان', 31], ['المرسلات', 50], ['النبأ', 40], ['النازعات', 46], ['عبس', 42],
  ['التكوير', 29], ['الانفطار', 19], ['المطففين', 36], ['الانشقاق', 25], ['البروج', 22], ['الطارق', 17], ['الأعلى', 19], ['الغاشية', 26],
  ['الفجر', 30], ['البلد', 20], ['الشمس', 15], ['الليل', 21], ['الضحى', 11], ['الشرح', 8], ['التين', 8], ['العلق', 19], ['القدر', 5], ['البينة', 8],
  ['الزلزلة', 8], ['العاديات', 11], ['القارعة', 11], ['التكاثر', 8], ['العصر', 3], ['الهمزة', 9], ['الفيل', 5], ['قريش', 4], ['الماعون', 7],
  ['الكوثر', 3], ['الكافرون', 6], ['النصر', 3], ['المسد', 5], ['الإخلاص', 4], ['الفلق', 5], ['الناس', 6],
];

/** Names that others give to some. */
// biome-ignore format: a table
const ALIASES: Readonly<Record<string, string>> = {
  'براءة': 'التوبة', 'بني إسرائيل': 'الإسراء', 'المؤمن': 'غافر', 'الدهر': 'الإنسان', 'الانشراح': 'الشرح', 'اللهب': 'المسد', 'ياسين': 'يس',
  'عم': 'النبأ', 'الزلزال': 'الزلزلة', 'سجدة': 'السجدة', 'حم السجدة': 'فصلت', 'تبت': 'المسد',
};

interface Sura {
  readonly name: string;
  readonly verses: number;
}

/** Letters that are written in more ways than one, and the word and the article that may stand before a name. */
function fold(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/\u0671/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^سور[هت] /, '')
    .replace(/^ال/, '');
}

const BY_NAME = new Map<string, Sura>();

/** A sura by its name, in any spelling, or its number in any digits; null where there is none. */
export function findSura(written: string): Sura | null {
  const number = /^\d+$/.test(written) ? Number(written) : 0;
  if (number > 0) return suraOf(SURAS[number - 1]);
  if (BY_NAME.size === 0) {
    for (const row of SURAS) BY_NAME.set(fold(row[0]), suraOf(row)!);
    for (const [alias, name] of Object.entries(ALIASES)) BY_NAME.set(fold(alias), BY_NAME.get(fold(name))!);
  }
  return BY_NAME.get(fold(written)) ?? null;
}

function suraOf(row: (typeof SURAS)[number] | undefined): Sura | null {
  return row === undefined ? null : { name: row[0], verses: row[1] };
}

export const suraNames: readonly string[] = SURAS.map(([name]) => name);
