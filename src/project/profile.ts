/**
 * What a document is made for. `screen` is the pages as they are; `print` adds bleed and marks for a press;
 * `cover` is the outside of the printed book in one sheet: back, spine and front; `booklet` puts them two by two on sheets to be folded and stapled; `2up` and `4up` save paper.
 */
export const PROFILES = ['screen', 'print', 'cover', 'booklet', '2up', '4up'] as const;
export type Profile = (typeof PROFILES)[number];
