/** What formulas are read aloud by. In the phrases $1, $2 and $3 stand for what is said of their parts. */
export interface FormulaWords {
  readonly fraction: string;
  /** Where both parts are one sign. */
  readonly over: string;
  readonly root: string;
  /** $1 is the degree. */
  readonly rootOf: string;
  readonly squared: string;
  readonly cubed: string;
  readonly power: string;
  readonly index: string;
  readonly prime: string;
  /** An operator with what stands below and above it. */
  readonly from: string;
  readonly fromTo: string;
  readonly to: string;
  readonly below: string;
  readonly above: string;
  readonly accents: Readonly<Record<string, string>>;
  readonly table: string;
  readonly comma: string;
  readonly semicolon: string;
  /** Signs, and names of functions. */
  readonly signs: Readonly<Record<string, string>>;
}

const GREEK = 'αβγδεϵζηθικλμνξπρσςτυφϕχψωΓΔΘΛΞΠΣΦΨΩ';

/** Letters in the order of `GREEK`, capitals as small ones. */
function greek(names: string): Readonly<Record<string, string>> {
  const said = names.split(' ');
  return Object.fromEntries([...GREEK].map((letter, at) => [letter, said[at]!]));
}

const AR: FormulaWords = {
  fraction: 'كسر بسطه $1 ومقامه $2',
  over: '$1 على $2',
  root: 'الجذر التربيعي لـ $1',
  rootOf: 'الجذر من الدرجة $1 لـ $2',
  squared: '$1 تربيع',
  cubed: '$1 تكعيب',
  power: '$1 أس $2',
  index: '$1 دليله $2',
  prime: '$1 شرطة',
  from: '$1 عند $2',
  fromTo: '$1 من $2 إلى $3',
  to: '$1 إلى $2',
  below: '$1 وتحته $2',
  above: '$1 وفوقه $2',
  accents: { '¯': '$1 عليه خط', '^': '$1 بقبعة', '~': '$1 بمدة', '˙': '$1 بنقطة', '→': 'المتجه $1' },
  table: 'جدول صفوفه: $1',
  comma: '، ',
  semicolon: '؛ ',
  // biome-ignore format: a table
  signs: {
    ...greek(
      'ألفا بيتا غاما دلتا إبسلون إبسلون زيتا إيتا ثيتا يوتا كابا لامدا ميو نيو كساي باي رو سيغما سيغما تاو أوبسلون فاي فاي كاي بساي أوميغا غاما دلتا ثيتا لامدا كساي باي سيغما فاي بساي أوميغا',
    ),
    '+': 'زائد', '−': 'ناقص', '-': 'ناقص', '±': 'زائد أو ناقص', '∓': 'ناقص أو زائد', '×': 'في', '⋅': 'في', '÷': 'تقسيم', '/': 'على',
    '=': 'يساوي', '≠': 'لا يساوي', '<': 'أصغر من', '>': 'أكبر من', '≤': 'أصغر من أو يساوي', '≥': 'أكبر من أو يساوي', '≈': 'يساوي تقريبًا', '≡': 'يطابق', '∼': 'يشبه', '∝': 'يتناسب مع',
    '→': 'يؤول إلى', '⇒': 'يستلزم', '⇔': 'يكافئ', '↦': 'صورته', '∈': 'ينتمي إلى', '∉': 'لا ينتمي إلى', '⊂': 'محتوى في', '⊆': 'محتوى في أو يساوي', '∪': 'اتحاد', '∩': 'تقاطع', '∅': 'المجموعة الخالية',
    '∀': 'لكل', '∃': 'يوجد', '¬': 'ليس', '∧': 'و', '∨': 'أو', '∞': 'لا نهاية', '∂': 'تفاضل جزئي', '∇': 'نابلا', '∑': 'مجموع', '∏': 'جداء', '∫': 'تكامل', '∬': 'تكامل ثنائي', '∮': 'تكامل مغلق',
    '(': 'قوس', ')': 'إغلاق القوس', '[': 'قوس معقوف', ']': 'إغلاق القوس المعقوف', '{': 'حاضنة', '}': 'إغلاق الحاضنة', '|': 'خط عمودي', ',': 'فاصلة', '!': 'مضروب', '%': 'بالمئة', '…': 'وهكذا', '⋯': 'وهكذا', '∘': 'تركيب',
    sin: 'جا', cos: 'جتا', tan: 'ظا', cot: 'ظتا', log: 'لوغاريتم', ln: 'لوغاريتم طبيعي', exp: 'الدالة الأسية', lim: 'نهاية', max: 'أكبر', min: 'أصغر', det: 'محدد', gcd: 'القاسم المشترك الأكبر',
  },
};

