/** A font object of the file that is being written: widths (1/1000 em) and characters, by index of code. */
export interface EmbeddedFont {
  readonly id: string;
  readonly widths: number[];
  readonly unicode: (readonly number[])[];
}

/** The file that fonts are written into. */
export interface FontEmbedder {
  /**
   * @param font what pdfkit takes for a font of fontkit
   * @param key tells fonts of one name apart
   */
  embedFont(font: object, key: string): EmbeddedFont;
}
