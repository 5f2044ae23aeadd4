/** The anchor of the line that calls a note first, by the note's own: the number of a note leads back there. */
export function callAnchor(note: string): string {
  return `call-${note}`;
}