const EN: FormulaWords = {
  fraction: 'the fraction $1 over $2, end fraction',
  over: '$1 over $2',
  root: 'the square root of $1, end root',
  rootOf: 'the root of degree $1 of $2, end root',
  squared: '$1 squared',
  cubed: '$1 cubed',
  power: '$1 to the power $2',
  index: '$1 sub $2',
  prime: '$1 prime',
  from: '$1 over $2',
  fromTo: '$1 from $2 to $3',
  to: '$1 to $2',
  below: '$1 with $2 below',
  above: '$1 with $2 above',
  accents: { '¯': '$1 bar', '^': '$1 hat', '~': '$1 tilde', '˙': '$1 dot', '→': 'vector $1' },
  table: 'a table of rows: $1',
  comma: ', ',
  semicolon: '; ',
  // biome-ignore format: a table
  signs: {
    ...greek(
      'alpha beta gamma delta epsilon epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma sigma tau upsilon phi phi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega',
    ),
    '+': 'plus', '−': 'minus', '-': 'minus', '±': 'plus or minus', '∓': 'minus or plus', '×': 'times', '⋅': 'times', '÷': 'divided by', '/': 'over',
    '=': 'equals', '≠': 'is not equal to', '<': 'is less than', '>': 'is greater than', '≤': 'is at most', '≥': 'is at least', '≈': 'is about', '≡': 'is identical to', '∼': 'is similar to', '∝': 'is proportional to',
    '→': 'to', '⇒': 'implies', '⇔': 'is equivalent to', '↦': 'maps to', '∈': 'in', '∉': 'not in', '⊂': 'subset of', '⊆': 'subset of or equal to', '∪': 'union', '∩': 'intersection', '∅': 'the empty set',
    '∀': 'for all', '∃': 'there is', '¬': 'not', '∧': 'and', '∨': 'or', '∞': 'infinity', '∂': 'partial', '∇': 'nabla', '∑': 'the sum', '∏': 'the product', '∫': 'the integral', '∬': 'the double integral', '∮': 'the closed integral',
    '(': 'open parenthesis', ')': 'close parenthesis', '[': 'open bracket', ']': 'close bracket', '{': 'open brace', '}': 'close brace', '|': 'vertical bar', ',': 'comma', '!': 'factorial', '%': 'per cent', '…': 'and so on', '⋯': 'and so on', '∘': 'composed with',
    sin: 'sine', cos: 'cosine', tan: 'tangent', cot: 'cotangent', log: 'log', ln: 'natural log', exp: 'exp', lim: 'the limit', max: 'the maximum', min: 'the minimum', det: 'the determinant', gcd: 'the greatest common divisor',
  },
};

const FR: FormulaWords = {
  fraction: 'la fraction $1 sur $2, fin de fraction',
  over: '$1 sur $2',
  root: 'la racine carrée de $1, fin de racine',
  rootOf: 'la racine de degré $1 de $2, fin de racine',
  squared: '$1 au carré',
  cubed: '$1 au cube',
  power: '$1 puissance $2',
  index: '$1 indice $2',
  prime: '$1 prime',
  from: '$1 sur $2',
  fromTo: '$1 de $2 à $3',
  to: '$1 jusqu’à $2',
  below: '$1 avec $2 dessous',
  above: '$1 avec $2 dessus',
  accents: { '¯': '$1 barre', '^': '$1 chapeau', '~': '$1 tilde', '˙': '$1 point', '→': 'vecteur $1' },
  table: 'un tableau de lignes : $1',
  comma: ', ',
  semicolon: ' ; ',
  // biome-ignore format: a table
  signs: {
    ...greek(
      'alpha bêta gamma delta epsilon epsilon zêta êta thêta iota kappa lambda mu nu xi pi rhô sigma sigma tau upsilon phi phi chi psi oméga Gamma Delta Thêta Lambda Xi Pi Sigma Phi Psi Oméga',
    ),
    '+': 'plus', '−': 'moins', '-': 'moins', '±': 'plus ou moins', '∓': 'moins ou plus', '×': 'fois', '⋅': 'fois', '÷': 'divisé par', '/': 'sur',
    '=': 'égale', '≠': 'différent de', '<': 'inférieur à', '>': 'supérieur à', '≤': 'inférieur ou égal à', '≥': 'supérieur ou égal à', '≈': 'à peu près égal à', '≡': 'identique à', '∼': 'semblable à', '∝': 'proportionnel à',
    '→': 'tend vers', '⇒': 'implique', '⇔': 'équivaut à', '↦': 'a pour image', '∈': 'appartient à', '∉': 'n’appartient pas à', '⊂': 'inclus dans', '⊆': 'inclus ou égal à', '∪': 'union', '∩': 'inter', '∅': 'l’ensemble vide',
    '∀': 'pour tout', '∃': 'il existe', '¬': 'non', '∧': 'et', '∨': 'ou', '∞': 'l’infini', '∂': 'd rond', '∇': 'nabla', '∑': 'la somme', '∏': 'le produit', '∫': 'l’intégrale', '∬': 'l’intégrale double', '∮': 'l’intégrale fermée',
    '(': 'parenthèse ouvrante', ')': 'parenthèse fermante', '[': 'crochet ouvrant', ']': 'crochet fermant', '{': 'accolade ouvrante', '}': 'accolade fermante', '|': 'barre verticale', ',': 'virgule', '!': 'factorielle', '%': 'pour cent', '…': 'et ainsi de suite', '⋯': 'et ainsi de suite', '∘': 'rond',
    sin: 'sinus', cos: 'cosinus', tan: 'tangente', cot: 'cotangente', log: 'logarithme', ln: 'logarithme népérien', exp: 'exponentielle', lim: 'la limite', max: 'le maximum', min: 'le minimum', det: 'le déterminant', gcd: 'le plus grand commun diviseur',
  },
};

