import { DIGITS } from './digits.ts';
import { CURRENCY_CODES, CURRENCY_SIGN, UNITS } from './number-units.ts';

/**
 * Numbers, codes and addresses that read from the left wherever they stand, and that plain UAX#9 tears
 * apart after Arabic letters: there rule W2 makes European digits Arabic ones, which hyphens, signs and
 * spaces no longer join. Patterns are matched at one place of a text; `find-forms.ts` says which wins.
 */
export interface NumberForm {
  readonly name: string;
  /** The standard that describes it, or where the usage is from. */
  readonly source: string;
  readonly examples: readonly string[];
  /** Under the `u` and `y` flags. Whatever repeats in it has one way to match, so that it takes linear time. */
  readonly pattern: string;
  /**
   * `number`: digits and separators follow the document's digits; `digits`: only digits do; `keep`: none do.
   * Whatever has a Latin letter in it stays as written.
   */
  readonly digits: 'number' | 'digits' | 'keep';
  /** Whether words beside it in the same script make one phrase with it, as in `C++ Builder`. */
  readonly isCode?: boolean;
  /** `ends`: the two numbers of a range are set apart one by one, so that it is read in the order of the sentence. */
  readonly ends?: true;
  /** What the pattern cannot say. `digits` are European ones; `follows`: a number or Latin word and one space come before. */
  readonly holds?: (match: {
    readonly text: string;
    readonly digits: string;
    readonly follows: boolean;
  }) => boolean;
}

const D = `[${DIGITS}]`;
/** Plain, no-break, figure, thin and narrow no-break space. */
export const SPACES = ' \\u00A0\\u2007\\u2009\\u202F';
const S = `[${SPACES}]`;
const HYPHEN = '[\\-\\u2010\\u2011]';
const DASH = '[\\-\\u2010-\\u2013]';
const SIGN = '[+\\-\\u00B1\\u2010\\u2011\\u2013\\u2212]';
const PERCENT = '[%‰\\u066A\\u0609]';
/** Raised digits and signs, with the letters that Unicode has beside them, and what may part them unraised. */
const SCRIPT = '[⁰ⁱ⁴-ⁿ¹²³]';
const POWER = `${SCRIPT}+(?:[.,/*\\u066B\\u066C]${SCRIPT}+)*`;
const TYPED_POWER = `[A-Za-z${DIGITS}]+(?:\\^[+\\-\\u2212]?[A-Za-z${DIGITS}]+)+`;
/** No digit more, none behind a separator, and no Latin letter. */
const END = `(?![.,\\u066B\\u066C]?[${DIGITS}]|[A-Za-z])`;

/** SI Brochure 5.4.4. */
const GROUPED = `(?:${D}{1,3}(?:${S}${D}{3})+(?!${S}?${D})|${D}{1,3}(?:['’]${D}{3})+(?!${D}))(?:[.,\\u066B]${D}+)?`;
/** With the separators of CLDR. */
const SIMPLE = `${D}+(?:[.,\\u066B\\u066C]${D}+)*`;
const N = `(?:${GROUPED}|${SIMPLE})`;
const FRACTION = `(?:${S}?[½⅓⅔¼¾⅕-⅞])`;
/** A year of two: 2020/2021, 2020/21. */
const SEASON = `${D}{4}/${D}{2,4}`;
const MEASURE = `(?:${UNITS})(?![A-Za-z${DIGITS}₀-₉])`;
/** What an address may hold: letters of any script, but no marks of Arabic or of quotation. */
const ADDRESS = '[^\\s<>"«»“”\\u060C\\u061B\\u061F\\u06D4\\u0600-\\u0605\\u2028\\u2066-\\u2069\\uFFFC]';

const countDigits = (digits: string) => digits.replace(/\D/g, '').length;
const isYear = (group: string) => /^(?:1\d|20|21)\d\d$/.test(group);

/** ISO 3297: a check digit modulo 11. */
function isSerialNumber(digits: string): boolean {
  const plain = digits.replace(/[^\dXx]/g, '');
  let sum = 0;
  for (let i = 0; i < 8; i++) sum += (8 - i) * (/x/i.test(plain[i]!) ? 10 : Number(plain[i]));
  return sum % 11 === 0 && !digits.split(/\D/).every(isYear);
}

