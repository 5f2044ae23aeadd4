import type { BoxRole, TextRole, Theme } from './theme.ts';

/** The row of that name, or that of running text. */
export function textRowOf(theme: Theme, name: string): TextRole {
  return theme.roles[name] ?? theme.roles['body']!;
}

/** The row of that name, or one that adds nothing. */
export function boxRowOf(theme: Theme, name: string): BoxRole {
  return theme.boxes[name] ?? theme.boxes['titleblock']!;
}
