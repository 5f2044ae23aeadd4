import type { Theme, ThemeBoxStyle, ThemeTextStyle } from './theme.ts';

/** The row of that name, or that of running text. */
export function textStyleIn(theme: Theme, name: string): ThemeTextStyle {
  return theme.roles[name] ?? theme.roles['body']!;
}

/** The row of that name, or one that adds nothing. */
export function boxStyleIn(theme: Theme, name: string): ThemeBoxStyle {
  return theme.boxes[name] ?? theme.boxes['titleblock']!;
}
