import type { Bibliography } from '../resolve/bibliography-nodes.ts';
import { boxStyleIn } from '../theme/rows.ts';
import type { WordDraft } from './draft.ts';
import { scopeOf, writeRuns } from './paragraph.ts';
import type { WordPlace } from './place.ts';
import { wordLang } from './word-lang.ts';
import { collectWordRuns, plainRun } from './word-runs.ts';

/** A paragraph an entry, its first line hanging, its number before it. */
export function writeBibliography({ entries }: Bibliography, outside: WordPlace, draft: WordDraft): void {
  const hanging = boxStyleIn(draft.theme, 'bibliography').padding.start;
  const { settings } = draft;
  for (const { id, label, phrase, direction, lang } of entries) {
    const own = lang === null || wordLang(lang) === wordLang(settings.lang) ? null : lang;
    const place: WordPlace = {
      ...outside,
      direction,
      directed: true,
      lang: own,
      indent: outside.indent + hanging,
    };
    const scope = scopeOf(phrase.tagTarget, place, draft);
    const sign = label === null ? [] : [...collectWordRuns(label.content, scope), plainRun('\t', scope)];
    const runs = [...sign, ...collectWordRuns(phrase.content, scope)];
    writeRuns(phrase.styleName, runs, place, draft, { direction, hanging, anchors: [id] });
  }
}
