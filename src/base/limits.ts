/**
 * The ceilings that keep hostile or mistaken input from taking the machine down. Each is far above
 * honest use (a 1,000-page book is 4 MB of Markdown, a large front matter 3 KB) and far below what hurts.
 */
export const limits = Object.freeze({
  /** Any one file read, in bytes: a full-page photograph at print resolution is about 20 MB. */
  fileBytes: 64 * 1024 * 1024,
  /** One YAML text (front matter, warraq.yaml, book.yaml), in UTF-16 units. */
  yamlLength: 256 * 1024,
  /** Nesting of lists and maps; also bounds the recursion of the YAML reader. */
  yamlDepth: 48,
  /** Values in one YAML text after aliases are expanded: a "billion laughs" stops here, in about 5 ms. */
  yamlValues: 20_000,
  /** Files of one document. */
  sources: 2_000,
  /** Files that one document carries, and their bytes together: servers refuse e-mails far smaller. */
  attachments: 200,
  attachedBytes: 128 * 1024 * 1024,
  /** One template text, in UTF-16 units; the built-in ones are about 2 KB. */
  templateLength: 256 * 1024,
  /** Blocks inside blocks of a template; bounds the recursion of its reader. */
  templateDepth: 32,
  /** What a template may write, in UTF-16 units, and pieces it may run: nested `each` multiplies. */
  templateOutput: 4 * 1024 * 1024,
  templateSteps: 100_000,
});
