/**
 * The ceilings that keep hostile or mistaken input from taking the machine down. Each is far above
 * honest use (a 1,000-page book is 4 MB of Markdown, a large front matter 3 KB) and far below what hurts.
 */
export const limits = Object.freeze({
  /** Any one file read, in bytes: a full-page photograph at print resolution is about 20 MB. */
  fileBytes: 64 * 1024 * 1024,
  /** One side of an image, in pixels: what JPEG can say. */
  imageSide: 65_535,
  /** Of one image: 50 megapixels print 60 × 60 cm at 300 dpi. */
  imagePixels: 50e6,
  /** The files of all images of a document together, in bytes: they are held until the document is written. */
  imageBytes: 1024 * 1024 * 1024,
  /**
   * What the PNGs of a document unfold to together, in bytes, beyond so many times their files. Screenshots unfold to
   * some 50 times, a file made to hurt to 1,000; two gigabytes with transparency take some 20 seconds.
   */
  imageUnfolded: 2 * 1024 * 1024 * 1024,
  imageRatio: 64,
  /** One colour profile, in bytes; those of presses have 2.5 MB. */
  profileBytes: 4 * 1024 * 1024,
  /** Elements of one SVG, those of references counted each time: a map of all countries with their towns has some 3,000. */
  svgNodes: 20_000,
  /** Of its elements within one another, and of references; bounds the recursion of what draws it. */
  svgDepth: 64,
  /** One file of data for a chart, in UTF-16 units: 10,000 rows have some 300,000. */
  dataLength: 4 * 1024 * 1024,
  /** Scans of a progressive JPEG, each of which readers decode over the whole image; honest ones have about ten. */
  jpegScans: 200,
  /** One YAML text (front matter, warraq.yaml, book.yaml), in UTF-16 units. */
  yamlLength: 256 * 1024,
  /** Nesting of lists and maps; also bounds the recursion of the YAML reader. */
  yamlDepth: 48,
  /** Values in one YAML text after aliases are expanded: a "billion laughs" stops here, in about 5 ms. */
  yamlValues: 20_000,
  /** Files of one document. */
  sources: 2_000,
  /** Notes of one document, each of which is laid and painted by itself, in 80 KB: a book of 1,000 pages has some 5,000. */
  notes: 25_000,
  /** Files that one document carries, and their bytes together: servers refuse e-mails far smaller. */
  attachments: 200,
  attachedBytes: 128 * 1024 * 1024,
  /** The files of entries of one document together, in UTF-16 units, and entries: a scholar's whole library has some 20,000 in 10 MB. */
  bibliographyLength: 32 * 1024 * 1024,
  bibliographyEntries: 100_000,
  /** One template text, in UTF-16 units; the built-in ones are about 2 KB. */
  templateLength: 256 * 1024,
  /** Blocks inside blocks of a template; bounds the recursion of its reader. */
  templateDepth: 32,
  /** What a template may write, in UTF-16 units, and pieces it may run: nested `each` multiplies. */
  templateOutput: 4 * 1024 * 1024,
  templateSteps: 100_000,
});