const FA: FormulaWords = {
  fraction: 'کسری با صورت $1 و مخرج $2',
  over: '$1 روی $2',
  root: 'ریشهٔ دوم $1',
  rootOf: 'ریشهٔ $1 ام $2',
  squared: '$1 به توان دو',
  cubed: '$1 به توان سه',
  power: '$1 به توان $2',
  index: '$1 با زیرنویس $2',
  prime: '$1 پریم',
  from: '$1 روی $2',
  fromTo: '$1 از $2 تا $3',
  to: '$1 تا $2',
  below: '$1 با $2 در زیر',
  above: '$1 با $2 در بالا',
  accents: { '¯': '$1 بار', '^': '$1 هت', '~': '$1 تیلدا', '˙': '$1 نقطه', '→': 'بردار $1' },
  table: 'جدولی با سطرهای: $1',
  comma: '، ',
  semicolon: '؛ ',
  // biome-ignore format: a table
  signs: {
    ...greek(
      'آلفا بتا گاما دلتا اپسیلون اپسیلون زتا اتا تتا یوتا کاپا لاندا مو نو کسی پی رو سیگما سیگما تاو اوپسیلون فی فی خی پسی اومگا گاما دلتا تتا لاندا کسی پی سیگما فی پسی اومگا',
    ),
    '+': 'به‌علاوهٔ', '−': 'منهای', '-': 'منهای', '±': 'مثبت یا منفی', '∓': 'منفی یا مثبت', '×': 'در', '⋅': 'در', '÷': 'تقسیم بر', '/': 'روی',
    '=': 'برابر', '≠': 'نابرابر با', '<': 'کوچک‌تر از', '>': 'بزرگ‌تر از', '≤': 'کوچک‌تر یا برابر', '≥': 'بزرگ‌تر یا برابر', '≈': 'تقریباً برابر', '≡': 'هم‌ارز', '∼': 'همانند', '∝': 'متناسب با',
    '→': 'به', '⇒': 'نتیجه می‌دهد', '⇔': 'هم‌ارز است با', '↦': 'نگاشته می‌شود به', '∈': 'عضو', '∉': 'ناعضو', '⊂': 'زیرمجموعهٔ', '⊆': 'زیرمجموعه یا برابر', '∪': 'اجتماع', '∩': 'اشتراک', '∅': 'مجموعهٔ تهی',
    '∀': 'به ازای هر', '∃': 'وجود دارد', '¬': 'نقیض', '∧': 'و', '∨': 'یا', '∞': 'بی‌نهایت', '∂': 'مشتق جزئی', '∇': 'نابلا', '∑': 'مجموع', '∏': 'حاصل‌ضرب', '∫': 'انتگرال', '∬': 'انتگرال دوگانه', '∮': 'انتگرال بسته',
    '(': 'پرانتز باز', ')': 'پرانتز بسته', '[': 'کروشه باز', ']': 'کروشه بسته', '{': 'آکولاد باز', '}': 'آکولاد بسته', '|': 'خط عمودی', ',': 'ویرگول', '!': 'فاکتوریل', '%': 'درصد', '…': 'و مانند آن', '⋯': 'و مانند آن', '∘': 'ترکیب',
    sin: 'سینوس', cos: 'کسینوس', tan: 'تانژانت', cot: 'کتانژانت', log: 'لگاریتم', ln: 'لگاریتم طبیعی', exp: 'نمایی', lim: 'حد', max: 'بیشینه', min: 'کمینه', det: 'دترمینان', gcd: 'بزرگ‌ترین مقسوم‌علیه مشترک',
  },
};

export const FORMULA_WORDS: Readonly<Record<string, FormulaWords>> = { ar: AR, en: EN, fr: FR, fa: FA };
