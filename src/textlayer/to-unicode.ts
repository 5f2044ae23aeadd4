/** Entries of one `bfchar` section: Adobe Technical Note 5014, 4.2. */
const MOST_ENTRIES = 100;

const HEAD = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
`;

const FOOT = `endcmap
CMapName currentdict /CMap defineresource pop
end
end
`;

/**
 * A ToUnicode CMap (ISO 32000-1, 9.10.3) with an entry of its own for each code. Ghostscript 10.00 takes the arrays of
 * `bfrange`, which other writers use for codes in a row, for the codes of its first entry: a document that it rewrites
 * would then be read with 86 % of its letters wrong, instead of 3 %.
 *
 * @param unicode code points by code; a code without any has no entry
 */
export function writeToUnicode(unicode: readonly (readonly number[])[]): string {
  const entries = unicode.flatMap((codePoints, code) =>
    codePoints.length === 0 ? [] : [`<${hex(code)}> <${utf16(codePoints)}>\n`],
  );
  let sections = '';
  for (let from = 0; from < entries.length; from += MOST_ENTRIES) {
    const section = entries.slice(from, from + MOST_ENTRIES);
    sections += `${section.length} beginbfchar\n${section.join('')}endbfchar\n`;
  }
  return HEAD + sections + FOOT;
}

function utf16(codePoints: readonly number[]): string {
  const text = String.fromCodePoint(...codePoints);
  let units = '';
  for (let index = 0; index < text.length; index += 1) units += hex(text.charCodeAt(index));
  return units;
}

function hex(unit: number): string {
  return unit.toString(16).padStart(4, '0');
}
