import type { Wording } from '../diagnostic.ts';

/** Why an SVG is not drawn: a few words, put into brackets by the diagnostics about images. */
export const svgReasons = {
  'not-svg': { en: 'an SVG without a drawing', ar: 'ملف SVG بلا رسم' },
  compressed: { en: 'an SVG that cannot be unpacked', ar: 'ملف SVG لا يُفكّ ضغطه' },
  'no-size': { en: 'an SVG of no width or no height', ar: 'ملف SVG بلا عرض أو بلا ارتفاع' },
  deep: { en: 'its elements nest too deeply', ar: 'عناصرها متداخلة أعمق مما يُقرأ' },
  many: { en: 'it draws too many elements', ar: 'عناصرها أكثر مما يُرسم' },
} as const satisfies Readonly<Record<string, Wording>>;

export type SvgReason = keyof typeof svgReasons;
