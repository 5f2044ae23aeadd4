/** What is filled with items, one under another: a page, a column, a cell. Points. */
export interface Region {
  readonly height: number;
  /** Distance of the baseline grid, 0 for none. */
  readonly grid: number;
}
