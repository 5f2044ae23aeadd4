import type { XmlElement } from '../base/xml.ts';
import type { ResolvedNote } from '../resolve/inline-nodes.ts';
import type { WordDraft } from './draft.ts';
import type { PartLinks } from './part-links.ts';
import type { WordPlace, Write } from './place.ts';
import { textNodes, wordRun } from './run-properties.ts';
import { word, wordPart } from './word-xml.ts';

const MARK = { style: 'FootnoteReference' } as const;

/** Writes the blocks of a note, its number before the first words. */
export function makeNoteWriter(links: PartLinks, write: Write) {
  return ({ label, children }: ResolvedNote, isCounted: boolean, draft: WordDraft): readonly XmlElement[] => {
    const { theme, settings } = draft;
    const { size, margin } = theme.page;
    const out: XmlElement[] = [];
    const place: WordPlace = {
      out,
      direction: settings.dir,
      directed: false,
      lang: null,
      links,
      indent: 0,
      measure: size.width - margin.inner - margin.outer,
      depth: 0,
      isLoose: false,
      kind: 'note',
    };
    write(children, place, draft);
    const isRtl = settings.dir === 'rtl';
    const mark = isCounted ? [word('footnoteRef')] : textNodes(label);
    const [first] = out;
    const own = [wordRun(mark, MARK, isRtl), wordRun(textNodes(' '), {}, isRtl)];
    if (first?.name === 'w:p') first.children.splice(1, 0, ...own);
    else out.unshift(word('p', {}, [word('pPr', {}, [word('pStyle', { val: 'FootnoteText' })]), ...own]));
    return out;
  };
}

/** footnotes.xml: the rules above notes, and the notes. */
export function writeNotes({ notes }: WordDraft): Uint8Array {
  const rule = (id: number, name: 'separator' | 'continuationSeparator') => {
    const spacing = word('spacing', { before: 0, after: 0, line: 240, lineRule: 'auto' });
    const line = word('p', {}, [word('pPr', {}, [spacing]), word('r', {}, [word(name)])]);
    return word('footnote', { type: name, id }, [line]);
  };
  return wordPart('footnotes', [rule(0, 'separator'), rule(1, 'continuationSeparator'), ...notes]);
}
