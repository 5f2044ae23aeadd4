import type { HtmlElement } from './read-html.ts';

/** Elements that break the flow of text. */
const BLOCK = words(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure',
  'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav noscript ol optgroup p pre search',
  'section summary table tbody td tfoot th thead tr ul',
);

/** Elements within a line. What they say of their looks alone (`big`, `font`) is left to the theme. */
const INLINE = words(
  'a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meter',
  'nobr output picture progress q rb rp rt rtc ruby s samp select option small span strike strong sub sup',
  'textarea time tt u var wbr g-emoji title center',
);

/** Whose content is not for a reader. */
const SILENT = words(
  'script style template head link meta base noframes noembed source track param area col colgroup',
);

/** What a page cannot show. */
const UNSHOWN = words('iframe video audio object embed canvas svg math map applet frame frameset marquee');

function words(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

type ElementKind = 'block' | 'inline' | 'silent' | 'unshown' | 'unknown';

export function kindOf({ name }: HtmlElement): ElementKind {
  if (BLOCK.has(name)) return 'block';
  if (INLINE.has(name)) return 'inline';
  if (SILENT.has(name)) return 'silent';
  return UNSHOWN.has(name) ? 'unshown' : 'unknown';
}
