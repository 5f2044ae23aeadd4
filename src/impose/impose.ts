import type { Sink } from '../base/diagnostic.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Laid, Page } from '../page/page.ts';
import type { Profile } from '../project/profile.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import { bookletSheets } from './booklet.ts';
import { checkImages } from './check-images.ts';
import { PageInker } from './ink-page.ts';
import { nUpSheets } from './n-up.ts';
import { printSheets } from './print-sheets.ts';

/**
 * Pages for a screen become sheets for a printer. A sheet is a page made of pages, painted by the same
 * painter: tags stay, and are read in the order of the text, since a sheet says which of its draw items are
 * whose. A sheet of several pages is still no document to hand out: it claims neither PDF/A nor PDF/UA.
 */
export function impose(laid: Laid, profile: Exclude<Profile, 'cover'>, print: PrintStyle, sink: Sink): Laid {
  if (profile === 'screen') return laid;
  const inker = new PageInker(print);
  const inked = { ...laid, pages: laid.pages.map((page) => inker.ink(page)) };
  const pages = makeSheets(inked, profile, print, sink);
  checkImages(pages, print, sink);
  return { ...laid, pages };
}

/** Pages of one sheet that is folded once: fewer nobody makes a booklet of. */
const FOLDED_SHEET = 4;

function makeSheets(
  laid: Laid,
  profile: Exclude<Profile, 'screen' | 'cover'>,
  print: PrintStyle,
  sink: Sink,
): readonly Page[] {
  switch (profile) {
    case 'print':
      if (laid.binding === 'right' && laid.pages.length > FOLDED_SHEET) sink.report('print-booklet', null);
      return printSheets(laid, print);
    case 'booklet':
      return bookletSheets(laid, print, sink);
    case '2up':
    case '4up':
      return nUpSheets(laid, profile, print);
    default:
      return unreachable(profile, 'print, booklet, 2up, 4up');
  }
}