/** ISO 2108: check digits modulo 10 and 11. */
function isBookNumber(digits: string): boolean {
  const plain = Array.from(digits.replace(/[^\dXx]/g, ''), (digit) =>
    /x/i.test(digit) ? 10 : Number(digit),
  );
  if (plain.length === 13)
    return plain.reduce((sum, digit, i) => sum + digit * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return plain.length === 10 && plain.reduce((sum, digit, i) => sum + digit * (10 - i), 0) % 11 === 0;
}

/** ITU-T E.164 allows 15 digits; fewer than seven are no telephone number that needs grouping. */
const isTelephone = ({ digits, follows }: { digits: string; follows: boolean }) =>
  countDigits(digits) >= 7 && countDigits(digits) <= 17 && !(follows && /^\(?0/.test(digits));

/** The prefix of international calls. */
const ZEROS = '(?:00|٠٠|۰۰)(?![0٠۰])';
const GROUPS = `(?:[${SPACES}.\\-\\u2010-\\u2013/]${D}{1,12}|${S}?\\(${D}{1,5}\\)[${SPACES}\\-]?${D}{1,12})`;

// biome-ignore format: a table
export const NUMBER_FORMS: readonly NumberForm[] = [
  { name: 'telephone, international', source: 'ITU-T E.123', examples: ['+962 6 123 4567', '(+966) 11 123 4567', '+44 (20) 7946 0958', '00966 11 123 4567', '+٩٦٢ ٦ ١٢٣ ٤٥٦٧'],
    pattern: `(?:\\+${D}{1,15}|\\(\\+${D}{1,4}\\)${S}?${D}{1,12}|\\(${ZEROS}${D}{1,4}\\)${S}?${D}{1,12}|${ZEROS}${D}{1,13})${GROUPS}{0,7}${END}`, digits: 'digits', holds: isTelephone },
  { name: 'telephone, national', source: 'ITU-T E.123', examples: ['(06) 123-4567', '06-1234567', '02-5678901/2', '079 123 4567', '٠٦ ١٢٣ ٤٥٦٧', '(202) 555-0143'],
    pattern: `(?:\\(${D}{2,5}\\)[${SPACES}\\-]?${D}{2,8}|[0٠۰](?![0٠۰])${D}{1,9}[${SPACES}\\-/]${D}{2,9})(?:[${SPACES}\\-]${D}{2,9}){0,4}(?:/${D}{1,2})?${END}`, digits: 'digits',
    holds: (match) => isTelephone(match) && (/^\(?0/.test(match.digits) || /^\(\d+\).*-/.test(match.digits)) },
  { name: 'bank account', source: 'ISO 13616 (IBAN)', examples: ['SA03 8000 0000 6080 1016 7519', 'GB29NWBK60161331926819'],
    pattern: `[A-Z]{2}[0-9]{2}(?:${S}?[A-Z0-9]{4}){2,7}(?:${S}?[A-Z0-9]{1,3})?${END}`, digits: 'keep', isCode: true },
  { name: 'payment card', source: 'ISO/IEC 7812', examples: ['4000 0012 3456 7899', '3782 822463 10005', '٤٠٠٠ ٠٠١٢ ٣٤٥٦ ٧٨٩٩'],
    pattern: `(?:${D}{4}(?:[${SPACES}\\-]${D}{4}){2,4}|${D}{4}[${SPACES}\\-]${D}{6}[${SPACES}\\-]${D}{5})${END}(?![${SPACES}\\-]${D})`, digits: 'keep',
    holds: ({ digits }) => !digits.split(/\D/).every(isYear) },
  { name: 'book number', source: 'ISO 2108 (ISBN)', examples: ['978-3-16-148410-0', '978 3 16 148410 0', '0 306 40615 2', '0-8044-2957-X'],
    pattern: `(?:97[89][${SPACES}\\-])?${D}{1,5}[${SPACES}\\-]${D}{1,7}[${SPACES}\\-]${D}{1,7}[${SPACES}\\-][${DIGITS}Xx]${END}`, digits: 'keep', holds: ({ digits }) => isBookNumber(digits) },
  { name: 'serial number', source: 'ISO 3297 (ISSN)', examples: ['2049-3630', '1050-124X'], pattern: `${D}{4}-${D}{3}[${DIGITS}Xx]${END}`, digits: 'keep', holds: ({ digits }) => isSerialNumber(digits) },
  { name: 'digital object', source: 'ISO 26324 (DOI)', examples: ['10.1000/182', 'doi:10.1038/nphys1170'], pattern: `(?:doi:${S}?)?10\\.[0-9]{4,9}/${ADDRESS}+`, digits: 'keep', isCode: true },
  { name: 'date', source: 'ISO 8601', examples: ['2011-04-15', '15-04-2011', '٢٠١١-٠٤-١٥', '2024-05'],
    pattern: `(?:${D}{4}${HYPHEN}${D}{1,2}${HYPHEN}${D}{1,2}|${D}{1,2}${HYPHEN}${D}{1,2}${HYPHEN}${D}{2,4}|${D}{4}${HYPHEN}[0٠۰]${D}|${D}{1,4}/${D}{1,2}/${D}{1,4}|${D}{1,2}\\.${D}{1,2}\\.${D}{4}|${D}{4}\\.${D}{1,2}\\.${D}{1,2})${END}`, digits: 'digits' },
  { name: 'hyphenated number', source: 'ISO 27729 and other registers', examples: ['0000-0002-1825-0097', '1-800-555-0199', '12-345-678'], pattern: `${D}+(?:${HYPHEN}${D}+){2,}${END}`, digits: 'keep' },
  { name: 'register number', source: 'usage: plates, companies, ZIP+4; ranges do not grow so, to a number that is not round', examples: ['12-34567', '1010-123456', '12345-6789'], pattern: `(?:${D}{1,4}${HYPHEN}${D}{5,12}|${D}{5}-${D}{4})${END}`, digits: 'keep', holds: ({ digits }) => !/00$/.test(digits) },
  { name: 'masked number', source: 'PCI DSS 3.4', examples: ['****1234', '**** **** **** 1234', '4000 **** **** 1234'], pattern: `(?:${D}{4}[${SPACES}\\-])?\\*{2,}(?:[${SPACES}\\-]\\*{2,})*[${SPACES}\\-]?${D}{2,6}${END}`, digits: 'keep' },
  { name: 'time zone', source: 'ISO 8601', examples: ['UTC+03:00', 'GMT-5'], pattern: `(?:UTC|GMT)[+\\-\\u2212]${D}{1,2}(?::${D}{2})?${END}`, digits: 'keep', isCode: true },
  { name: 'time', source: 'ISO 8601; RFC 3339', examples: ['9:30', '9:30 PM', '10:15:30.5', '14:00 UTC', '18:00+03:00', '٩:٣٠'],
    pattern: `${D}{1,2}:${D}{2}(?::${D}{2}(?:[.,\\u066B]${D}+)?)?(?:${S}?(?:[AaPp]\\.[Mm]\\.|[AaPp][Mm]))?(?:${S}?(?:UTC|GMT|AST|Z))?(?:[+\\-\\u2212]${D}{1,2}(?::${D}{2})?)?${END}`, digits: 'digits' },
  { name: 'ratio', source: 'ISO 80000-2', examples: ['3:1', '16 : 9', '1:50000', '٣ : ١'], pattern: `${D}+(?:${S}:${S}${D}+|(?::${D}+)+)${END}`, digits: 'digits' },
  { name: 'range', source: 'The earlier number stands at the start side', examples: ['1994–2011', '10-15', '١٩٩٤–٢٠١١', '$5–$10', '10$-20$', '1½–2', '2020/2021–2022/2023'],
    pattern: `(?:${SEASON}${DASH}${SEASON}|(?:${CURRENCY_SIGN})?${N}${FRACTION}?(?:${PERCENT}|${CURRENCY_SIGN})?${DASH}(?:${CURRENCY_SIGN})?${N}${FRACTION}?(?:${S}?${PERCENT}|${CURRENCY_SIGN})?)${END}(?!${DASH}${D})`, digits: 'number', ends: true },
  { name: 'dimensions', source: 'ISO 80000-2', examples: ['1920×1080', '10 × 15 cm', '٢١×٢٩٫٧'], pattern: `${N}(?:${S}?[×xX]${S}?${N})+(?:${S}?${MEASURE})?${END}(?!${S}?=)`, digits: 'number' },
  { name: 'power', source: 'ISO 80000-2', examples: ['5×10⁻³', '10⁻³', '3 × 10⁸', '-5×10³', '+5×10³', '2⁽ⁿ⁺¹⁾', '⁻¹'], pattern: `(?:(?:${SIGN}?${N}${S}?[×x]${S}?)?${D}+${POWER}|[⁺⁻⁽]${POWER})${END}`, digits: 'number' },
  { name: 'power, as typed', source: 'usage', examples: ['2^10', '10^-6', 'x^2^3', '2^10+3^5'], pattern: `${TYPED_POWER}(?:[+\\-\\u2212*/=×](?:${TYPED_POWER}|${D}+))*${END}`, digits: 'digits' },
  { name: 'mixed number', source: 'Unicode 22.3', examples: ['2½', '1 1/2', '٢ ¾', '-2½', '+2½'], pattern: `${SIGN}?(?:${D}+${S}?[½⅓⅔¼¾⅕-⅞]|${D}{1,3}${S}${D}{1,2}[/\\u2044]${D}{1,3})${END}(?!/)`, digits: 'digits' },
  { name: 'tolerance', source: 'ISO 80000-1', examples: ['5 ± 0.1 mm', '٥±١', '-5 ± 1', '+5 ± 1'], pattern: `${SIGN}?${N}${S}?±${S}?${N}(?:${S}?(?:${MEASURE}|${PERCENT}))?${END}`, digits: 'number' },
  { name: 'signed number', source: 'CLDR ar, latn', examples: ['-5', '+3.5', '−٢٫١', '±7', '-1,234'], pattern: `${SIGN}${N}${END}`, digits: 'number' },
  { name: 'per cent', source: 'CLDR ar, latn', examples: ['+3.5%', '-2,1 %', '٣٫٥٪', '50%', '%50', '7‰'], pattern: `(?:${SIGN}?${N}${S}?${PERCENT}|${PERCENT}${SIGN}?${N}(?!${S}?${PERCENT}))${END}`, digits: 'number' },
  { name: 'money, sign before', source: 'CLDR', examples: ['$5', '$-5', '-$5', '+$5', '€ 50', 'US$1.2bn', '£1,234.56', '\u20C1 100'],
    pattern: `${SIGN}?(?:US|CA|AU|NZ|HK|R|C|A)?${CURRENCY_SIGN}${S}?${SIGN}?${N}(?:${S}?(?:[KkMmBb]n?|tn))?${END}`, digits: 'number' },
  { name: 'money, sign after', source: 'CLDR', examples: ['50 €', '5$', '٥٠ €', '-5 £', '+5 €', '500M$', '100 \u20C1'], pattern: `${SIGN}?${N}(?:[KkMmBb]n?|tn)?${S}?${CURRENCY_SIGN}(?!${D})`, digits: 'number' },
  { name: 'money by code', source: 'ISO 4217', examples: ['147 KZT', 'USD 1,000', '-5 SAR', '+5 SAR'], pattern: `(?:${SIGN}?${N}${S}(?:${CURRENCY_CODES})|(?:${CURRENCY_CODES})${S}${SIGN}?${N})${END}`, digits: 'keep' },
  { name: 'measure', source: 'SI Brochure 5.4; ISO 80000', examples: ['-40°C', '+3°C', '5 km²', '120 km/h', '9.8 m/s²', '10–15 km', '2.4/5 GHz', '120/80 mmHg'], pattern: `${SIGN}?${N}(?:(?:${DASH}|/)${N})?${S}?${MEASURE}`, digits: 'number' },
  { name: 'angle', source: 'ISO 6709', examples: ['25°', '-5°', '+3°', '51°10′N', '51° 10′ 30″ N', '24.71°E', '٤٥°'], pattern: `${SIGN}?${N}°(?:${S}?${D}+[′']?(?:${S}?${N}[″"])?)?(?:${S}?[NSEW])?${END}`, digits: 'number' },
  { name: 'at least', source: 'usage', examples: ['18+', '٥٠٠+', '12%+'], pattern: `${N}${PERCENT}?\\+(?![${DIGITS}\\p{L}+]|${S}${D})`, digits: 'number' },
  { name: 'ordinal sign', source: 'Unicode 6.2', examples: ['#5', '№ 12', '§ 3.2', '#١٢'], pattern: `[#№§]${S}?${D}+(?:[.\\-/]${D}+)*${END}`, digits: 'digits' },
  { name: 'internet address', source: 'RFC 791', examples: ['192.168.0.1', '10.0.0.0/8', '127.0.0.1:8080'], pattern: `[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:[/:][0-9]{1,5})?${END}`, digits: 'keep', holds: ({ text }) => /\d\d/.test(text) },
  { name: 'section', source: 'ISO 2145', examples: ['1.2(a)', '4(b)', '1.2.3', '٣.٢.١'], pattern: `(?:${D}+(?:\\.${D}+){2,}|${D}+(?:\\.${D}+)*\\([A-Za-z]\\))${END}`, digits: 'digits', holds: ({ digits }) => !/^[1-9]\d{0,2}(?:\.\d{3})+$/.test(digits) },
  { name: 'grouped number', source: 'SI Brochure 5.4.4', examples: ['1 234 567', '12’345', '١ ٢٣٤٫٥'], pattern: `(?:${GROUPED})(?!${D})`, digits: 'number' },
  { name: 'number', source: 'CLDR', examples: ['2010', '1,234.5', '١٬٢٣٤٫٥'], pattern: `${SIMPLE}(?!${D})`, digits: 'number' },
  { name: 'version', source: 'Semantic Versioning 2.0', examples: ['1.2.3-rc1', 'v2.0.0-beta.1+5', 'v3'], pattern: `(?:[vV]${D}+(?:\\.${D}+)*|${D}+(?:\\.${D}+)+(?=[\\-+][0-9.\\-+]{0,20}[A-Za-z]))(?:[\\-+][A-Za-z0-9]+(?:[.\\-+][A-Za-z0-9]+)*)?${END}`, digits: 'keep', isCode: true },
  { name: 'code', source: 'usage', examples: ['2023-Q1', '2011-W15-5', '2011-04-15T10:30:00Z', '5G', '10-K', '2H₂O'], pattern: `(?=[${DIGITS}._:/+\\-]{0,40}[A-Za-z])${D}[A-Za-z${DIGITS}₀-₉]*(?:[._:/+\\-][A-Za-z${DIGITS}]+)*`, digits: 'keep', isCode: true },
  { name: 'mixed code', source: 'usage', examples: ['COVID-١٩', 'A٤'], pattern: `[A-Za-z]+[\\-]?[\\u0660-\\u0669\\u06F0-\\u06F9]+${END}`, digits: 'keep', isCode: true },
  { name: 'e-mail address', source: 'RFC 5322', examples: ['info@example.org', 'first.last+tag@mail.example.com'], pattern: "[A-Za-z0-9_][A-Za-z0-9._%+\\-]*@[A-Za-z0-9\\-]+(?:\\.[A-Za-z0-9\\-]+)+", digits: 'keep', isCode: true },
  { name: 'address', source: 'RFC 3987', examples: ['https://ar.wikipedia.org/wiki/قطر', 'www.example.org/', 'example.org/ar/', 'mailto:a@b.org'],
    pattern: `(?:[a-zA-Z][a-zA-Z0-9+.\\-]{1,15}://|www\\.|(?:mailto|tel|urn):|(?:[A-Za-z0-9\\-]{1,63}\\.)+[A-Za-z]{2,24}(?::[0-9]+)?/)${ADDRESS}*`, digits: 'keep', isCode: true },
  { name: 'path', source: 'POSIX 3.271', examples: ['/usr/bin', '~/notes', '../a.md', 'src/text/', '/etc/', '/home/user/ملف.txt', 'docs/ملف.md'],
    pattern: '(?:(?:~|\\.{1,2})?/(?=[^\\s/]{0,60}[A-Za-z])[A-Za-z0-9_.@+~%\\-]+(?:/[\\p{L}\\p{M}0-9_.@+~%\\-]+)*/?|[A-Za-z0-9_.\\-]+(?:/[A-Za-z0-9_.\\-]+)*/|[A-Za-z0-9_.\\-]+(?:/[\\p{L}\\p{M}0-9_\\-]+)+\\.[A-Za-z0-9]{1,5})(?![\\p{L}])', digits: 'keep', isCode: true },
  { name: 'drive path', source: 'Windows', examples: ['C:\\Users\\x', 'C:\\Users\\علي\\ملف.txt', '\\\\server\\share\\'], pattern: '(?:[A-Za-z]:\\\\|\\\\\\\\[A-Za-z0-9])(?:[\\p{L}\\p{M}0-9_.$\\\\\\-]| (?=[A-Za-z0-9]))*', digits: 'keep', isCode: true },
  { name: 'file name', source: 'usage', examples: ['.gitignore', '.NET', '*.md'], pattern: '\\*?\\.[A-Za-z][A-Za-z0-9_]*(?:[.\\-][A-Za-z0-9_]+)*', digits: 'keep', isCode: true },
  { name: 'account', source: 'usage', examples: ['@user', '@scope/pkg', '@a.b'], pattern: '@[A-Za-z0-9_][A-Za-z0-9_\\-]*(?:[./][A-Za-z0-9_\\-]+)*', digits: 'keep', isCode: true },
  { name: 'tag', source: 'usage', examples: ['#tag', '#AI_2030'], pattern: '#[A-Za-z_][A-Za-z0-9_]*', digits: 'keep', isCode: true },
  { name: 'name with a sign', source: 'usage', examples: ['C++', 'C#', 'F#', 'Notepad++', 'AB+', 'O-', 'C++17'], pattern: `[A-Za-z][A-Za-z0-9]*(?:\\+\\+|[#+])[0-9]*${END}|[A-Z]{1,2}[\\-\\u2212](?![\\p{L}\\p{N}\\-])`, digits: 'keep', isCode: true },
  { name: 'formula with a raised sign', source: 'IUPAC Red Book IR-4', examples: ['Ca²⁺', 'SO₄²⁻', 'x⁽²⁾'], pattern: `[A-Za-z][A-Za-z0-9₀-₉]*(?:[⁰ⁱ⁴-ⁿ¹²³₀-₎]*)(?<=[⁺⁻⁾₊₋₎])(?!${SCRIPT})${END}`, digits: 'keep', isCode: true },
  { name: 'abbreviation', source: 'usage', examples: ['U.S.', 'i.e.', 'U.S.A.', 'a.m.'], pattern: '(?:[A-Za-z]\\.){2,}(?![A-Za-z])', digits: 'keep', isCode: true },
  { name: 'call', source: 'usage', examples: ['len()', 'a[]', 'f(x)', 'obj.run(1,2)'], pattern: '[A-Za-z_][A-Za-z0-9_.]*(?:\\([A-Za-z0-9_.,=*"\'\\-]{0,80}\\)|\\[\\])', digits: 'keep', isCode: true },
  { name: 'identifier', source: 'usage', examples: ['__init__', '_name', '$HOME'], pattern: '__?[A-Za-z][A-Za-z0-9_]*|\\$\\{?[A-Za-z_][A-Za-z0-9_]*\\}?', digits: 'keep', isCode: true },
  { name: 'option', source: 'POSIX 12.1', examples: ['--help', '--out=a.pdf', '-v'], pattern: '--[A-Za-z][A-Za-z0-9\\-]*(?:=[A-Za-z0-9_./:%\\-]+)?|-[A-Za-z](?![A-Za-z0-9\\-])', digits: 'keep', isCode: true },
  { name: 'markup', source: 'HTML', examples: ['<div>', '</p>', '<br/>'], pattern: '</?[A-Za-z][^<>\\s\\u0590-\\u08FF]{0,100}(?: [^<>\\u0590-\\u08FF]{0,100})?>', digits: 'keep', isCode: true },
];
